import type { Role } from '../scenario/scenario.js';
import { DAY } from '../units/quantity.js';
import { instantOfLocal, localClock, localOfInstant } from './local-clock.js';
import type { WorkingHours } from './plan.js';

/** Hours are listed so long after the period ends; a recovery that takes longer meets the last weeks again. */
const HOURS_REACH = 800 * DAY;

/**
 * The spans in which a role takes up work, from two days before all that is played to `HOURS_REACH` after it, relative to
 * the start of the period; undefined for a role that can be had at any hour.
 */
export function workingHours(
  role: Role,
  span: { readonly epoch: number; readonly periodLength: number; readonly before: number },
): WorkingHours | undefined {
  if (role.hours === 'always' && role.holidays.length === 0) return undefined;
  return weeklySpans(role, { ...span, reach: HOURS_REACH });
}

/**
 * Weekly hours as spans, from two days before all that is played to `reach` seconds after it, relative to its start. Spans that
 * touch are one.
 */
export function weeklySpans(
  { hours, timezone, holidays: daysOff }: Pick<Role, 'hours' | 'timezone' | 'holidays'>,
  span: { readonly epoch: number; readonly periodLength: number; readonly before: number; readonly reach: number },
): WorkingHours {
  const from = span.epoch - span.before - 2 * DAY;
  const to = span.epoch + span.periodLength + span.reach;
  const clock = localClock(timezone, from, to);
  const holidays = new Set(daysOff);
  const opens: number[] = [];
  const closes: number[] = [];
  for (let day = Math.floor(localOfInstant(clock, from) / DAY) * DAY; day < to; day += DAY) {
    const date = new Date(day * 1000);
    if (holidays.has(date.toISOString().slice(0, 10))) continue;
    const weekday = date.getUTCDay() || 7;
    const spans =
      hours === 'always' ? [{ opens: 0, closes: DAY }] : hours.filter((window) => window.weekday === weekday);
    for (const window of [...spans].sort((a, b) => a.opens - b.opens)) {
      const opensAt = instantOfLocal(clock, day + window.opens) - span.epoch;
      const closesAt = instantOfLocal(clock, day + window.closes) - span.epoch;
      if (closesAt <= opensAt) continue;
      if (opens.length > 0 && opensAt <= closes[closes.length - 1]) {
        closes[closes.length - 1] = Math.max(closes[closes.length - 1], closesAt);
      } else {
        opens.push(opensAt);
        closes.push(closesAt);
      }
    }
  }
  return { opens: Float64Array.from(opens), closes: Float64Array.from(closes) };
}
