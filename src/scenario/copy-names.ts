import type { CopyName } from './disaster.js';

/** The copies that a surface may have, by their keys: of equally good ones the first is taken. */
export const COPY_NAMES = [
  'replica',
  'versions',
  'snapshots',
  'replication',
  'base-backup',
  'versioned',
  'rebuilt-from',
] as const satisfies readonly CopyName[];

/** Copies from which nothing is ever lost: they need no other beside them. */
export const LOSSLESS_COPIES: readonly CopyName[] = ['versioned', 'rebuilt-from'];
