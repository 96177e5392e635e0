import { normalQuantile } from '../../arithmetic/normal-quantile.js';
import { ascendingCopy } from '../../statistics/ascending-copy.js';
import { countAtMost } from '../../statistics/count-at-most.js';
import { moments } from '../../statistics/moments.js';
import { quantile } from '../../statistics/quantile.js';
import { quantileRanks } from '../../statistics/quantile-ranks.js';
import { wilsonInterval } from '../../statistics/wilson-interval.js';
import { YEAR_QUANTILES } from './years-summary.js';
import type { YearEstimate, YearMean, YearQuantile, YearQuantileName, YearShare } from './years-summary.js';

/**
 * A mean has an interval when so many years at least have more than the least of all. A year without an incident costs
 * nothing, and a handful of years that have one do not tell how far the mean may be from the truth.
 */
const SUPPORTING_YEARS = 30;

/** The mean of a column; years without a number, NaN, have no part in it. */
export function yearMean(values: Float64Array, confidence: number): YearMean {
  const ascending = ascendingCopy(values);
  const numbers = ascending.subarray(0, countAtMost(ascending, Number.MAX_VALUE));
  const { mean, standardError } = moments(numbers);
  if (mean === null || standardError === null) return { mean, standardError, low: null, high: null };
  const isConstant = numbers[0] === numbers[numbers.length - 1];
  const supporting = numbers.length - countAtMost(numbers, numbers[0]);
  if (!isConstant && supporting < SUPPORTING_YEARS) return { mean, standardError, low: null, high: null };
  // One value that occurs in no year so far is no proof that it never does.
  if (isConstant && numbers.length < SUPPORTING_YEARS) return { mean, standardError, low: null, high: null };
  const reach = normalQuantile(0.5 + confidence / 2) * standardError;
  return { mean, standardError, low: mean - reach, high: mean + reach };
}

/** Mean and quantiles of a column; years without a number rank above all others. */
export function yearEstimate(values: Float64Array, confidence: number): YearEstimate {
  const ascending = ascendingCopy(values);
  const named = Object.entries(YEAR_QUANTILES).map(([name, probability]) => [
    name,
    yearQuantile(ascending, probability, confidence),
  ]);
  return {
    ...yearMean(values, confidence),
    quantiles: Object.fromEntries(named) as Record<YearQuantileName, YearQuantile>,
  };
}

/** One quantile of an ascending column, with the order statistics that enclose it. */
export function yearQuantile(ascending: Float64Array, probability: number, confidence: number): YearQuantile {
  const ranks = quantileRanks({ count: ascending.length, probability, confidence });
  if (ranks === undefined) return { state: 'unsupported', value: null, low: null, high: null };
  const value = finiteOrNull(quantile(ascending, probability));
  return {
    state: value === null ? 'unrecoverable' : 'estimated',
    value,
    low: finiteOrNull(ascending[ranks.low - 1]),
    high: finiteOrNull(ascending[ranks.high - 1]),
  };
}

/** The share of years of which something is the case: whose value is above 0. */
export function yearShare(values: Float64Array, confidence: number): YearShare {
  const years = values.reduce((count, value) => count + (value > 0 ? 1 : 0), 0);
  const { low, high } = wilsonInterval({ successes: years, trials: values.length, confidence });
  return { years, share: years / values.length, low, high };
}

const finiteOrNull = (value: number): number | null => (Number.isFinite(value) ? value : null);
