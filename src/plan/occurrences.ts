import { cronTimes } from './cron-times.js';
import type { Schedule } from '../scenario/scenario.js';

/**
 * The instants at which a schedule runs, in seconds from the start of the period: either every multiple of
 * a period, or a list. Runs are known by an index that grows with time.
 */
export type Occurrences =
  | {
      readonly kind: 'every';
      readonly period: number;
      /** Instant of run 0, relative to the start of the period. */
      readonly first: number;
    }
  | {
      readonly kind: 'list';
      /** Ascending; it reaches back as far as a backup can be kept, and up to the end of the period. */
      readonly times: Float64Array;
      /**
       * Where to look: the span of the list is cut into `hints.length - 1` equal parts, and a part begins
       * after run `hints[part]`.
       */
      readonly hints: Int32Array;
    };

/**
 * The runs of a schedule from `reach` seconds before the period to its end.
 *
 * @throws UnplayableError when a cron expression runs more often than can be listed (see `cronTimes`).
 */
export function occurrencesOf(
  schedule: Schedule,
  span: { readonly epoch: number; readonly periodLength: number; readonly reach: number },
): Occurrences {
  switch (schedule.kind) {
    case 'every': {
      const sinceRun = span.epoch - Math.floor(span.epoch / schedule.period) * schedule.period;
      return { kind: 'every', period: schedule.period, first: -sinceRun };
    }
    case 'cron':
      return runsAt(
        cronTimes(schedule, { from: span.epoch - span.reach, to: span.epoch + span.periodLength }).map(
          (instant) => instant - span.epoch,
        ),
        { from: -span.reach, to: span.periodLength },
      );
    default:
      return schedule satisfies never;
  }
}

/**
 * All runs of a span, in ascending order; when they fill it evenly from end to end they are kept as a period, which is
 * quicker to look up.
 */
function runsAt(times: Float64Array, { from, to }: { readonly from: number; readonly to: number }): Occurrences {
  const period = times[1] - times[0];
  const isFilled = times[0] - period < from && times[times.length - 1] + period > to;
  const isEven = isFilled && times.length > 2 && times.every((time, i) => time === times[0] + i * period);
  return isEven ? { kind: 'every', period, first: times[0] } : listOf(times);
}

/** A list of runs, in ascending order, with hints that find one of them in a step or two. */
export function listOf(times: Float64Array): Occurrences {
  const parts = times.length;
  const hints = new Int32Array(parts + 1);
  const from = times[0];
  const width = (times[times.length - 1] - from) / parts;
  for (let part = 0, run = -1; part <= parts; part++) {
    while (run + 1 < times.length && times[run + 1] <= from + part * width) run++;
    hints[part] = run;
  }
  return { kind: 'list', times, hints };
}

/** Index of the latest run at or before `time`; it may be negative, and -1 of a list means none. */
export function latestRun(occurrences: Occurrences, time: number): number {
  if (occurrences.kind === 'every') return Math.floor((time - occurrences.first) / occurrences.period);
  const { times, hints } = occurrences;
  const last = times.length - 1;
  if (last < 0 || time < times[0]) return -1;
  if (time >= times[last]) return last;
  // Rounding may put a time one part too far, so the search begins one part early and may end one late.
  const part = Math.floor(((time - times[0]) / (times[last] - times[0])) * times.length);
  let low = hints[Math.max(0, part - 1)];
  let high = Math.min(last, hints[Math.min(times.length, part + 2)]) + 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (times[middle] <= time) low = middle;
    else high = middle;
  }
  return low;
}

/** Instant of a run, relative to the period; -Infinity before the first of a list. */
export function runTime(occurrences: Occurrences, index: number): number {
  if (occurrences.kind === 'every') return occurrences.first + index * occurrences.period;
  return index < 0 ? -Infinity : occurrences.times[index];
}

/** Puts what `latestRun` returns for each time into `out`. */
export function fillLatestRuns(occurrences: Occurrences, times: Float64Array, out: Float64Array): void {
  if (occurrences.kind === 'every') {
    const { first, period } = occurrences;
    for (let i = 0; i < times.length; i++) out[i] = Math.floor((times[i] - first) / period);
  } else for (let i = 0; i < times.length; i++) out[i] = latestRun(occurrences, times[i]);
}

/** Puts what `runTime` returns for each of the first `count` indices into `out`. */
export function fillRunTimes(
  occurrences: Occurrences,
  indices: Float64Array,
  { count, out }: { readonly count: number; readonly out: Float64Array },
): void {
  if (occurrences.kind === 'every') {
    const { first, period } = occurrences;
    for (let i = 0; i < count; i++) out[i] = first + indices[i] * period;
  } else for (let i = 0; i < count; i++) out[i] = runTime(occurrences, indices[i]);
}
