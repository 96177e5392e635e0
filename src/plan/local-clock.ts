import { DAY } from '../units/quantity.js';
import { offsetAt } from '../units/time-zone.js';

/**
 * The clock on the wall of a time zone over a span of time: from local time to instants, with the zone's
 * offset changes found once. A local time that a change skips becomes the instant of the change; one that a
 * change repeats becomes its first occurrence.
 */
export interface LocalClock {
  /** Instants of the changes of offset, in seconds since 1970; the first entry is the start of the span. */
  readonly changes: readonly number[];
  /** Offset from UTC in seconds from each change on. */
  readonly offsets: readonly number[];
}

/** A year has hundreds of days to ask after, and a plan asks for the same clock again and again; a study, for hundreds of plans. */
const known = new Map<string, LocalClock>();
const MOST_KNOWN = 64;

/**
 * The clock of an IANA time zone from `from` to `to`, in seconds since 1970.
 *
 * @throws RangeError when the zone is not known.
 */
export function localClock(timezone: string, from: number, to: number): LocalClock {
  const key = `${timezone} ${from} ${to}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const clock = readClock(timezone, from, to);
  if (known.size === MOST_KNOWN) known.clear();
  known.set(key, clock);
  return clock;
}

function readClock(timezone: string, from: number, to: number): LocalClock {
  const changes = [from];
  const offsets = [offsetAt(from, timezone)];
  for (let day = from; day < to; day += DAY) {
    const last = offsets[offsets.length - 1];
    const offset = offsetAt(day + DAY, timezone);
    if (offset === last) continue;
    let before = day;
    let after = day + DAY;
    while (after - before > 1) {
      const middle = Math.floor((before + after) / 2);
      if (offsetAt(middle, timezone) === last) before = middle;
      else after = middle;
    }
    changes.push(after);
    offsets.push(offset);
  }
  return { changes, offsets };
}

/** The instant at which the clock first shows a local time, given in seconds since 1970 as if it were UTC. */
export function instantOfLocal(clock: LocalClock, local: number): number {
  const { changes, offsets } = clock;
  for (let i = 0; i < changes.length; i++) {
    const isLast = i + 1 === changes.length;
    if (!isLast && local - offsets[i] >= changes[i + 1]) continue;
    // Earlier than this offset begins: the change skipped this local time.
    return i > 0 ? Math.max(local - offsets[i], changes[i]) : local - offsets[i];
  }
  return local - offsets[0];
}

/** Local time of an instant, in seconds since 1970 as if it were UTC. */
export function localOfInstant(clock: LocalClock, instant: number): number {
  let i = 0;
  while (i + 1 < clock.changes.length && clock.changes[i + 1] <= instant) i++;
  return instant + clock.offsets[i];
}
