import type { SourceText } from '../scenario.js';

/** A stretch of a text: UTF-16 offsets, `start` included, `end` excluded. */
export interface Place {
  readonly source: SourceText;
  readonly start: number;
  readonly end: number;
}

/** What a file says, with the place of every part: the values of the file without the habits of YAML. */
export type LocatedNode = LocatedMap | LocatedList | LocatedScalar;

export interface LocatedMap {
  readonly kind: 'map';
  readonly place: Place;
  readonly entries: ReadonlyMap<string, LocatedEntry>;
}

export interface LocatedEntry {
  readonly key: Place;
  readonly value: LocatedNode;
}

export interface LocatedList {
  readonly kind: 'list';
  readonly place: Place;
  readonly items: readonly LocatedNode[];
}

export interface LocatedScalar {
  readonly kind: 'scalar';
  readonly place: Place;
  readonly value: string | number | boolean | null;
}

/** Where a value stands: the keys and zero-based positions that lead to it from the top of the file. */
export type Path = readonly (string | number)[];

/** The value at a path, and the place of the key that leads to it; undefined when there is none. */
export function nodeAt(root: LocatedNode, path: Path): { node: LocatedNode; key?: Place } | undefined {
  let found: { node: LocatedNode; key?: Place } = { node: root };
  for (const step of path) {
    const next = childOf(found.node, step);
    if (next === undefined) return undefined;
    found = next;
  }
  return found;
}

function childOf(node: LocatedNode, step: string | number): { node: LocatedNode; key?: Place } | undefined {
  if (node.kind === 'map') {
    const entry = node.entries.get(String(step));
    return entry === undefined ? undefined : { node: entry.value, key: entry.key };
  }
  if (node.kind === 'scalar') return undefined;
  const item = node.items.at(Number(step));
  return item === undefined ? undefined : { node: item };
}

/** A path as people write it: `runbook.restore.follows[1]`. */
export function formatPath(path: Path): string {
  return path
    .map((step, index) => (typeof step === 'number' ? `[${String(step)}]` : index === 0 ? step : `.${step}`))
    .join('');
}

/** The bare values of a tree, without places. */
export function plainData(node: LocatedNode): unknown {
  switch (node.kind) {
    case 'scalar':
      return node.value;
    case 'list':
      return node.items.map(plainData);
    case 'map':
      return Object.fromEntries([...node.entries].map(([key, entry]) => [key, plainData(entry.value)]));
    default:
      return node satisfies never;
  }
}
