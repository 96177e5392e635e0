import { exp } from '../arithmetic/exp.js';
import { log1p } from '../arithmetic/log1p.js';
import { normalQuantile } from '../arithmetic/normal-quantile.js';

/** A number with the interval of the true one. */
export interface IntervalEstimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** Below so many pairs the normal law of the transformed correlation is not to be trusted. */
const LEAST_PAIRS = 10;

/**
 * The rank correlation of Spearman, which is that of Pearson between ranks: 1 where one rises with the other, -1 where it
 * falls, whatever the curve.
 *
 * Its interval is that of Fisher's transformation, whose variance for ranks is (1 + ρ² / 2) / (n − 3).
 *
 * @param ranks of the two columns, pair by pair, equal values with the mean of their places (`midranks`).
 * @returns undefined where a column has one value only: nothing can go with it.
 * @throws RangeError when the columns differ in length or have fewer than 10 pairs.
 * @source Bonett, Wright: Sample size requirements for estimating Pearson, Kendall and Spearman correlations,
 *   Psychometrika 65 (2000).
 */
export function spearman(
  ranks: { readonly first: Float64Array; readonly second: Float64Array },
  confidence: number,
): IntervalEstimate | undefined {
  const { first, second } = ranks;
  const pairs = first.length;
  if (second.length !== pairs || pairs < LEAST_PAIRS) {
    throw new RangeError(
      `spearman: needs columns of one length of at least ${LEAST_PAIRS}, has ${pairs} and ${second.length}`,
    );
  }
  const middle = (pairs + 1) / 2;
  let products = 0;
  let firsts = 0;
  let seconds = 0;
  for (let i = 0; i < pairs; i++) {
    const a = first[i] - middle;
    const b = second[i] - middle;
    products += a * b;
    firsts += a * a;
    seconds += b * b;
  }
  if (firsts === 0 || seconds === 0) return undefined;
  const value = Math.max(-1, Math.min(1, products / Math.sqrt(firsts * seconds)));
  if (Math.abs(value) === 1) return { value, low: value, high: value };
  const reach = normalQuantile(0.5 + confidence / 2) * Math.sqrt((1 + (value * value) / 2) / (pairs - 3));
  const centre = (log1p(value) - log1p(-value)) / 2;
  return { value, low: hyperbolicTangent(centre - reach), high: hyperbolicTangent(centre + reach) };
}

function hyperbolicTangent(x: number): number {
  return x > 0 ? 1 - 2 / (exp(2 * x) + 1) : 2 / (exp(-2 * x) + 1) - 1;
}
