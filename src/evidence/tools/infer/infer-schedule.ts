import type { Schedule } from '../../../scenario/scenario.js';
import { HOUR } from '../../../units/quantity.js';
import { dueTimes, matchStarts, type Span } from './due-runs.js';
import { scheduleCandidates } from './schedule-candidates.js';

/** A schedule with how well it explains the runs. */
export interface FittedSchedule {
  readonly schedule: Schedule;
  /** Runs of the level, and how many of them started when the schedule was due. */
  readonly runs: number;
  readonly explained: number;
  /** Due times in the spans that are looked at, and those without a run. */
  readonly due: number;
  readonly missing: readonly number[];
  /** So many seconds after it was due a start is taken for its run. */
  readonly late: number;
}

/** What a schedule is held against. */
export interface SeenStarts {
  /** Starts of the level, in seconds since 1970, ascending. */
  readonly own: readonly number[];
  /** Starts of fuller levels, which do what a run of this level would have done. */
  readonly fuller: readonly number[];
  /** The spans of which it is known what ran. */
  readonly spans: readonly Span[];
}

/** Two starts are one gap, and no rhythm. */
export const LEAST_RUNS = 3;

/** A schedule must explain so large a share of the runs, and have a run at so large a share of its due times. */
const LEAST_EXPLAINED = 0.8;
const LEAST_COVERED = 0.5;

/** Another schedule goes before a simpler one only when it fits better by so much. */
const BETTER = 1e-9;

/**
 * The schedule that fits best: the one with the largest product of the share of runs that it explains and the share of
 * its due times that have a run. The first share alone would choose a schedule that is due all the time, the second one
 * that is hardly ever due. Undefined when none fits.
 *
 * @param timezones of whose clocks times of the day are looked for; of equally good ones the first.
 */
export function inferSchedule(seen: SeenStarts, timezones: readonly string[]): FittedSchedule | undefined {
  if (seen.own.length < LEAST_RUNS) return undefined;
  let best: { readonly fit: FittedSchedule; readonly score: number } | undefined;
  for (const candidate of scheduleCandidates(seen.own, timezones)) {
    const fit = fitSchedule(candidate, seen);
    if (fit === undefined || fit.due === 0) continue;
    const [explained, covered] = [fit.explained / fit.runs, 1 - fit.missing.length / fit.due];
    if (explained < LEAST_EXPLAINED || covered < LEAST_COVERED) continue;
    if (best === undefined || explained * covered > best.score + BETTER) best = { fit, score: explained * covered };
  }
  return best?.fit;
}

/** How well a given schedule explains the runs; undefined when it is due too often to be listed. */
export function fitSchedule(schedule: Schedule, { own, fuller, spans }: SeenStarts): FittedSchedule | undefined {
  const starts = [...own, ...fuller].sort((a, b) => a - b);
  const isOwn = new Set(own);
  const missing: number[] = [];
  let [explained, due, late] = [0, 0, 0];
  for (const span of spans) {
    const judged = judgeSpan(schedule, starts, span);
    if (judged === undefined) return undefined;
    explained += judged.explained.filter((start) => isOwn.has(start)).length;
    due += judged.due;
    late = judged.late;
    for (const time of judged.missing) missing.push(time);
  }
  return { schedule, runs: own.length, explained, due, missing, late };
}

interface JudgedSpan {
  /** Starts that were due. */
  readonly explained: readonly number[];
  readonly due: number;
  readonly missing: readonly number[];
  readonly late: number;
}

/** A due time at an edge of the span that has no run is not judged: its run may lie just outside, or be yet to come. */
function judgeSpan(schedule: Schedule, starts: readonly number[], { from, to }: Span): JudgedSpan | undefined {
  const times = dueTimes(schedule, { from: from - HOUR, to });
  if (times === undefined) return undefined;
  const inside = starts.filter((start) => start >= from && start <= to + times.early);
  const { startOf, dueOf } = matchStarts(times, inside);
  const judged = times.times.filter((time, index) => startOf[index] >= 0 || (time >= from && time <= to - times.late));
  const missing = times.times.filter((time, index) => startOf[index] < 0 && time >= from && time <= to - times.late);
  return { explained: inside.filter((_, index) => dueOf[index] >= 0), due: judged.length, missing, late: times.late };
}
