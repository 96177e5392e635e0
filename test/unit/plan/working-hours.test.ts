import { describe, expect, it } from 'vitest';
import { UnplayableError } from '../../../src/plan/unplayable-error.js';
import { workingHours } from '../../../src/plan/working-hours.js';
import type { Role } from '../../../src/scenario/scenario.js';
import type { WeeklyHours } from '../../../src/scenario/weekly-hours.js';
import { nextOpening } from '../../../src/simulation/people.js';
import { NO_LOSS, smallPlan } from '../../support/small-plan.js';
import { DAY, HOUR } from '../../../src/units/quantity.js';

const at = (text: string): number => Date.parse(`${text}Z`) / 1000;
const officeDays: WeeklyHours[] = ([1, 2, 3, 4, 5] as const).map((weekday) => ({
  weekday,
  opens: 8 * HOUR,
  closes: 18 * HOUR,
}));
const officer: Role = { name: 'officer', count: 1, hours: officeDays, timezone: 'Europe/Brussels', holidays: [] };
// Monday 2026-03-23, local midnight.
const span = { epoch: at('2026-03-22T23:00'), periodLength: 14 * DAY, before: 0 };

function openingAfter(role: Role, instant: string): string {
  const hours = workingHours(role, span);
  if (hours === undefined) throw new Error('the role has hours');
  return new Date((span.epoch + nextOpening(hours, at(instant) - span.epoch)) * 1000).toISOString().slice(0, 16);
}

describe('workingHours', () => {
  it.each([
    ['2026-03-23T10:00', '2026-03-23T10:00', 'inside: at once'],
    ['2026-03-23T03:00', '2026-03-23T07:00', 'before: at eight in the morning'],
    ['2026-03-23T17:00', '2026-03-24T07:00', 'at closing time: the next morning'],
    ['2026-03-27T20:00', '2026-03-30T06:00', 'Friday evening: Monday, and the clocks have changed'],
  ])('someone who is needed at %sZ is there at %sZ (%s)', (needed, there) => {
    expect(openingAfter(officer, needed)).toBe(there);
  });

  it('leaves out holidays', () => {
    expect(openingAfter({ ...officer, holidays: ['2026-03-24'] }, '2026-03-23T17:00')).toBe('2026-03-25T07:00');
  });

  it('repeats its last week beyond the hours of the plan', () => {
    // A Saturday ten years on; the clock of the last known week is summer time.
    expect(openingAfter(officer, '2036-06-14T12:00')).toBe('2036-06-16T06:00');
    expect(openingAfter(officer, '2036-06-16T10:00')).toBe('2036-06-16T10:00');
  });

  it('must overlap for people whom one step needs', () => {
    const people = (hours: string): string => `
people: { nights: { count: 1, hours: "Mon-Fri 22:00-24:00" }, days: { count: 1, hours: "${hours}" } }
runbook: { last: { needs: [nights, days], takes: 1h } }`;
    expect(() => smallPlan(NO_LOSS + people('Mon-Fri 08:00-22:00'))).toThrow(
      new UnplayableError('Step "last": days and nights are never at work at the same time'),
    );
    expect(smallPlan(NO_LOSS + people('Mon 23:59-24:00')).steps).toHaveLength(1);
  });

  it('joins spans that touch, over midnight too', () => {
    const nights: WeeklyHours[] = [
      { weekday: 1, opens: 20 * HOUR, closes: 24 * HOUR },
      { weekday: 2, opens: 0, closes: 6 * HOUR },
    ];
    const hours = workingHours({ ...officer, hours: nights }, span);
    expect(hours?.opens[0]).toBe(20 * HOUR);
    expect(hours?.closes[0]).toBe(30 * HOUR);
  });

  it('needs no hours for a role that can be had always, but for its holidays', () => {
    expect(workingHours({ ...officer, hours: 'always' }, span)).toBeUndefined();
    const away = { ...officer, hours: 'always' as const, holidays: ['2026-03-24'] };
    expect(openingAfter(away, '2026-03-24T12:00')).toBe('2026-03-24T23:00');
  });
});
