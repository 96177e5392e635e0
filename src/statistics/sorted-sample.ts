import { ascendingCopy } from './ascending-copy.js';
import { countAtMost } from './count-at-most.js';
import { moments } from './moments.js';
import type { Sample } from './sample.js';

/**
 * A sample of which every value is known; NaN counts as Infinity.
 *
 * @param values in any order; left as they are.
 * @param scratch at least as long: the sample is a view of it, good until its next use.
 * @throws RangeError when `scratch` is shorter than `values`.
 */
export function sortedSample(values: Float64Array, scratch?: Float64Array): Sample {
  const ascending = ascendingCopy(values, scratch);
  return { ascending, moments: moments(ascending.subarray(0, countAtMost(ascending, Number.MAX_VALUE))) };
}
