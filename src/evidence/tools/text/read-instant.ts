import { parseCalendarDate } from '../../../units/calendar-date.js';
import { DAY, HOUR, instant, MINUTE, type Instant } from '../../../units/quantity.js';
import { offsetAt } from '../../../units/time-zone.js';

/** An instant, and whether its text had a time zone. */
export interface ReadInstant {
  readonly at: Instant;
  readonly isZoned: boolean;
}

const STAMP =
  /^(\d{4}-\d{2}-\d{2})[T ](\d{2}):(\d{2}):(\d{2})(?:[.,](\d+))?\s*(Z|[+-]\d{2}(?::?\d{2}(?::?\d{2})?)?)?(?:\s+UTC)?$/i;

/** Earlier than any backup tool, later than any of us: what lies outside was not meant as seconds since 1970. */
const [EARLIEST, LATEST] = [instant(Date.UTC(1990, 0) / 1000), instant(Date.UTC(2200, 0) / 1000)];

/**
 * Reads an instant as backup tools write it: RFC 3339 and its relatives (a blank in place of the `T`, an offset of hours
 * alone, as PostgreSQL prints it), or seconds since 1970 as a number or a text. Undefined when it is none of these, or
 * is not from 1990 to 2199.
 *
 * @param timezone in which a time without an offset is read; a time that the clock shows twice is the first.
 * @source RFC 3339; PostgreSQL documentation, "Date/Time Output".
 */
export function readInstant(value: string | number, timezone: string): ReadInstant | undefined {
  const read = typeof value === 'number' ? { at: value, isZoned: true } : readText(value.trim(), timezone);
  return read !== undefined && read.at >= EARLIEST && read.at < LATEST
    ? { at: instant(read.at), isZoned: read.isZoned }
    : undefined;
}

/** What a stamp always has: all of it, day, hour, minute, second. */
type Parts = [string, string, string, string, string];

function readText(text: string, timezone: string): { readonly at: number; readonly isZoned: boolean } | undefined {
  if (/^\d+(\.\d+)?$/.test(text)) return { at: Number(text), isZoned: true };
  const match = STAMP.exec(text);
  if (match === null) return undefined;
  const [, day, hour, minute, second, fraction = '0', zone] = match as unknown as [
    ...Parts,
    string | undefined,
    string | undefined,
  ];
  const date = parseCalendarDate(day);
  if (date === undefined || Number(hour) > 24 || Number(minute) > 59 || Number(second) > 60) return undefined;
  const midnight = Date.UTC(date.year, date.month - 1, date.day) / 1000;
  const local = midnight + Number(hour) * HOUR + Number(minute) * MINUTE + Number(second) + Number(`0.${fraction}`);
  return zone === undefined && !/UTC$/i.test(text)
    ? { at: instantOfClock(local, timezone), isZoned: false }
    : { at: local - offsetOf(zone ?? 'Z'), isZoned: true };
}

function offsetOf(zone: string): number {
  if (/^z$/i.test(zone)) return 0;
  const [hours, minutes = '0', seconds = '0'] = zone.slice(1).match(/\d{2}/g) ?? [];
  const size = Number(hours) * HOUR + Number(minutes) * MINUTE + Number(seconds);
  return zone.startsWith('-') ? -size : size;
}

/** A local time by the offset before a change of the clocks, if it is shown under that one, else by the other. */
function instantOfClock(local: number, timezone: string): number {
  const before = local - offsetAt(local - DAY, timezone);
  return before + offsetAt(before, timezone) === local ? before : local - offsetAt(local, timezone);
}
