import { binomialWeights } from './binomial-weights.js';

/** The ranks of two order statistics, counted from 1, that enclose a quantile. */
export interface QuantileRanks {
  readonly low: number;
  readonly high: number;
}

/**
 * The ranks of the order statistics that enclose a quantile with at least the given confidence, whatever the
 * law of the values.
 *
 * Of n values, the number below the true quantile p is binomial (n, p). `low` is the highest rank that lies above
 * the quantile with a chance of at most (1 − confidence) / 2, `high` the lowest rank that lies below it with at
 * most that chance: each end errs at most half as often as both may. The law is discrete, so the coverage is
 * at least the confidence, and more where values are tied.
 *
 * @param options.count number of values, a positive integer.
 * @param options.probability of the quantile, strictly between 0 and 1.
 * @param options.confidence strictly between 0 and 1.
 * @returns undefined when the sample is too small to have such a rank on both sides: at 95 %, fewer than 6
 *   values for the median, 72 for P95, 3688 for P99.9.
 * @throws RangeError when an option is outside its domain.
 * @source Hahn, Meeker: Statistical Intervals (1991), 5.2.1; David, Nagaraja: Order Statistics (2003), 7.1.
 */
export function quantileRanks(options: {
  count: number;
  probability: number;
  confidence: number;
}): QuantileRanks | undefined {
  const { count, probability, confidence } = options;
  if (!(confidence > 0 && confidence < 1)) {
    throw new RangeError(`quantileRanks: confidence must be strictly between 0 and 1, is ${confidence}`);
  }
  const { first, weights } = binomialWeights({ trials: count, probability });
  const allowed = (1 - confidence) / 2;

  // Each tail is summed from its far end, the smallest weights first, so that it is exact to its own last digits.
  let low = first;
  for (let tail = weights[0]; tail <= allowed; tail += weights[low - first]) low++;
  let high = first + weights.length;
  for (let tail = weights[weights.length - 1]; tail <= allowed; tail += weights[high - 1 - first]) high--;

  return low >= 1 && high <= count ? { low, high } : undefined;
}
