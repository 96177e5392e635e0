/** The chi-square statistic of counts against those that were to be expected. */
export function chiSquare(counts: readonly number[], expected: readonly number[]): number {
  return counts.reduce((sum, count, i) => sum + (count - expected[i]) ** 2 / expected[i], 0);
}

/** The chi-square statistic of counts that should all be alike. */
export function chiSquareOfEqual(counts: readonly number[]): number {
  const total = counts.reduce((sum, count) => sum + count, 0);
  return chiSquare(
    counts,
    counts.map(() => total / counts.length),
  );
}

/** What a true sample exceeds with probability 1e-6, by degrees of freedom: `scipy.stats.chi2.isf(1e-6, …)`. */
export const CHI_SQUARE_LIMIT = { 2: 27.631, 4: 33.377, 255: 377.08, 1023: 1252.58 } as const;

/** Counts of pairs from 0 to 1 in a grid of cells, row by row. */
export function countPairs(pairs: Iterable<readonly [number, number]>, cellsPerSide: number): number[] {
  const counts = new Array<number>(cellsPerSide * cellsPerSide).fill(0);
  for (const [x, y] of pairs) counts[Math.floor(x * cellsPerSide) * cellsPerSide + Math.floor(y * cellsPerSide)]++;
  return counts;
}
