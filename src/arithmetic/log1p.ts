import { log } from './log.js';

/**
 * ln (1 + x), exact for small x too: within 5e-16 of the true value (relative). −1 gives −Infinity; less gives NaN.
 *
 * What 1 + x rounds away is put back to first order, which is enough because it is at most half a unit in the last place.
 *
 * @source N. J. Higham, "Accuracy and Stability of Numerical Algorithms", 2nd edition (2002), section 1.14.
 */
export function log1p(x: number): number {
  const sum = 1 + x;
  if (!(sum > 0 && sum < Infinity)) return log(sum);
  return log(sum) - (sum - 1 - x) / sum;
}
