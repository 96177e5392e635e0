import type { CalendarDate } from './calendar-date.js';
import { DAY, instant } from './quantity.js';
import type { Instant } from './quantity.js';

const UTC = 'UTC';

/** True when the platform knows a time zone of that IANA name. */
export function isTimeZone(name: string): boolean {
  // Offsets such as "+02:00" are accepted by some engines and refused by others.
  if (!/^[A-Za-z][A-Za-z0-9_+/-]*$/.test(name)) return false;
  // Asking for it would load the time zones of the world, which a reader in UTC need not wait for.
  if (name === UTC) return true;
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: name });
    return true;
  } catch {
    // The constructor throws for a name that it does not know, which is the answer we want.
    return false;
  }
}

/** The names of all time zones of the platform, `UTC` among them; links such as `Asia/Calcutta` may be left out. */
export function timeZones(): readonly string[] {
  return [UTC, ...Intl.supportedValuesOf('timeZone')];
}

/**
 * The first instant of a local day: midnight, or where the clock skips midnight the first instant after.
 *
 * @throws RangeError when the time zone is unknown.
 */
export function startOfDay(date: CalendarDate, timezone: string): Instant {
  const localMidnight = Date.UTC(date.year, date.month - 1, date.day) / 1000;
  const offsetBefore = offsetAt(localMidnight - DAY, timezone);
  const offsetAfter = offsetAt(localMidnight + DAY, timezone);
  // Zones change at most once in these two days, so midnight lies under one offset, both (it strikes twice:
  // the earlier counts) or neither (it is skipped: the day begins at the change).
  const candidates = [localMidnight - offsetBefore, localMidnight - offsetAfter];
  const hits = candidates.filter((candidate) => candidate + offsetAt(candidate, timezone) === localMidnight);
  return instant(hits.length > 0 ? Math.min(...hits) : localMidnight - offsetBefore);
}

/**
 * The local day of an instant.
 *
 * @throws RangeError when the time zone is unknown.
 */
export function localDate(at: Instant, timezone: string): CalendarDate {
  const shifted = new Date((at + offsetAt(at, timezone)) * 1000);
  return { year: shifted.getUTCFullYear(), month: shifted.getUTCMonth() + 1, day: shifted.getUTCDate() };
}

/**
 * Seconds that the local clock is ahead of UTC at an instant, in seconds since 1970.
 *
 * @throws RangeError when the time zone is unknown.
 */
export function offsetAt(at: number, timezone: string): number {
  if (timezone === UTC) return 0;
  const parts = clockOf(timezone).formatToParts(new Date(at * 1000));
  const part = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((found) => found.type === type)?.value);
  const local = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
  return local / 1000 - Math.floor(at);
}

const clocks = new Map<string, Intl.DateTimeFormat>();

/** Making a formatter costs a thousand times more than using one. */
function clockOf(timezone: string): Intl.DateTimeFormat {
  const known = clocks.get(timezone);
  if (known !== undefined) return known;
  const clock = new Intl.DateTimeFormat('en-US', {
    timeZone: timezone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  clocks.set(timezone, clock);
  return clock;
}
