import type { Chance } from '../../random/chance.js';
import { countAtMost, countBelow } from '../../statistics/count-at-most.js';
import type { Measured } from './drill.js';

/**
 * Where a value stands in a forecast, as a share of it that is certainly below (`low`) and one that may be (`high`). The
 * two differ by the precision of a simulated forecast, by its single values that have a probability of their own, and
 * for a censored value by all that is above it.
 */
export interface Percentile {
  readonly low: number;
  readonly high: number;
}

/**
 * The place of a measured value among the values of a forecast, as if it were one of them: when it is, the place is
 * uniform, whatever the law, to the last digit.
 *
 * @param ascending the forecast, with Infinity for what is never recovered from.
 */
export function percentileOf({ seconds, isCensored }: Measured, ascending: Float64Array): Percentile {
  const places = ascending.length + 1;
  const low = countBelow(ascending, seconds) / places;
  return { low, high: isCensored ? 1 : (countAtMost(ascending, seconds) + 1) / places };
}

/** The middle of it, for people. */
export function middleOf({ low, high }: Percentile): number {
  return (low + high) / 2;
}

/** A number strictly within each of them, uniform, as the tests of uniformity want: it is so when the forecast is right. */
export function completed(percentiles: readonly Percentile[], chance: Chance): readonly number[] {
  return percentiles.map(({ low, high }) => low + (high - low) * chance.uniform());
}
