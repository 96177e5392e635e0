import { valueAt, type Ascending } from './ascending.js';

/**
 * How many values are at or below a limit, by bisection.
 *
 * @param ascending values in ascending order, without NaN.
 */
export function countAtMost(ascending: Ascending, limit: number): number {
  return partitionPoint(ascending, (value) => value <= limit);
}

/**
 * How many values are strictly below a limit, by bisection.
 *
 * @param ascending values in ascending order, without NaN.
 */
export function countBelow(ascending: Ascending, limit: number): number {
  return partitionPoint(ascending, (value) => value < limit);
}

/** The number of values at the front that belong, where all that belong stand before all that do not. */
function partitionPoint(ascending: Ascending, belongs: (value: number) => boolean): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = low + Math.floor((high - low) / 2);
    if (belongs(valueAt(ascending, middle))) low = middle + 1;
    else high = middle;
  }
  return low;
}
