import { histogram } from './histogram.js';

/** A point of a distribution function: the share of all values at or below `value`. */
export interface DistributionPoint {
  readonly value: number;
  readonly share: number;
}

/**
 * The empirical distribution function at given places, exact at each; the values need no order. NaN, which marks an
 * incident without a recovery, is above every place, so that the function may end below 1.
 *
 * @param values at least one.
 * @param places at least two, strictly ascending.
 * @throws RangeError when there is no value or the places do not ascend.
 */
export function empiricalDistribution(values: Float64Array, places: readonly number[]): readonly DistributionPoint[] {
  if (values.length === 0) throw new RangeError('empiricalDistribution: needs at least one value');
  const { counts, below } = histogram(values, places);
  const beforeFirst = values.reduce((count, value) => (value === places[0] ? count + 1 : count), below);
  let reached = below;
  return places.map((value, place) => {
    reached += place === 0 ? 0 : counts[place - 1];
    return { value, share: (place === 0 ? beforeFirst : reached) / values.length };
  });
}
