import { isMap } from '../shape/leaf.js';
import type { Path } from '../document/located-tree.js';

/**
 * The names of a file and who refers to whom, read from its bare data: whatever is wrong elsewhere, names can
 * still be checked. What has the wrong form is left out, because the shape has complained of it already.
 */
export interface Outline {
  readonly roles: ReadonlyMap<string, EntryData>;
  readonly links: ReadonlyMap<string, EntryData>;
  readonly sites: ReadonlyMap<string, EntryData>;
  readonly surfaces: ReadonlyMap<string, EntryData>;
  readonly incidents: ReadonlyMap<string, EntryData>;
  readonly decisions: ReadonlyMap<string, EntryData>;
  readonly steps: ReadonlyMap<string, EntryData>;
  readonly readiness: ReadonlyMap<string, EntryData>;
  readonly milestones: ReadonlyMap<string, unknown>;
  readonly costs: EntryData;
  readonly period: EntryData;
}

/** The keys of one entry of a section. */
export type EntryData = Readonly<Record<string, unknown>>;

/** A name as it stands in the file, with its place. */
export interface NameUse {
  readonly name: string;
  readonly path: Path;
}

/** The outline of a whole file. */
export function outlineOf(data: unknown): Outline {
  const file = isMap(data) ? data : {};
  return {
    roles: entriesOf(file['people']),
    links: entriesOf(file['links']),
    sites: entriesOf(file['sites']),
    surfaces: entriesOf(file['surfaces']),
    incidents: entriesOf(file['incidents']),
    decisions: entriesOf(file['decisions']),
    steps: entriesOf(file['runbook']),
    readiness: entriesOf(file['readiness']),
    milestones: new Map(Object.entries(isMap(file['milestones']) ? file['milestones'] : {})),
    costs: isMap(file['costs']) ? file['costs'] : {},
    period: isMap(file['period']) ? file['period'] : {},
  };
}

/** Entries that are no maps have no keys, but their names exist. */
function entriesOf(section: unknown): ReadonlyMap<string, EntryData> {
  const entries = Object.entries(isMap(section) ? section : {});
  return new Map(entries.map(([name, entry]) => [name, isMap(entry) ? entry : {}]));
}

/** The value itself, where it is written with its source: `{ value: 7, source: drill }`. */
export function bare(data: unknown): unknown {
  return isMap(data) && 'value' in data ? data['value'] : data;
}

/** The names in a value that is one name, a list of them, or a map by name. */
export function namesIn(data: unknown, path: Path): NameUse[] {
  if (typeof data === 'string') return [{ name: data, path }];
  if (Array.isArray(data)) {
    return data.flatMap((item, index) => (typeof item === 'string' ? [{ name: item, path: [...path, index] }] : []));
  }
  return isMap(data) ? Object.keys(data).map((name) => ({ name, path: [...path, name] })) : [];
}
