import { DAY, HOUR, MINUTE } from './quantity.js';
import type { Dimension } from './parsed.js';

/**
 * A unit: what it measures, and what it is worth in base units (seconds, bytes, bytes per second): `times` divided
 * by `over`. The two are kept apart so that `10 GiB/h` and `97%` are rounded once.
 */
export interface Unit {
  readonly dimension: Dimension;
  readonly times: number;
  readonly over: number;
  /** Months and years, taken at their mean length. */
  readonly isCalendar: boolean;
}

/** Seconds per Julian year of 365.25 days, the year of frequencies and ages. */
export const YEAR = 365.25 * DAY;

const WEEK = 7 * DAY;
export const MONTH = YEAR / 12;

/** Spellings of each unit of time, the shortest first. */
export const TIME_UNITS: readonly { readonly names: readonly string[]; readonly seconds: number }[] = [
  { names: ['ms', 'millisecond', 'milliseconds'], seconds: 0.001 },
  { names: ['s', 'sec', 'second', 'seconds'], seconds: 1 },
  { names: ['m', 'min', 'minute', 'minutes'], seconds: MINUTE },
  { names: ['h', 'hour', 'hours'], seconds: HOUR },
  { names: ['d', 'day', 'days'], seconds: DAY },
  { names: ['w', 'week', 'weeks'], seconds: WEEK },
];

/** Months and years; their seconds are a mean, not a length. */
export const CALENDAR_UNITS: typeof TIME_UNITS = [
  { names: ['month', 'months'], seconds: MONTH },
  { names: ['y', 'year', 'years'], seconds: YEAR },
];

/** Bytes per unit of size: decimal (MB) and binary (MiB) units are different things. */
export const SIZE_UNITS: ReadonlyMap<string, number> = new Map([
  ['B', 1],
  ['kB', 1e3],
  ['MB', 1e6],
  ['GB', 1e9],
  ['TB', 1e12],
  ['PB', 1e15],
  ['KiB', 2 ** 10],
  ['MiB', 2 ** 20],
  ['GiB', 2 ** 30],
  ['TiB', 2 ** 40],
  ['PiB', 2 ** 50],
]);

/** Bits are read only in a rate, as networks are sold. */
export const BIT_UNITS: ReadonlyMap<string, number> = new Map([
  ['bit', 1],
  ['kbit', 1e3],
  ['Mbit', 1e6],
  ['Gbit', 1e9],
  ['Tbit', 1e12],
]);

const BITS_PER_BYTE = 8;

const timeByName = new Map(TIME_UNITS.flatMap((unit) => unit.names.map((name) => [name, unit.seconds] as const)));
const calendarByName = new Map(
  CALENDAR_UNITS.flatMap((unit) => unit.names.map((name) => [name, unit.seconds] as const)),
);

/** The unit that a text names, composites such as `MiB/s` and `/min` included; undefined when there is none. */
export function findUnit(text: string): Unit | undefined {
  if (text === '%') return { dimension: 'share', times: 1, over: 100, isCalendar: false };
  const slash = text.indexOf('/');
  if (slash >= 0) return perTime(text.slice(0, slash).trim(), text.slice(slash + 1).trim());
  const size = SIZE_UNITS.get(text);
  if (size !== undefined) return { dimension: 'size', times: size, over: 1, isCalendar: false };
  return findTimeUnit(text);
}

function findTimeUnit(text: string): Unit | undefined {
  const calendar = calendarByName.get(text);
  const seconds = calendar ?? timeByName.get(text);
  if (seconds === undefined) return undefined;
  return { dimension: 'duration', times: seconds, over: 1, isCalendar: calendar !== undefined };
}

function perTime(amount: string, time: string): Unit | undefined {
  const per = findTimeUnit(time);
  if (per === undefined) return undefined;
  const { isCalendar } = per;
  if (amount === '') return { dimension: 'count rate', times: 1, over: per.times, isCalendar };
  const bits = BIT_UNITS.get(amount);
  if (bits !== undefined) return { dimension: 'rate', times: bits, over: BITS_PER_BYTE * per.times, isCalendar };
  const bytes = SIZE_UNITS.get(amount);
  return bytes === undefined ? undefined : { dimension: 'rate', times: bytes, over: per.times, isCalendar };
}
