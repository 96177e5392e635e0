import type { Retention } from '../../../scenario/scenario.js';
import { DAY, HOUR, seconds } from '../../../units/quantity.js';
import { writtenDuration } from '../part/written-value.js';
import type { BackupLog, BackupRun } from '../backup-log.js';
import type { Observed } from './observed.js';

/** Fewer backups that are kept say nothing about how many will be. */
const LEAST_KEPT = 2;

/** A gap this much longer than those among the newest runs is one from which runs were taken. */
const THINNED = 1.5;

/** So many of the newest gaps say how far apart runs are before any is taken away. */
const NEWEST_GAPS = 7;

/** A retention, or why none is seen. */
export type InferredRetention = Observed<Retention> | { readonly unseen: string };

/**
 * The rule of retention: what the tool states, what the expiry of its backups says, or else the number of usable fulls in
 * the newest listing. A number cannot be told from an age, nor from a history that is still young; the words say so.
 */
export function inferRetention(log: BackupLog): InferredRetention {
  const { keep } = log.stated;
  if (keep !== undefined) return { value: keep, origin: 'stated', words: 'the tool states it' };
  const expiry = expiryOf(log.runs);
  if (expiry !== undefined) return expiry;
  if (log.listsFailures && log.tool === 'aws-backup') {
    return { unseen: 'Retention is not seen: AWS Backup lists jobs, not what is kept of them.' };
  }
  if (isThinned(log.runs)) {
    return {
      unseen:
        'Retention is not seen: older backups lie further apart, so rules of the calendar thin them; write them as "keep".',
    };
  }
  const kept = keptFulls(log);
  const [oldest, newest] = [kept.at(0), kept.at(-1)];
  if (kept.length < LEAST_KEPT || oldest?.startedAt === undefined || newest?.startedAt === undefined) {
    return {
      unseen: `Retention is not seen: ${String(kept.length)} ${kept.length === 1 ? 'full is' : 'fulls are'} kept, and nothing says for how long.`,
    };
  }
  const pruned = prunedIds(log);
  const proof =
    pruned.size > 0
      ? `${String(pruned.size)} older backups went from one listing to the next`
      : 'a history that is still young looks the same';
  return {
    value: { count: kept.length },
    origin: 'inferred',
    words: `${String(kept.length)} fulls are kept, over ${writtenDuration(newest.startedAt - oldest.startedAt)}; ${proof}`,
  };
}

/** Most runs expire as long after their start, to the hour. */
function expiryOf(runs: readonly BackupRun[]): Observed<Retention> | undefined {
  const ages = runs.flatMap(({ startedAt, expiresAt }) =>
    startedAt === undefined || expiresAt === undefined ? [] : [Math.round((expiresAt - startedAt) / HOUR) * HOUR],
  );
  const newest = ages.at(-1);
  if (newest === undefined || newest <= 0) return undefined;
  const alike = ages.filter((age) => age === newest).length;
  const words = `${String(alike)} of ${String(ages.length)} backups expire ${writtenDuration(newest)} after their start`;
  return { value: { age: seconds(newest) }, origin: 'stated', words };
}

/** The usable fulls of the newest listing, by their start. */
function keptFulls({ runs, listings }: BackupLog): readonly BackupRun[] {
  const newest = newestListing({ runs, listings });
  return runs
    .filter(
      ({ id, level, outcome }) =>
        level === 'full' && outcome === 'succeeded' && (newest === undefined || newest.has(id)),
    )
    .sort((a, b) => (a.startedAt ?? 0) - (b.startedAt ?? 0));
}

function newestListing({ runs, listings }: Pick<BackupLog, 'runs' | 'listings'>): ReadonlySet<string> | undefined {
  return listingsInTime({ runs, listings }).at(-1);
}

/** The listings in the order of the newest run that each has. */
export function listingsInTime({
  runs,
  listings,
}: Pick<BackupLog, 'runs' | 'listings'>): readonly ReadonlySet<string>[] {
  const startOf = new Map(runs.map(({ id, startedAt }) => [id, startedAt ?? 0]));
  const newestOf = (ids: ReadonlySet<string>): number =>
    [...ids].reduce((newest, id) => Math.max(newest, startOf.get(id) ?? 0), 0);
  return listings
    .map(({ ids }) => ({ ids, newest: newestOf(ids) }))
    .sort((a, b) => a.newest - b.newest)
    .map(({ ids }) => ids);
}

/** What an earlier listing had and a later one has not. */
function prunedIds(log: BackupLog): ReadonlySet<string> {
  const listings = listingsInTime(log);
  const last = listings.at(-1);
  return new Set(listings.flatMap((ids) => [...ids].filter((id) => last?.has(id) === false)));
}

/** Whether older runs were taken away one by one, so that those that are left lie further apart. */
function isThinned(runs: readonly BackupRun[]): boolean {
  return unthinnedFrom(runs) > 0;
}

/** The index, among the starts in ascending order, from which on no run was taken away. */
export function unthinnedFrom(runs: readonly BackupRun[]): number {
  const starts = runs.flatMap(({ startedAt }) => (startedAt === undefined ? [] : [startedAt])).sort((a, b) => a - b);
  const gaps = starts.slice(1).map((start, index) => start - starts[index]);
  if (gaps.length < 2 * NEWEST_GAPS || starts[starts.length - 1] - starts[0] < 2 * DAY) return 0;
  const newest = gaps.slice(-NEWEST_GAPS).sort((a, b) => a - b);
  const usual = newest[Math.floor(newest.length / 2)];
  const wide = gaps.slice(0, -NEWEST_GAPS).map((gap) => gap > THINNED * usual);
  // Runs that are missing now and then leave wide gaps too; thinning leaves hardly any other.
  const lastWide = wide.lastIndexOf(true);
  const shareBefore = wide.slice(0, lastWide + 1).filter((isWide) => isWide).length / Math.max(1, lastWide + 1);
  return lastWide >= 0 && shareBefore > 0.8 ? lastWide + 1 : 0;
}
