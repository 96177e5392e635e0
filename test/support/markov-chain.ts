/** A way from one state of a chain to another, so many times per time; `undefined` is the end. */
export interface Passage {
  readonly from: number;
  readonly to: number | undefined;
  readonly rate: number;
}

/**
 * The mean time from each state to the end of a continuous-time Markov chain: the solution of out(i) t(i) = 1 + sum over
 * j of rate(i, j) t(j), by elimination.
 */
export function meanTimesToEnd(states: number, passages: readonly Passage[]): readonly number[] {
  const rows = Array.from({ length: states }, (_, i) => {
    const row = new Array<number>(states + 1).fill(0);
    row[states] = 1;
    for (const { from, to, rate } of passages) {
      if (from !== i) continue;
      row[i] += rate;
      if (to !== undefined) row[to] -= rate;
    }
    return row;
  });
  rows.forEach((pivot, i) => {
    for (const row of rows) {
      if (row === pivot) continue;
      const times = row[i] / pivot[i];
      pivot.forEach((value, column) => (row[column] -= times * value));
    }
  });
  return rows.map((row, i) => row[states] / row[i]);
}
