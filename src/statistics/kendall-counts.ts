/**
 * The null law of Kendall's rank statistic without ties: `shares[d]` is the probability that exactly d of the
 * n (n − 1) / 2 pairs of a random order stand the wrong way round.
 *
 * @param count of values, a positive integer.
 * @source Kendall: A New Measure of Rank Correlation, Biometrika 30 (1938); the recursion over inversions.
 */
export function inversionShares(count: number): Float64Array {
  let shares = Float64Array.of(1);
  for (let size = 2; size <= count; size++) {
    const wider = new Float64Array((size * (size - 1)) / 2 + 1);
    // The next value may stand before 0 to size − 1 of the others, each as likely as any other.
    shares.forEach((share, inversions) => {
      for (let more = 0; more < size; more++) wider[inversions + more] += share / size;
    });
    shares = wider;
  }
  return shares;
}
