/**
 * Values in ascending order, without NaN, that can be looked up by their place: a sorted Float64Array is one, and so is
 * a `QuantileSketch`, which holds no values.
 */
export interface Ascending {
  readonly length: number;
  /** The value at a place from 0 to `length` − 1; undefined beyond. */
  at(place: number): number | undefined;
}

/**
 * The value at a place that is known to be there.
 *
 * @throws RangeError when there is none.
 */
export function valueAt(ascending: Ascending, place: number): number {
  const value = ascending.at(place);
  if (value === undefined) throw new RangeError(`valueAt: there are ${ascending.length} values, and none at ${place}`);
  return value;
}
