import type { Retention } from '../scenario/scenario.js';
import { RHYTHMS } from '../units/calendar-bucket.js';
import { DAY } from '../units/quantity.js';
import { localClock } from './local-clock.js';
import type { RetentionPlan } from './plan.js';

/** Backups that no rule of age prunes exist for so long, in seconds, unless a calendar rule reaches back further. */
export const HISTORY_REACH = 400 * DAY;

/**
 * The age beyond which no backup exists, in seconds: that of the rule of age where it is alone. A calendar rule reaches
 * over its hours, days, … and the one that has begun, and over `HISTORY_REACH` at least, for it counts those only that
 * have a backup.
 */
export function retentionReach(keep: Retention): number {
  const spans = RHYTHMS.flatMap(({ name, longest }) => {
    const count = keep[name];
    return count === undefined ? [] : [(count + 1) * longest];
  });
  return spans.length === 0 ? (keep.age ?? HISTORY_REACH) : Math.max(HISTORY_REACH, keep.age ?? 0, ...spans);
}

/** The rules of retention, with the clock of their calendar. */
export function compileRetention(
  keep: Retention,
  span: {
    readonly epoch: number;
    readonly periodLength: number;
    readonly before: number;
    readonly horizon: number;
    readonly timezone: string;
  },
): RetentionPlan {
  const rules = RHYTHMS.flatMap(({ name }) => {
    const count = keep[name];
    return count === undefined ? [] : [{ rhythm: name, count }];
  });
  const hasCalendar = rules.length > 0;
  const isCalendarAlone = hasCalendar && keep.age === undefined && keep.count === undefined;
  const { epoch, timezone } = span;
  return {
    age: isCalendarAlone ? -Infinity : (keep.age ?? span.horizon),
    count: keep.count ?? Infinity,
    calendar: hasCalendar
      ? { rules, clock: localClock(timezone, epoch - span.horizon - span.before, epoch + span.periodLength) }
      : undefined,
  };
}
