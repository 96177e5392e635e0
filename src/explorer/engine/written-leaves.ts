import { openExtended, type LoadText } from '../../scenario/document/extend.js';
import { formatPath, type LocatedMap, type LocatedNode, type Path } from '../../scenario/document/located-tree.js';
import type { SourceText } from '../../scenario/scenario.js';
import type { WrittenLeaf } from './protocol.js';

/** Keys beside a value that say where it comes from. */
const PROVENANCE = new Set(['source', 'as-of', 'note', 'counts-as']);
/** What is read by people, or names things. */
const WORDS = new Set(['name', 'asks', 'extends', 'currency', 'timezone', 'drillcast', 'answer', 'description']);

/**
 * Every value of a scenario that has a number or a schedule and is written in one line, with those that it inherits, in the
 * order of the file.
 */
export function writtenLeaves(file: SourceText, load: LoadText): readonly WrittenLeaf[] {
  const { tree } = openExtended(file, load, []);
  const found: WrittenLeaf[] = [];
  if (tree !== undefined) collect(tree, [], file.file, found);
  return found;
}

function collect(map: LocatedMap, path: Path, own: string, found: WrittenLeaf[]): void {
  const source = textOf(map.entries.get('source')?.value);
  for (const [key, { value }] of map.entries) {
    if (PROVENANCE.has(key) || WORDS.has(key)) continue;
    if (value.kind === 'map') collect(value, [...path, key], own, found);
    if (value.kind !== 'scalar') continue;
    const text = textOf(value);
    if (text === undefined || !/\d/.test(text)) continue;
    const keys = [...path, key].map(String);
    // A value with its source beside it goes by the name of the map.
    const named = key === 'value' ? keys.slice(0, -1) : keys;
    const { source: place } = value.place;
    found.push({ path: formatPath(named), keys, text, isOwn: place.file === own, file: place.file, source });
  }
}

function textOf(node: LocatedNode | undefined): string | undefined {
  return node?.kind === 'scalar' && node.value !== null ? String(node.value) : undefined;
}
