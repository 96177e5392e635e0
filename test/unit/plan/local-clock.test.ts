import { describe, expect, it } from 'vitest';
import { instantOfLocal, localClock, localOfInstant } from '../../../src/plan/local-clock.js';

const at = (text: string): number => Date.parse(`${text}Z`) / 1000;

describe('localClock', () => {
  const brussels = localClock('Europe/Brussels', at('2026-01-01T00:00'), at('2027-01-01T00:00'));

  it('finds the offset changes of a year to the second', () => {
    expect(brussels.changes).toEqual([at('2026-01-01T00:00'), at('2026-03-29T01:00'), at('2026-10-25T01:00')]);
    expect(brussels.offsets).toEqual([3600, 7200, 3600]);
  });

  it.each([
    ['2026-02-01T12:00', '2026-02-01T11:00', 'winter'],
    ['2026-07-01T12:00', '2026-07-01T10:00', 'summer'],
    ['2026-03-29T01:59', '2026-03-29T00:59', 'the minute before the gap'],
    ['2026-03-29T02:30', '2026-03-29T01:00', 'inside the gap: the instant of the change'],
    ['2026-03-29T03:00', '2026-03-29T01:00', 'the minute after the gap'],
    ['2026-10-25T02:30', '2026-10-25T00:30', 'shown twice: its first occurrence'],
    ['2026-10-25T03:00', '2026-10-25T02:00', 'after the repeated hour'],
  ])('puts the local time %s at %sZ (%s)', (local, instant) => {
    expect(instantOfLocal(brussels, at(local))).toBe(at(instant));
  });

  it('shows the local time of an instant', () => {
    expect(localOfInstant(brussels, at('2026-07-01T10:00'))).toBe(at('2026-07-01T12:00'));
    expect(localOfInstant(brussels, at('2026-12-01T10:00'))).toBe(at('2026-12-01T11:00'));
  });

  it('knows zones with offsets of half an hour and without changes', () => {
    const kolkata = localClock('Asia/Kolkata', at('2026-01-01T00:00'), at('2027-01-01T00:00'));
    expect(kolkata.offsets).toEqual([19_800]);
  });
});
