import { parseCalendarDate, formatCalendarDate } from '../units/calendar-date.js';
import { DAY, type Instant } from '../units/quantity.js';
import { localDate, startOfDay } from '../units/time-zone.js';
import { MONTH, YEAR } from '../units/unit-table.js';

/** Up to so many days an age is told in days, then in months, and from two years on in years. */
const DAYS_UP_TO = 60;

/**
 * How old something of a day is on another: `3 days`, `14 months`, `2.5 years`; `not yet` of a day that is still to come.
 *
 * @param day `YYYY-MM-DD`, in the time zone.
 * @throws RangeError when it is no day.
 */
export function ageText(day: string, asOf: Instant, timezone: string): string {
  const date = parseCalendarDate(day);
  if (date === undefined) throw new RangeError(`ageText: "${day}" is no day`);
  const seconds = asOf - startOfDay(date, timezone);
  if (seconds < 0) return 'not yet';
  if (seconds <= DAYS_UP_TO * DAY) return counted(Math.floor(seconds / DAY), 'day');
  if (seconds < 2 * YEAR) return counted(Math.round(seconds / MONTH), 'month');
  return `${Number((seconds / YEAR).toFixed(1))} years`;
}

/** The day of an instant, `YYYY-MM-DD`. */
export function dayText(at: Instant, timezone: string): string {
  return formatCalendarDate(localDate(at, timezone));
}

function counted(count: number, unit: string): string {
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}
