import { describe, expect, test } from 'vitest';
import { formatCalendarDate, parseCalendarDate } from '../../../src/units/calendar-date.js';
import { instant } from '../../../src/units/quantity.js';
import { isTimeZone, localDate, offsetAt, startOfDay } from '../../../src/units/time-zone.js';

function startOf(day: string, timezone: string): string {
  const date = parseCalendarDate(day);
  if (date === undefined) throw new Error(`${day} is no day`);
  return new Date(startOfDay(date, timezone) * 1000).toISOString();
}

describe('A local day', () => {
  test.each([
    ['2026-01-05', 'UTC', '2026-01-05T00:00:00.000Z'],
    ['2026-01-05', 'Europe/Brussels', '2026-01-04T23:00:00.000Z'],
    ['2026-03-29', 'Europe/Brussels', '2026-03-28T23:00:00.000Z'],
    ['2026-03-30', 'Europe/Brussels', '2026-03-29T22:00:00.000Z'],
    ['2026-10-25', 'Europe/Brussels', '2026-10-24T22:00:00.000Z'],
    ['2026-01-05', 'Asia/Kathmandu', '2026-01-04T18:15:00.000Z'],
    ['2026-01-05', 'Pacific/Kiritimati', '2026-01-04T10:00:00.000Z'],
    ['2026-07-05', 'Pacific/Niue', '2026-07-05T11:00:00.000Z'],
  ])('%s in %s begins at %s', (day, timezone, begin) => {
    expect(startOf(day, timezone)).toBe(begin);
  });

  test('begins after the change where the clock skips midnight', () => {
    expect(startOf('2018-11-04', 'America/Sao_Paulo')).toBe('2018-11-04T03:00:00.000Z');
  });

  test('begins after the change where the clock falls back from midnight', () => {
    expect(startOf('2018-02-18', 'America/Sao_Paulo')).toBe('2018-02-18T03:00:00.000Z');
    expect(startOf('2019-10-27', 'Asia/Beirut')).toBe('2019-10-26T22:00:00.000Z');
  });

  test('is found again from its first instant and its last second', () => {
    for (const timezone of ['UTC', 'Europe/Brussels', 'America/New_York', 'Asia/Kathmandu']) {
      for (const day of ['2026-03-08', '2026-03-29', '2026-11-01', '2026-12-31']) {
        const first = new Date(startOf(day, timezone)).getTime() / 1000;
        expect(formatCalendarDate(localDate(instant(first), timezone))).toBe(day);
        expect(formatCalendarDate(localDate(instant(first + 22 * 3600), timezone))).toBe(day);
        expect(formatCalendarDate(localDate(instant(first - 1), timezone))).not.toBe(day);
      }
    }
  });
});

describe('A date', () => {
  test.each(['2026-02-30', '2026-13-01', '2026-1-5', '26-01-05', '2026-01-05T00:00', '0000-00-00', ''])(
    '"%s" is refused',
    (text) => {
      expect(parseCalendarDate(text)).toBeUndefined();
    },
  );

  test('of a leap year has its 29 February', () => {
    expect(parseCalendarDate('2028-02-29')).toEqual({ year: 2028, month: 2, day: 29 });
  });
});

describe('A time zone', () => {
  test('is one of the IANA database', () => {
    expect(['UTC', 'Europe/Brussels', 'America/Argentina/Buenos_Aires', 'Etc/GMT+5'].filter(isTimeZone)).toHaveLength(
      4,
    );
    expect(['Mars/Olympus', '', '+02:00', 'CEST summer', '__proto__'].filter(isTimeZone)).toEqual([]);
  });
});

test('UTC is known without being looked up, and is what the platform says', () => {
  expect(isTimeZone('UTC')).toBe(true);
  for (const at of [0, 1_774_746_000.5, -1e9]) expect(offsetAt(at, 'UTC')).toBe(offsetAt(at, 'Etc/UTC'));
});
