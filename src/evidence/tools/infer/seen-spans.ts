import { largest, smallest } from '../extremes.js';
import type { BackupLog } from '../backup-log.js';
import type { Span } from './due-runs.js';
import { listingsInTime, unthinnedFrom } from './infer-retention.js';

/** So many of the newest runs are looked at for schedules; more would take minutes, and say the same. */
const MOST_RUNS = 20_000;

/**
 * The spans of time of which a log knows what ran. A listing knows it from its oldest full to its newest run, and the
 * newest listing up to the instant at which it was taken; what ran and was pruned between two listings is in none.
 * Where older runs were taken away one by one, only the newest stretch counts, and never more than 20,000 runs.
 */
export function seenSpans(log: BackupLog, asOf: number): readonly Span[] {
  const starts = new Map(log.runs.flatMap(({ id, startedAt }) => (startedAt === undefined ? [] : [[id, startedAt]])));
  const fulls = new Map(log.runs.filter(({ level }) => level === 'full').map(({ id }) => [id, starts.get(id)]));
  const ascending = [...starts.values()].sort((a, b) => a - b);
  const first = Math.max(unthinnedFrom(log.runs), ascending.length - MOST_RUNS);
  const unthinned = ascending.at(first);
  if (unthinned === undefined) return [];
  const listings = listingsInTime(log);
  if (listings.length === 0) return [{ from: unthinned, to: asOf }];
  const spans = listings.flatMap((ids, index): readonly Span[] => {
    const own = [...ids].flatMap((id) => starts.get(id) ?? []);
    const oldest = smallest([...ids].flatMap((id) => fulls.get(id) ?? []));
    const from = Math.max(Number.isFinite(oldest) ? oldest : smallest(own), unthinned);
    const to = index === listings.length - 1 ? asOf : largest(own);
    return own.length > 0 && from <= to ? [{ from, to }] : [];
  });
  return joined(spans);
}

/** Spans that touch or overlap as one. */
function joined(spans: readonly Span[]): readonly Span[] {
  const result: { from: number; to: number }[] = [];
  for (const { from, to } of [...spans].sort((a, b) => a.from - b.from)) {
    const last = result.at(-1);
    if (last !== undefined && from <= last.to) last.to = Math.max(last.to, to);
    else result.push({ from, to });
  }
  return result;
}
