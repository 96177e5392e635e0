import { bracesText } from '../../scenario/braces-text.js';
import { openExtended, type LoadText } from '../../scenario/document/extend.js';
import {
  formatPath,
  plainData,
  type LocatedMap,
  type LocatedNode,
  type Path,
} from '../../scenario/document/located-tree.js';
import { isValue } from '../../scenario/document/merge-trees.js';
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
    const law = value.kind === 'map' ? lawAt(value, [...path, key]) : undefined;
    if (law !== undefined) {
      const { file } = value.place.source;
      found.push({ ...law, isOwn: file === own, file, beside: file === own ? besideOf(value) : {} });
    }
    if (law === undefined && value.kind === 'map') collect(value, [...path, key], own, found);
    if (value.kind !== 'scalar') continue;
    const text = textOf(value);
    if (text === undefined || !/\d/.test(text)) continue;
    const keys = [...path, key].map(String);
    // A value with its source beside it goes by the name of the map.
    const named = key === 'value' ? keys.slice(0, -1) : keys;
    const { source: place } = value.place;
    found.push({
      path: formatPath(named),
      keys,
      text,
      isOwn: place.file === own,
      file: place.file,
      source,
      beside: {},
    });
  }
}

/** A law by its name is one value, with all that belongs to it; what says where it comes from does not. */
function lawAt(map: LocatedMap, path: Path): Omit<WrittenLeaf, 'isOwn' | 'file' | 'beside'> | undefined {
  const rest = [...map.entries].filter(([key]) => !PROVENANCE.has(key));
  if (!isValue(map, path) || (rest.length === 1 && rest[0][0] === 'value')) return undefined;
  const text = bracesText(plainData({ ...map, entries: new Map(rest) }));
  return { path: formatPath(path), keys: path.map(String), text, source: textOf(map.entries.get('source')?.value) };
}

function besideOf(value: LocatedNode): WrittenLeaf['beside'] {
  const entries = value.kind === 'map' ? [...value.entries] : [];
  return Object.fromEntries(
    entries.filter(([key]) => PROVENANCE.has(key)).map(([key, beside]) => [key, plainData(beside.value)]),
  );
}

function textOf(node: LocatedNode | undefined): string | undefined {
  return node?.kind === 'scalar' && node.value !== null ? String(node.value) : undefined;
}
