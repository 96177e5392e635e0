import type { ProvenanceSource } from '../../scenario/scenario.js';

/**
 * What a stretch of time rests on: the source of the values that decide it; `roster` where it passed because nobody of
 * a role was at work, which a plan decides and nobody has to estimate; `unsourced` where no value says where it is from.
 */
export type Basis = ProvenanceSource | 'roster' | 'unsourced';

/** From the best ground to none. */
export const BASES = [
  'drill',
  'measured',
  'imported',
  'roster',
  'vendor',
  'assumed',
  'unsourced',
] as const satisfies readonly Basis[];

/** Nobody has seen what rests on these. */
export const UNSEEN: readonly Basis[] = ['assumed', 'unsourced'];
