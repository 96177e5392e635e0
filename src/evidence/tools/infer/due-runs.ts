import { cronTimes } from '../../../plan/cron-times.js';
import type { Schedule } from '../../../scenario/scenario.js';
import { DAY, HOUR, MINUTE } from '../../../units/quantity.js';

/** A stretch of time, both ends included, in seconds since 1970. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** When a schedule was due, and how far from it a start may be to be taken for its run. */
export interface DueTimes {
  /** Ascending. */
  readonly times: readonly number[];
  /** A start may be so much later, */
  readonly late: number;
  /** or so much earlier, as clocks differ. */
  readonly early: number;
}

/** More runs than this are no schedule of backups that anybody lists. */
const MOST_DUE = 200_000;

/** Of the shortest time between two runs, so much may pass until one starts; and never more than an hour. */
const LATE_SHARE = 0.25;
const LATEST = HOUR;
const EARLY_SHARE = 0.1;
const EARLIEST = MINUTE;

/** The instants of a schedule in a span; undefined when there are too many to be meant. */
export function dueTimes(schedule: Schedule, { from, to }: Span): DueTimes | undefined {
  if (schedule.kind === 'every') {
    if ((to - from) / schedule.period > MOST_DUE) return undefined;
    const times: number[] = [];
    for (let run = Math.ceil(from / schedule.period); run * schedule.period <= to; run++)
      times.push(run * schedule.period);
    return withTolerance(times, schedule.period);
  }
  if (((to - from) / DAY) * runsPerDay(schedule.expression) > MOST_DUE) return undefined;
  const times = [...cronTimes(schedule, { from: Math.floor(from), to: Math.ceil(to) })].filter(
    (time) => time >= from && time <= to,
  );
  const gaps = times.slice(1).map((time, index) => time - times[index]);
  return withTolerance(times, Math.min(Infinity, ...gaps.slice(0, 1000)));
}

/** At most so many times a day an expression is due, by its first two fields. */
function runsPerDay(expression: string): number {
  const [minutes, hours] = expression.split(/\s+/);
  const count = (field: string, all: number): number => (/^[\d,]+$/.test(field) ? field.split(',').length : all);
  return count(minutes, 60) * count(hours, 24);
}

function withTolerance(times: readonly number[], period: number): DueTimes {
  const late = Math.min(LATEST, period * LATE_SHARE);
  return { times, late, early: Math.min(EARLIEST, late * EARLY_SHARE) };
}

/** Which of the due times have a start, and which of the starts are due. */
export interface Matching {
  /** By due time: the index of its start, or -1. */
  readonly startOf: readonly number[];
  /** By start: the index of its due time, or -1. */
  readonly dueOf: readonly number[];
}

/** Pairs due times with starts, each at most once, the earliest first. */
export function matchStarts({ times, late, early }: DueTimes, starts: readonly number[]): Matching {
  const startOf = new Array<number>(times.length).fill(-1);
  const dueOf = new Array<number>(starts.length).fill(-1);
  let start = 0;
  times.forEach((due, index) => {
    while (start < starts.length && starts[start] < due - early) start++;
    if (start >= starts.length || starts[start] > due + late) return;
    startOf[index] = start;
    dueOf[start] = index;
    start++;
  });
  return { startOf, dueOf };
}
