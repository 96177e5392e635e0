import { describe, expect, it } from 'vitest';
import { calendarBucket } from '../../../src/units/calendar-bucket.js';
import type { Rhythm } from '../../../src/units/calendar-bucket.js';
import { DAY, HOUR } from '../../../src/units/quantity.js';

const at = (text: string): number => Date.parse(`${text}Z`) / 1000;

describe('calendarBucket', () => {
  it.each<[Rhythm, string, string]>([
    ['hourly', '2026-03-01T09:59:59', '2026-03-01T10:00'],
    ['daily', '2026-03-01T23:59:59', '2026-03-02T00:00'],
    ['weekly', '2027-01-03T23:59:59', '2027-01-04T00:00'],
    ['monthly', '2024-02-29T23:59:59', '2024-03-01T00:00'],
    ['yearly', '2026-12-31T23:59:59', '2027-01-01T00:00'],
  ])('%s begins another one after %s', (rhythm, last, next) => {
    expect(calendarBucket(rhythm, at(next))).toBe(calendarBucket(rhythm, at(last)) + 1);
  });

  it('counts weeks from Monday, over the turn of the year too', () => {
    expect(calendarBucket('weekly', at('2026-12-28T00:00'))).toBe(calendarBucket('weekly', at('2027-01-03T12:00')));
  });

  it('counts years and months as the calendar of the platform does, day by day for four centuries', () => {
    for (let time = at('1900-01-01T12:00'); time < at('2300-01-01T12:00'); time += DAY) {
      const date = new Date(time * 1000);
      const month = date.getUTCFullYear() * 12 + date.getUTCMonth();
      if (calendarBucket('yearly', time) !== date.getUTCFullYear()) expect.fail(date.toISOString());
      if (calendarBucket('monthly', time) !== month) expect.fail(date.toISOString());
    }
  });

  it('does not round a time before 1970 towards it', () => {
    expect(calendarBucket('hourly', -1)).toBe(-1);
    expect(calendarBucket('daily', -HOUR)).toBe(-1);
  });
});
