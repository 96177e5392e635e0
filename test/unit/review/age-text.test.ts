import { describe, expect, it } from 'vitest';
import { ageText, dayText } from '../../../src/review/age-text.js';
import { shownFile } from '../../../src/review/shown-file.js';
import { startOfDay } from '../../../src/units/time-zone.js';

const asOf = startOfDay({ year: 2027, month: 1, day: 1 }, 'Europe/Brussels');

describe('ageText', () => {
  it.each([
    ['2027-01-01', '0 days'],
    ['2026-12-31', '1 day'],
    ['2026-11-02', '60 days'],
    ['2026-11-01', '2 months'],
    ['2025-11-01', '14 months'],
    ['2024-07-01', '2.5 years'],
    ['2027-01-02', 'not yet'],
  ])('tells the age of %s as %s', (day, age) => {
    expect(ageText(day, asOf, 'Europe/Brussels')).toBe(age);
  });

  it('counts days of the time zone: the day of an instant is that of its clock', () => {
    expect(dayText(asOf, 'Europe/Brussels')).toBe('2027-01-01');
    expect(dayText(asOf, 'UTC')).toBe('2026-12-31');
  });

  it('refuses what is no day', () => {
    expect(() => ageText('2026-02-30', asOf, 'UTC')).toThrow(RangeError);
  });
});

describe('shownFile', () => {
  it.each([
    ['scenarios/dalp.yaml', 'scenarios/dalp.yaml'],
    ['../plans/dalp.yaml', '../plans/dalp.yaml'],
    ['/home/someone/plans/dalp.yaml', 'dalp.yaml'],
    ['C:\\Users\\someone\\dalp.yaml', 'dalp.yaml'],
    ['\\\\server\\share\\dalp.yaml', 'dalp.yaml'],
  ])('shows %s as %s', (file, shown) => {
    expect(shownFile(file)).toBe(shown);
  });
});
