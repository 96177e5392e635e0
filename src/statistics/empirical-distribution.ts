import type { Histogram } from './histogram.js';

/** A point of a distribution function: the share of all values at or below `value`. */
export interface DistributionPoint {
  readonly value: number;
  readonly share: number;
}

/**
 * The empirical distribution function at the edges of a histogram, exact at each. What is above the last of them, such
 * as an incident without a recovery, lets the function end below 1.
 *
 * @throws RangeError when there is no value.
 */
export function empiricalDistribution(counted: Histogram): readonly DistributionPoint[] {
  const { edges, counts, below, atFirstEdge, above } = counted;
  const size = counts.reduce((sum, count) => sum + count, below + above);
  if (size === 0) throw new RangeError('empiricalDistribution: needs at least one value');
  let reached = below;
  return edges.map((value, place) => {
    reached += place === 0 ? 0 : counts[place - 1];
    return { value, share: (place === 0 ? below + atFirstEdge : reached) / size };
  });
}
