import { normalQuantile } from '../arithmetic/normal-quantile.js';
import type { IntervalEstimate } from './spearman.js';

/**
 * The total index of Sobol' of one input: the share of the variance of a result that is left when all but this input are
 * known, its part in every interaction included. It is 0 exactly for an input without any effect.
 *
 * The estimator is Jansen's: half the mean square of what a new draw of this input alone does to the result, over the
 * variance. It is never negative, and is best where the index is small. The interval is that of the ratio of two means by the
 * delta method; it needs no law of the result but a fourth moment, and it is cut at 0.
 *
 * @param results of each case, as drawn and with this input drawn anew; finite.
 * @returns undefined where the result does not vary.
 * @throws RangeError when the columns differ in length or have fewer than two cases.
 * @source Jansen: Analysis of variance designs for model output, Computer Physics Communications 117 (1999); Saltelli et
 *   al.: Variance based sensitivity analysis of model output, Computer Physics Communications 181 (2010), table 2 (f).
 */
export function totalIndex(
  results: { readonly drawn: Float64Array; readonly redrawn: Float64Array },
  confidence: number,
): IntervalEstimate | undefined {
  const { drawn, redrawn } = results;
  const cases = drawn.length;
  if (redrawn.length !== cases || cases < 2) {
    throw new RangeError(`totalIndex: needs columns of one length of at least 2, has ${cases} and ${redrawn.length}`);
  }
  let sum = 0;
  for (let i = 0; i < cases; i++) sum += drawn[i] + redrawn[i];
  const mean = sum / (2 * cases);
  let moved = 0;
  let spread = 0;
  for (let i = 0; i < cases; i++) {
    moved += halfSquare(drawn[i] - redrawn[i]);
    spread += halfSquare(drawn[i] - mean) + halfSquare(redrawn[i] - mean);
  }
  if (spread === 0) return undefined;
  const value = moved / spread;
  // What each case pulls the ratio by, to first order.
  let squares = 0;
  for (let i = 0; i < cases; i++) {
    const pull =
      halfSquare(drawn[i] - redrawn[i]) - value * (halfSquare(drawn[i] - mean) + halfSquare(redrawn[i] - mean));
    squares += pull * pull;
  }
  const reach = (normalQuantile(0.5 + confidence / 2) * Math.sqrt(squares)) / spread;
  return { value, low: Math.max(0, value - reach), high: value + reach };
}

function halfSquare(difference: number): number {
  return (difference * difference) / 2;
}
