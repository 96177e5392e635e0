import type { BackupLog } from '../backup-log.js';
import type { Span } from './due-runs.js';
import { listingsInTime, unthinnedFrom } from './infer-retention.js';

/**
 * The spans of time of which a log knows what ran. A listing knows it from its oldest full to its newest run, and the
 * newest listing up to the instant at which it was taken; what ran and was pruned between two listings is in none.
 * Where older runs were taken away one by one, only the newest stretch counts.
 */
export function seenSpans(log: BackupLog, asOf: number): readonly Span[] {
  const starts = new Map(log.runs.flatMap(({ id, startedAt }) => (startedAt === undefined ? [] : [[id, startedAt]])));
  const fulls = new Map(log.runs.filter(({ level }) => level === 'full').map(({ id }) => [id, starts.get(id)]));
  const ascending = [...starts.values()].sort((a, b) => a - b);
  const unthinned = ascending.at(unthinnedFrom(log.runs));
  if (unthinned === undefined) return [];
  const listings = listingsInTime(log);
  if (listings.length === 0) return [{ from: unthinned, to: asOf }];
  const spans = listings.flatMap((ids, index): readonly Span[] => {
    const own = [...ids].flatMap((id) => starts.get(id) ?? []);
    const oldest = Math.min(...[...ids].flatMap((id) => fulls.get(id) ?? []), Infinity);
    const from = Math.max(Number.isFinite(oldest) ? oldest : Math.min(...own), unthinned);
    const to = index === listings.length - 1 ? asOf : Math.max(...own);
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
