import { largest, smallest } from '../extremes.js';
import type { Schedule } from '../../../scenario/scenario.js';
import { DAY, HOUR, MINUTE, seconds } from '../../../units/quantity.js';
import { offsetAt } from '../../../units/time-zone.js';

/** Periods that people give to schedules, in seconds; they divide a day, but for the last ones. */
const PERIODS: readonly number[] = [
  ...[5, 10, 15, 20, 30, 45],
  ...[1, 2, 3, 4, 5, 6, 10, 12, 15, 20, 30, 45].map((count) => count * MINUTE),
  ...[1, 1.5, 2, 3, 4, 6, 8, 12].map((count) => count * HOUR),
];

/** Starts within so much of each other, by the clock on the wall, are of one time of the day. */
const CLUSTER_GAP = HOUR;

/** A time of the day is one of the schedule when so large a share of the starts is near it. */
const CLUSTER_SHARE = 0.1;

/** A weekday or day of the month counts when so large a share of those that passed has a start. */
const DAY_SHARE = 0.5;

/** So many days must have passed until a weekday, or a day of the month, can be told from a run that is missing. */
const LEAST_DAYS = { weekly: 14, monthly: 59 };

const MOST_TIMES_A_DAY = 12;

/** A start by the clock on the wall, in seconds since 1970 as if it were UTC, and the time of the day it is due. */
interface WallTime {
  readonly local: number;
  readonly due: number;
}

/**
 * Schedules that might explain the starts, simpler ones first: every so often, then minutes of the hour and times of the
 * day by the clocks of the time zones, on all days, on some weekdays, or on a day of the month.
 *
 * @param starts in seconds since 1970, ascending, at least two.
 */
export function scheduleCandidates(starts: readonly number[], timezones: readonly string[]): readonly Schedule[] {
  const shortest = shortestGap(starts);
  // A schedule that is several times as dense as the densest starts, or several times as rare, would explain nothing.
  const periods = PERIODS.filter((period) => period >= shortest / 3 && period <= shortest * 3);
  return [
    ...periods.map((period): Schedule => ({ kind: 'every', period: seconds(period) })),
    ...timezones.flatMap((timezone) => {
      const locals = starts.map((start) => start + offsetAt(start, timezone));
      const expressions = [
        ...periods.filter(isPartOfHour).map((period) => hourExpression(locals, period)),
        ...dayExpressions(locals),
      ];
      return expressions.map((expression): Schedule => ({ kind: 'cron', expression, timezone }));
    }),
  ];
}

/** The lower quartile of the gaps: one run by hand shortly after another must not decide. */
function shortestGap(starts: readonly number[]): number {
  const gaps = starts.slice(1).map((start, index) => start - starts[index]);
  return gaps.sort((a, b) => a - b)[Math.floor(gaps.length / 4)];
}

const isPartOfHour = (period: number): boolean => period >= 5 * MINUTE && HOUR % period === 0;

/** Every so many minutes, but not at the full hour: `7,22,37,52 * * * *`. */
function hourExpression(locals: readonly number[], period: number): string {
  const phase = gather(locals, period, period).reduce((a, b) => (b.length > a.length ? b : a));
  const first = Math.floor(dueTimeOf(phase, period) / MINUTE);
  const minutes = Array.from({ length: HOUR / period }, (_, index) => first + (index * period) / MINUTE);
  return `${minutes.join(',')} * * * *`;
}

/** Times of the day; one expression has one minute for all its hours. */
function dayExpressions(locals: readonly number[]): readonly string[] {
  const clusters = gather(locals, DAY, CLUSTER_GAP).filter(({ length }) => length >= locals.length * CLUSTER_SHARE);
  const dues = clusters.map((cluster) => dueTimeOf(cluster, DAY));
  const minutes = new Set(dues.map((due) => Math.floor((due % HOUR) / MINUTE)));
  if (minutes.size !== 1 || dues.length > MOST_TIMES_A_DAY) return [];
  const hours = dues.map((due) => Math.floor(due / HOUR)).sort((a, b) => a - b);
  const walls = clusters.flatMap((cluster, index) => cluster.map((local) => ({ local, due: dues[index] })));
  return dayFields(walls).map((days) => `${[...minutes].join()} ${[...new Set(hours)].join(',')} ${days}`);
}

/** Local times that are near each other within their cycle, as the hand of a clock shows them; the cycle has no end. */
function gather(locals: readonly number[], cycle: number, reach: number): readonly (readonly number[])[] {
  const phaseOf = (local: number): number => ((local % cycle) + cycle) % cycle;
  const byPhase = [...locals].sort((a, b) => phaseOf(a) - phaseOf(b));
  // The cycle is cut open where nothing starts for longest, so that no cluster lies on both sides of the cut.
  const gaps = byPhase.map((local, index) => {
    const before = byPhase.at(index - 1) ?? local;
    return (phaseOf(local) - phaseOf(before) + cycle) % cycle;
  });
  const cut = gaps.indexOf(largest(gaps));
  const origin = phaseOf(byPhase[cut]);
  const clusters: number[][] = [];
  for (const local of [...byPhase.slice(cut), ...byPhase.slice(0, cut)]) {
    const last = clusters.at(-1);
    const offset = (phaseOf(local) - origin + cycle) % cycle;
    if (last !== undefined && offset - ((phaseOf(last[0]) - origin + cycle) % cycle) < reach) last.push(local);
    else clusters.push([local]);
  }
  return clusters;
}

/**
 * When the runs of a cluster are due within their cycle: in the minute of the earliest, when all begin within a minute; else
 * at the last multiple of five minutes before them, as their minute is then that of a delay and people choose round ones.
 * A twentieth of them may be earlier, having been started by hand.
 *
 * @param cluster local times in the order of the cycle.
 */
function dueTimeOf(cluster: readonly number[], cycle: number): number {
  const first = cluster[Math.floor(cluster.length / 20)];
  const last = cluster[Math.ceil(cluster.length * 0.95) - 1];
  const spread = (((last - first) % cycle) + cycle) % cycle;
  const phase = ((first % cycle) + cycle) % cycle;
  const grain = (phase % MINUTE) + spread < MINUTE ? MINUTE : 5 * MINUTE;
  return Math.floor(phase / grain) * grain;
}

/** The last three fields of expressions for days like these: all, some weekdays, a day of the month. */
function dayFields(walls: readonly WallTime[]): readonly string[] {
  const days = [...new Set(walls.map(({ local, due }) => Math.floor((local - due + MINUTE) / DAY)))];
  const first = smallest(days);
  const passed = Array.from({ length: largest(days) - first + 1 }, (_, index) => first + index);
  const weekdays = passed.length < LEAST_DAYS.weekly ? [] : frequentDays(days, passed, weekdayOf);
  const monthDays = passed.length < LEAST_DAYS.monthly ? [] : frequentDays(days, passed, monthDayOf);
  return [
    '* * *',
    ...(weekdays.length > 0 && weekdays.length < 7 ? [`* * ${ranges(weekdays)}`] : []),
    ...(monthDays.length > 0 && monthDays.length <= 4 ? [`${monthDays.join(',')} * *`] : []),
  ];
}

function frequentDays(
  days: readonly number[],
  passed: readonly number[],
  kindOf: (day: number) => number,
): readonly number[] {
  const count = (all: readonly number[], kind: number): number => all.filter((day) => kindOf(day) === kind).length;
  const kinds = [...new Set(days.map(kindOf))].sort((a, b) => a - b);
  return kinds.filter((kind) => count(days, kind) >= DAY_SHARE * count(passed, kind));
}

/** 0 is Sunday, as in cron; 1970-01-01 was a Thursday. */
const weekdayOf = (day: number): number => (((day + 4) % 7) + 7) % 7;

const monthDayOf = (day: number): number => new Date(day * DAY * 1000).getUTCDate();

/** Ascending numbers as cron writes them: `1-5`, `0,3`. */
function ranges(numbers: readonly number[]): string {
  const runs: number[][] = [];
  for (const number of numbers) {
    const last = runs.at(-1);
    if (last !== undefined && number === last[last.length - 1] + 1) last.push(number);
    else runs.push([number]);
  }
  return runs.map((run) => (run.length > 2 ? `${run[0]}-${run[run.length - 1]}` : run.join(','))).join(',');
}
