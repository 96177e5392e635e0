import { valueAt, type Ascending } from './ascending.js';

/**
 * The sample quantile by the R-7 method: linear between the order statistics around `1 + (n − 1) p`.
 *
 * Written here, and not taken from simple-statistics, because an infinite value (an incident without a
 * recovery) must yield infinity, where `a + f × (b − a)` would yield NaN between two of them. What lies strictly
 * between two order statistics of which one is infinite is infinite too; of two, it is the lower.
 *
 * @param ascending values in ascending order, without NaN; both infinities are allowed.
 * @param probability from 0 to 1, both included.
 * @throws RangeError when there is no value, or the probability is not from 0 to 1.
 * @source Hyndman, Fan: Sample Quantiles in Statistical Packages, The American Statistician 50 (1996), type 7.
 */
export function quantile(ascending: Ascending, probability: number): number {
  if (ascending.length === 0) throw new RangeError('quantile: needs at least one value');
  if (!(probability >= 0 && probability <= 1)) {
    throw new RangeError(`quantile: probability must be from 0 to 1, is ${probability}`);
  }
  const position = (ascending.length - 1) * probability;
  const index = Math.floor(position);
  const below = valueAt(ascending, index);
  const fraction = position - index;
  if (fraction === 0) return below;
  const above = valueAt(ascending, index + 1);
  return above === below || below === -Infinity ? below : below + fraction * (above - below);
}
