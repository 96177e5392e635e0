import { parseCalendarDate } from '../../units/calendar-date.js';
import type { Instant } from '../../units/quantity.js';
import { startOfDay } from '../../units/time-zone.js';

/**
 * The first instant of a day that a shape has let through.
 *
 * @throws RangeError when the text is no day, which would be our own fault.
 */
export function dayIn(text: string, timezone: string): Instant {
  const date = parseCalendarDate(text);
  if (date === undefined) throw new RangeError(`Scenario: "${text}" is not a day, though it was read as one`);
  return startOfDay(date, timezone);
}
