import { LAW_NAMES } from '../law-names.js';
import { problemAt } from '../problem.js';
import type { PlacedProblem } from '../problem.js';
import * as wording from '../wording.js';
import type { LocatedEntry, LocatedMap, LocatedNode, Path } from './located-tree.js';

/** Keys that make a map a value, and keys that may stand beside them. */
const VALUE_MAKERS: readonly string[] = ['value', ...LAW_NAMES, 'cron'];
const VALUE_KEYS = new Set([
  ...VALUE_MAKERS,
  'at-least',
  'at-most',
  'timezone',
  'source',
  'as-of',
  'note',
  'counts-as',
]);

/** Sections whose entries have names of the author's choosing: a role may well be called `empirical`. */
const NAMED_SECTIONS = new Set([
  ...['people', 'links', 'sites', 'surfaces', 'incidents', 'decisions', 'runbook', 'milestones', 'readiness'],
]);

/**
 * What results when one file builds on another: maps merge by key, everything else (lists, scalars, and maps that
 * are one value, such as a law) is replaced whole. A key with nothing after it (`key: null`) removes what was inherited;
 * where nothing was, that is a problem. Inherited entries come first, in their order.
 *
 * @param base what is inherited; undefined for a file that builds on nothing.
 * @param problems receives what is found.
 */
export function mergeTrees(base: LocatedMap | undefined, over: LocatedMap, problems: PlacedProblem[]): LocatedMap {
  return mergeMaps(base, over, [], problems);
}

function mergeMaps(base: LocatedMap | undefined, over: LocatedMap, path: Path, problems: PlacedProblem[]): LocatedMap {
  const entries = new Map<string, LocatedEntry>(base?.entries);
  for (const [name, entry] of over.entries) {
    const inherited = base?.entries.get(name)?.value;
    const here = [...path, name];
    if (entry.value.kind === 'scalar' && entry.value.value === null) {
      if (inherited === undefined) problems.push(problemAt(entry.key, here, wording.nothingToRemove(name)));
      entries.delete(name);
    } else {
      entries.set(name, { key: entry.key, value: mergeNodes(inherited, entry.value, here, problems) });
    }
  }
  return { kind: 'map', place: over.place, entries };
}

function mergeNodes(
  base: LocatedNode | undefined,
  over: LocatedNode,
  path: Path,
  problems: PlacedProblem[],
): LocatedNode {
  if (over.kind !== 'map' || isValue(over, path)) return over;
  return mergeMaps(base?.kind === 'map' && !isValue(base, path) ? base : undefined, over, path, problems);
}

/** True when a map is one value, such as a law or a value with its source. */
export function isValue(map: LocatedMap, path: Path): boolean {
  if (path.length <= 1 || (path.length === 2 && NAMED_SECTIONS.has(String(path[0])))) return false;
  const keys = [...map.entries.keys()];
  return keys.every((key) => VALUE_KEYS.has(key)) && keys.some((key) => VALUE_MAKERS.includes(key));
}
