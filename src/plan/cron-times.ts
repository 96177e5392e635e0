import { Cron } from 'croner';
import { DAY } from '../units/quantity.js';
import { localClock } from './local-clock.js';
import { UnplayableError } from './unplayable-error.js';

/** A cron expression may run so often in the reach of a plan; beyond, `every …` says the same in no memory. */
const RUNS_LIMIT = 1_000_000;

/** So far from a change of the clocks its rules cannot reach. */
const MARGIN = 2 * DAY;

interface Span {
  readonly from: number;
  readonly to: number;
}

/** Every day is alike to an expression that leaves the last three of its five fields open. */
const EVERY_DAY = /^\S+\s+\S+(\s+\*){3}$/;

/**
 * The instants at which a cron expression runs, in seconds since 1970, from `from` to `to`, both included, by the
 * clock on the wall of its time zone. What a change of the clocks does to a run is for the cron library to say;
 * it takes its time over zones, so away from changes it is asked with a fixed offset, which is ten times quicker, and
 * where every day is alike it is asked for one day, which is repeated.
 *
 * @throws UnplayableError when there are more than a million.
 */
export function cronTimes(
  { expression, timezone }: { readonly expression: string; readonly timezone: string },
  { from, to }: Span,
): Float64Array {
  const times: number[] = [];
  const add = (time: number): void => {
    times.push(time);
    if (times.length <= RUNS_LIMIT) return;
    throw new UnplayableError(`Schedule "${expression}": runs more than ${String(RUNS_LIMIT)} times; write "every …"`);
  };
  const clock = localClock(timezone, from - MARGIN, to + MARGIN);
  let next = from;
  clock.changes.forEach((_, i) => {
    const change = clock.changes[i + 1] ?? Infinity;
    const quiet = { from: next, to: Math.min(to, change - MARGIN) };
    if (quiet.from <= quiet.to) {
      const cron = new Cron(expression, { utcOffset: clock.offsets[i] / 60 });
      if (EVERY_DAY.test(expression)) eachDay(cron, clock.offsets[i], quiet, add);
      else eachRun(cron, quiet, add);
    }
    const busy = { from: Math.max(next, quiet.to + 1), to: Math.min(to, change + MARGIN) };
    if (busy.from <= busy.to) eachRun(new Cron(expression, { timezone }), busy, add);
    next = busy.to + 1;
  });
  return Float64Array.from(times);
}

/** The runs of a span as the library tells them, one after the other. */
function eachRun(cron: Cron, { from, to }: Span, add: (time: number) => void): void {
  // `nextRun` is strictly later than its argument, so the walk begins a second early.
  let run = cron.nextRun(new Date((from - 1) * 1000));
  for (; run !== null && run.getTime() / 1000 <= to; run = cron.nextRun(run)) add(run.getTime() / 1000);
}

/** The same where the clock does not change and every day is alike. */
function eachDay(cron: Cron, offset: number, { from, to }: Span, add: (time: number) => void): void {
  const firstDay = Math.floor((from + offset) / DAY) * DAY - offset;
  const inDay: number[] = [];
  eachRun(cron, { from: firstDay, to: firstDay + DAY - 1 }, (time) => inDay.push(time - firstDay));
  for (let day = firstDay; day <= to; day += DAY) {
    for (const time of inDay) if (day + time >= from && day + time <= to) add(day + time);
  }
}
