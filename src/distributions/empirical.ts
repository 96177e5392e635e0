import { requireFinite } from './domain.js';
import type { Empirical } from './law.js';
import type { LawFamily } from './law-family.js';

/**
 * The observed values, in any order; they are copied and sorted.
 *
 * @throws RangeError when there is none, or one is not finite.
 */
export function empirical(values: readonly number[]): Empirical {
  if (values.length === 0) throw new RangeError('Empirical: at least one value is needed, there is none');
  for (const value of values) requireFinite('Empirical: every value', value);
  return { kind: 'empirical', values: [...values].sort((a, b) => a - b) };
}

/** How many of the values are at most x. */
function countUpTo(values: readonly number[], x: number): number {
  let below = 0;
  let above = values.length;
  while (below < above) {
    const middle = (below + above) >>> 1;
    if (values[middle] <= x) below = middle + 1;
    else above = middle;
  }
  return below;
}

/**
 * The inverse of the step curve, "type 1": always a value that was observed, never one between two. A draw is
 * the quantile of a uniform number, so sampling and quantile cannot disagree. (Estimates of quantiles from
 * simulated results use type 7; that is another question.)
 */
function quantile({ values }: Empirical, p: number): number {
  const count = values.length;
  const index = Math.max(Math.ceil(p * count) - 1, 0);
  // p × count is rounded, and may have fallen on the wrong side of a step.
  if (index > 0 && index / count >= p) return values[index - 1];
  return (index + 1) / count < p ? values[index + 1] : values[index];
}

function mean({ values }: Empirical): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum / values.length;
}

/** @source R. J. Hyndman, Y. Fan, "Sample quantiles in statistical packages", The American Statistician 50 (1996). */
export const empiricalFamily: LawFamily<Empirical> = {
  density({ values }, x) {
    const count = countUpTo(values, x);
    return count > 0 && values[count - 1] === x ? Infinity : 0;
  },
  cumulative: ({ values }, x) => countUpTo(values, x) / values.length,
  survival: ({ values }, x) => (values.length - countUpTo(values, x)) / values.length,
  quantile,
  mean,
  /** Divided by the number of values: the law is these values, not what they were taken from. */
  variance(law) {
    const centre = mean(law);
    let sum = 0;
    for (const value of law.values) sum += (value - centre) * (value - centre);
    return sum / law.values.length;
  },
  sample: (law, chance) => quantile(law, chance.uniform()),
};
