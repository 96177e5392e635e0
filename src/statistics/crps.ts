/** What was seen: a value, or with `isCensored` only that the true one is at least so large. */
export interface Observed {
  readonly value: number;
  readonly isCensored: boolean;
}

/**
 * The continuous ranked probability score of a forecast that is a sample: the integral of the squared difference between
 * its distribution function and the step at what was seen. It is in the unit of the value, is the absolute error for a
 * forecast of one number, and is smallest on average for whoever forecasts what they believe. What is censored is scored
 * up to where it was seen, as the rest is not known.
 *
 * @param ascending finite values in ascending order, at least one.
 * @throws RangeError when there is none.
 * @source Gneiting, Raftery: Strictly Proper Scoring Rules, Prediction, and Estimation, Journal of the American
 *   Statistical Association 102 (2007); censored values after Avati et al.: Countdown Regression, UAI (2019).
 */
export function crpsOfSample(ascending: Float64Array, { value, isCensored }: Observed): number {
  const count = ascending.length;
  if (count === 0) throw new RangeError('crpsOfSample: needs at least one value');
  let score = 0;
  // Between two neighbours of the sample the distribution function is level.
  for (let i = 0; i <= count; i++) {
    const from = i === 0 ? Math.min(value, ascending[0]) : ascending[i - 1];
    const to = i === count ? Math.max(value, ascending[count - 1]) : ascending[i];
    const below = Math.max(0, Math.min(to, value) - from);
    const above = isCensored ? 0 : Math.max(0, to - Math.max(from, value));
    const reached = i / count;
    score += below * reached * reached + above * (1 - reached) * (1 - reached);
  }
  return score;
}
