import { z } from 'zod';
import type { Path } from '../../../scenario/document/located-tree.js';
import type { BackupLog } from '../backup-log.js';
import type { ToolDocument } from '../text/tool-document.js';
import { isMap, rootsOf } from '../tool-reader.js';

/** An object of Kubernetes as `kubectl get … -o yaml` prints it, with its place in the document. */
export interface Manifest {
  readonly kind: string;
  readonly value: Readonly<Record<string, unknown>>;
  readonly path: Path;
}

/** `metadata` of any object, as far as it is read. */
export const metadataShape = z.object({
  name: z.string(),
  namespace: z.string().nullish(),
  labels: z.record(z.string(), z.string()).nullish(),
  creationTimestamp: z.string().nullish(),
});

/** An instant of a status; null or absent until it is reached. */
export const stampShape = z.string().nullish();

/**
 * All objects of an API group in a document: single ones, those of several YAML documents, and those in a `List` or in
 * a list of one kind (`BackupList`).
 */
export function manifestsOf(document: ToolDocument, group: string): readonly Manifest[] {
  return rootsOf(document).flatMap((root, number) => collect(root, [number], group));
}

function collect(value: unknown, path: Path, group: string): readonly Manifest[] {
  if (!isMap(value)) return [];
  const { items, kind, apiVersion } = value;
  if (Array.isArray(items)) return items.flatMap((item, index) => collect(item, [...path, 'items', index], group));
  const isOfGroup = typeof apiVersion === 'string' && apiVersion.startsWith(`${group}/`);
  return isOfGroup && typeof kind === 'string' ? [{ kind, value, path }] : [];
}

/** What the objects of one file list of one kind, by subject; a listing says what is there, but not for how long. */
export function listingOf(file: string, runs: BackupLog['runs']): BackupLog['listings'] {
  return runs.length === 0 ? [] : [{ file, ids: new Set(runs.map(({ id }) => id)) }];
}
