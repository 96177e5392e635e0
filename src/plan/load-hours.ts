import type { UnderLoad } from '../scenario/scenario.js';
import type { LoadPlan } from './runs-plan.js';
import { weeklySpans } from './working-hours.js';

/**
 * The hours in which runs are slower, from `reach` seconds before the period to its end, relative to its start.
 *
 * Further back runs are as quick as ever; no run that is looked at is that old.
 */
export function compileLoad(
  { hours, times }: UnderLoad,
  span: { readonly epoch: number; readonly periodLength: number; readonly timezone: string; readonly reach: number },
): LoadPlan {
  const { epoch, periodLength, timezone, reach } = span;
  const { opens, closes } = weeklySpans(
    { hours, timezone, holidays: [] },
    { epoch, periodLength, before: reach, reach: 0 },
  );
  return { opens, closes, times };
}

/** When work that is begun at an instant is done: in the hours of load each second of it takes so many times as long. */
export function endUnderLoad({ opens, closes, times }: LoadPlan, start: number, work: number): number {
  let now = start;
  let left = work;
  for (let span = firstClosingAfter(closes, start); span < closes.length; span++) {
    if (opens[span] > now) {
      const free = opens[span] - now;
      if (left <= free) return now + left;
      left -= free;
      now = opens[span];
    }
    const slowed = left * times;
    if (now + slowed <= closes[span]) return now + slowed;
    left -= (closes[span] - now) / times;
    now = closes[span];
  }
  return now + left;
}

/** The work that gets done from one instant to another. */
export function workUnderLoad({ opens, closes, times }: LoadPlan, from: number, to: number): number {
  let slow = 0;
  for (let span = firstClosingAfter(closes, from); span < closes.length && opens[span] < to; span++) {
    slow += Math.min(to, closes[span]) - Math.max(from, opens[span]);
  }
  return to - from - slow + slow / times;
}

function firstClosingAfter(closes: Float64Array, instant: number): number {
  let low = 0;
  let high = closes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (closes[middle] <= instant) low = middle + 1;
    else high = middle;
  }
  return low;
}
