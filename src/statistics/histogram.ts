/** How many values lie in each of a row of adjoining bins. */
export interface Histogram {
  /** Ascending; one more than there are bins. */
  readonly edges: readonly number[];
  /** One per bin. A bin holds the values above its lower edge up to its upper edge; the first, its lower edge too. */
  readonly counts: readonly number[];
  /** Values below the first edge. */
  readonly below: number;
  /** Of the first bin's, those at the first edge itself. */
  readonly atFirstEdge: number;
  /** Values above the last edge; NaN, which marks an incident without a recovery, counts as such. */
  readonly above: number;
}

/**
 * Counts values into bins, by bisection; the values need no order. Added up from the left, the counts give the
 * empirical distribution function at each edge exactly, for a bin includes its upper edge.
 *
 * @param edges at least two, strictly ascending.
 * @throws RangeError when the edges are fewer than two or do not ascend.
 */
export function histogram(values: Float64Array, edges: readonly number[]): Histogram {
  if (edges.length < 2) throw new RangeError(`histogram: needs at least two edges, has ${edges.length}`);
  for (let index = 1; index < edges.length; index++) {
    if (!(edges[index] > edges[index - 1])) {
      throw new RangeError(`histogram: edges must ascend, are ${edges[index - 1]} and ${edges[index]}`);
    }
  }
  const first = edges[0];
  const last = edges[edges.length - 1];
  const counts = new Array<number>(edges.length - 1).fill(0);
  let below = 0;
  let atFirstEdge = 0;
  let above = 0;
  for (const value of values) {
    if (value === first) atFirstEdge++;
    if (value < first) below++;
    else if (value <= last) counts[binOf(value, edges)]++;
    else above++;
  }
  return { edges, counts, below, atFirstEdge, above };
}

/** The bin of a value from the first to the last edge, both included. */
function binOf(value: number, edges: readonly number[]): number {
  let low = 0;
  let high = edges.length - 2;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (value <= edges[middle + 1]) high = middle;
    else low = middle + 1;
  }
  return low;
}
