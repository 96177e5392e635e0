import { normalCumulative } from '../arithmetic/normal-cumulative.js';

/** Above this number of terms the alternating sum loses digits, and the normal law is good to 0.0005. */
const MOST_EXACT = 20;

/**
 * The probability that the sum of so many independent uniform numbers from 0 to 1 is at most `sum`. The mean of
 * percentiles is judged by it: where the forecast is right they are uniform, and their mean says on which side of the
 * forecast the drills fell, with all the drills together.
 *
 * @param count a positive integer.
 * @throws RangeError when the count is none.
 * @source Hall: The Distribution of Means for Samples of Size N Drawn from a Population in which the Variate Takes Values
 *   Between 0 and 1, Biometrika 19 (1927); Irwin, ibid.
 */
export function irwinHallCumulative(count: number, sum: number): number {
  if (!(Number.isSafeInteger(count) && count > 0)) {
    throw new RangeError(`irwinHallCumulative: count must be a positive integer, is ${count}`);
  }
  if (sum <= 0) return 0;
  if (sum >= count) return 1;
  if (count > MOST_EXACT) return normalCumulative((sum - count / 2) / Math.sqrt(count / 12));
  // The lower half is summed: there few terms cancel.
  if (sum > count / 2) return 1 - irwinHallCumulative(count, count - sum);
  let total = 0;
  let weight = 1;
  for (let k = 0; k <= Math.floor(sum); k++) {
    let term = weight;
    for (let i = 1; i <= count; i++) term *= (sum - k) / i;
    total += term;
    weight *= -(count - k) / (k + 1);
  }
  return Math.min(1, Math.max(0, total));
}
