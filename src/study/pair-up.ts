import type { RecoveredCounts } from './comparison.js';

/** One metric under two scenarios, incident by incident. */
export interface PairedDifferences {
  readonly recovered: RecoveredCounts;
  /** One per incident, the variant minus the baseline, in seconds, without NaN: see `pairUp`. */
  readonly differences: Float64Array;
  /** Those between two recoveries, in the order of the incidents. */
  readonly paired: Float64Array;
}

/**
 * What the variant would have changed in each incident. One that only the variant recovers from is better than by any
 * number, minus infinity; one that only the baseline recovers from, plus infinity; one that neither does, 0.
 *
 * @param baseline one value per incident, NaN where it is not recovered from.
 * @param variant the same, of the same incidents.
 * @param scratch two buffers as long as the columns, which become `differences` and `paired`.
 */
export function pairUp(
  baseline: Float64Array,
  variant: Float64Array,
  [differences, scratch]: readonly [Float64Array, Float64Array],
): PairedDifferences {
  let both = 0;
  let baselineOnly = 0;
  let variantOnly = 0;
  for (let incident = 0; incident < baseline.length; incident++) {
    const difference = variant[incident] - baseline[incident];
    if (!Number.isNaN(difference)) {
      scratch[both++] = difference;
      differences[incident] = difference;
    } else if (!Number.isNaN(variant[incident])) {
      variantOnly++;
      differences[incident] = -Infinity;
    } else if (!Number.isNaN(baseline[incident])) {
      baselineOnly++;
      differences[incident] = Infinity;
    } else {
      differences[incident] = 0;
    }
  }
  const neither = baseline.length - both - baselineOnly - variantOnly;
  // In this order sums come out mirrored when the two are exchanged.
  return {
    recovered: { both, baselineOnly, variantOnly, neither },
    differences: differences.subarray(0, baseline.length),
    paired: scratch.subarray(0, both),
  };
}
