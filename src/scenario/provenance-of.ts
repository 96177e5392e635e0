import { formatPath } from './document/located-tree.js';
import type { LocatedMap, LocatedNode, Path } from './document/located-tree.js';
import { isValue } from './document/merge-trees.js';
import type { Provenance } from './scenario.js';
import { PROVENANCE_SOURCES } from './shape/provenance-keys.js';

/** Every value of a file that says where it comes from, in the order of its paths. */
export function provenanceOf(tree: LocatedMap): Provenance[] {
  const found: Provenance[] = [];
  collect(tree, [], found);
  return found.sort((a, b) => (a.path < b.path ? -1 : 1));
}

function collect(node: LocatedNode, path: Path, found: Provenance[]): void {
  if (node.kind !== 'map') return;
  if (isValue(node, path)) {
    const source = PROVENANCE_SOURCES.find((known) => known === textAt(node, 'source'));
    const asOf = textAt(node, 'as-of');
    const note = textAt(node, 'note');
    const countsAs = textAt(node, 'counts-as');
    if (source === undefined) return;
    const path_ = formatPath(path);
    found.push({
      path: path_,
      source,
      ...(asOf === undefined ? {} : { asOf }),
      ...(note === undefined ? {} : { note }),
      ...(countsAs === undefined ? {} : { countsAs: Number(countsAs) }),
    });
    return;
  }
  for (const [key, entry] of node.entries) collect(entry.value, [...path, key], found);
}

function textAt(map: LocatedMap, key: string): string | undefined {
  const value = map.entries.get(key)?.value;
  return value?.kind === 'scalar' && value.value !== null ? String(value.value) : undefined;
}
