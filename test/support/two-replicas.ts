/** Two replicas of each of some pairs of disks, with times in hours; latent faults spoil a part. */
export interface TwoReplicas {
  readonly visible: number;
  readonly repair: number;
  /** Infinity when there are no latent faults. */
  readonly latent: number;
  /** Mean time until a latent fault is found by itself. */
  readonly found?: number;
  /** All latent faults are found at multiples of it. */
  readonly audited?: number;
  readonly pairs: number;
}

type Matrix = readonly (readonly number[])[];

/** Steps per piece of time over which a survival hardly changes its shape; even, for Simpson's rule. */
const STEPS = 20;

/**
 * The mean time in hours until the first pair loses something, exactly: the states of a pair (both good; one down; one
 * spoilt; both spoilt) are a Markov chain from audit to audit; its survival to the power of the pairs is integrated.
 *
 * @param piece hours in which the survival hardly changes, where no audits cut the time.
 */
export function meanTimeToLoss(replicas: TwoReplicas, piece: number): number {
  const length = replicas.audited ?? piece;
  const step = length / STEPS;
  const change = exponentialOf(generatorOf(replicas).map((row) => row.map((rate) => rate * step)));
  let state: readonly number[] = [1, 0, 0, 0];
  const surviving = (): number => state.reduce((sum, share) => sum + share, 0) ** replicas.pairs;
  let mean = 0;
  while (surviving() > 1e-12) {
    for (let i = 0; i <= STEPS; i++) {
      const weight = i === 0 || i === STEPS ? 1 : i % 2 === 1 ? 4 : 2;
      mean += (weight * step * surviving()) / 3;
      if (i < STEPS) state = times(state, change);
    }
    if (replicas.audited !== undefined) state = [state[0] + state[2] + state[3], state[1], 0, 0];
  }
  return mean;
}

/** Rates from state to state; what a row lacks to 0 leads to the loss. */
function generatorOf({ visible, repair, latent, found = Infinity }: TwoReplicas): Matrix {
  const [v, l, m, f] = [1 / visible, 1 / latent, 1 / repair, 1 / found];
  return [
    [-2 * v - 2 * l, 2 * v, 2 * l, 0],
    [m, -m - v - l, 0, 0],
    [f, v, -f - 2 * v - l, l],
    [0, 0, 2 * f, -2 * f - 2 * v],
  ];
}

function times(row: readonly number[], matrix: Matrix): readonly number[] {
  return matrix[0].map((_, j) => row.reduce((sum, value, i) => sum + value * matrix[i][j], 0));
}

/** By its series for a 2^-k-th of the matrix, squared k times. */
function exponentialOf(matrix: Matrix): Matrix {
  const norm = Math.max(...matrix.map((row) => row.reduce((sum, value) => sum + Math.abs(value), 0)));
  const halvings = Math.max(0, Math.ceil(Math.log2(norm)) + 4);
  const small = matrix.map((row) => row.map((value) => value / 2 ** halvings));
  let term: Matrix = matrix.map((row, i) => row.map((_, j) => (i === j ? 1 : 0)));
  let sum = term;
  for (let order = 1; order <= 12; order++) {
    term = term.map((row) => times(row, small).map((value) => value / order));
    sum = sum.map((row, i) => row.map((value, j) => value + term[i][j]));
  }
  for (let k = 0; k < halvings; k++) sum = sum.map((row) => times(row, sum));
  return sum;
}
