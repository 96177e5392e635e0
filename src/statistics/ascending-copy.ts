/**
 * The values in ascending order, in a copy; NaN becomes positive infinity and so stands last.
 *
 * NaN marks an incident that has no value because it could not be recovered from. Counting it as longer than
 * any number keeps it in every quantile and share, where dropping it would flatter them.
 *
 * Sorting a typed array needs no comparison function and no memory besides the copy; pass `scratch` to reuse
 * one buffer for many columns. The result is then a view of it, good until its next use.
 *
 * @param values one value per incident, in any order; left as it is.
 * @throws RangeError when `scratch` is shorter than `values`.
 */
export function ascendingCopy(
  values: Float64Array,
  scratch: Float64Array = new Float64Array(values.length),
): Float64Array {
  if (scratch.length < values.length) {
    throw new RangeError(`ascendingCopy: scratch holds ${scratch.length} values, needs ${values.length}`);
  }
  const copy = scratch.subarray(0, values.length);
  for (let index = 0; index < values.length; index++) {
    const value = values[index];
    copy[index] = Number.isNaN(value) ? Infinity : value;
  }
  return copy.sort();
}
