/**
 * How far the difference of two estimates may be from the true difference, when each may be as far from its own truth
 * as its reach says, and the errors of the two go together as their correlation says: the root of
 * a² + b² − 2 ρ a b, the law of cosines.
 *
 * Written as (a − b)² + 2 (1 − ρ) a b, so that nothing cancels when the errors are nearly the same, which is what
 * common random numbers are for. Exchanging the two estimates changes no bit of it; two equal estimates with equal
 * errors have a reach of exactly 0.
 *
 * @param options.first half the length of its interval, at least 0; the level of the result is that of the two.
 * @param options.second likewise.
 * @param options.correlation from −1 to 1.
 * @throws RangeError when an option is outside its domain.
 * @source Price, Bonett: Distribution-free confidence intervals for difference and ratio of medians, Journal of
 *   Statistical Computation and Simulation 72 (2002); with the correlation, Bonett, Price: Interval estimation for
 *   linear functions of medians in within-subjects and mixed designs, British Journal of Mathematical and
 *   Statistical Psychology 73 (2020).
 */
export function differenceReach(options: { first: number; second: number; correlation: number }): number {
  const { first, second, correlation } = options;
  if (!(first >= 0 && second >= 0)) {
    throw new RangeError(`differenceReach: both reaches must be at least 0, are ${first} and ${second}`);
  }
  if (!(correlation >= -1 && correlation <= 1)) {
    throw new RangeError(`differenceReach: correlation must be from -1 to 1, is ${correlation}`);
  }
  const apart = first - second;
  return Math.sqrt(apart * apart + 2 * (1 - correlation) * (first * second));
}
