import { RHYTHMS } from '../../units/calendar-bucket.js';
import type { Provenance } from '../scenario.js';

/** Where the values of a scenario come from, by their path, and which of them have been written. */
export class SourceBook {
  private readonly byPath: ReadonlyMap<string, Provenance>;
  private readonly written = new Set<string>();

  constructor(provenance: readonly Provenance[]) {
    this.byPath = new Map(provenance.map((entry) => [entry.path, entry]));
  }

  has(path: string): boolean {
    return this.byPath.has(path);
  }

  /** A value as it is written at a path: alone, or in a map with its source. */
  sourced(path: string, value: unknown): unknown {
    const entry = this.byPath.get(path);
    if (entry === undefined || value === undefined) return value;
    this.written.add(path);
    const { source, asOf, note, countsAs } = entry;
    return {
      ...(isWholeValue(value) ? value : { value }),
      source,
      ...(asOf === undefined ? {} : { 'as-of': asOf }),
      ...(note === undefined ? {} : { note }),
      ...(countsAs === undefined ? {} : { 'counts-as': countsAs }),
    };
  }

  /** The paths at which no value has been written. */
  unwritten(): string[] {
    return [...this.byPath.keys()].filter((path) => !this.written.has(path));
  }
}

const RETENTION_RULES = ['age', 'count', ...RHYTHMS.map(({ name }) => name)];

/** Rules of retention are a map that needs `value` before it; laws and cron maps have room for a source. */
function isWholeValue(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !RETENTION_RULES.some((rule) => rule in value);
}
