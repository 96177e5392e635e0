/** The chi-square statistic of counts that should all be alike. */
export function chiSquareOfEqual(counts: readonly number[]): number {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const expected = total / counts.length;
  return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
}

/** What a true sample exceeds with probability 1e-6, by degrees of freedom: `scipy.stats.chi2.isf(1e-6, …)`. */
export const CHI_SQUARE_LIMIT = { 255: 377.08, 1023: 1252.58 } as const;

/** Counts of pairs from 0 to 1 in a grid of cells, row by row. */
export function countPairs(pairs: Iterable<readonly [number, number]>, cellsPerSide: number): number[] {
  const counts = new Array<number>(cellsPerSide * cellsPerSide).fill(0);
  for (const [x, y] of pairs) counts[Math.floor(x * cellsPerSide) * cellsPerSide + Math.floor(y * cellsPerSide)]++;
  return counts;
}
