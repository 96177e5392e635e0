/**
 * The place of each value among all, from 1 on, in the order of the values; equal ones share the mean of their places. NaN
 * counts as larger than every number, and as equal to itself: an incident without a recovery is longer than any other.
 *
 * @returns one rank per value, in the order of the values.
 */
export function midranks(values: Float64Array): Float64Array {
  const order = Uint32Array.from(values.keys());
  const valueOf = (index: number): number => (Number.isNaN(values[index]) ? Infinity : values[index]);
  order.sort((one, other) => (valueOf(one) < valueOf(other) ? -1 : +(valueOf(one) > valueOf(other))));
  const ranks = new Float64Array(values.length);
  for (let first = 0; first < order.length;) {
    let end = first + 1;
    while (end < order.length && valueOf(order[end]) === valueOf(order[first])) end++;
    for (let place = first; place < end; place++) ranks[order[place]] = (first + 1 + end) / 2;
    first = end;
  }
  return ranks;
}
