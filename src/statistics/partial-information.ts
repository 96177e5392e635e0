import { countAtMost } from './count-at-most.js';
import { leastSquares, type LeastSquares } from './least-squares.js';
import { jackknife } from './jackknife.js';
import type { IntervalEstimate } from './spearman.js';

/** Draws of what is not known, and the result of each. */
export interface DrawnCases {
  /** Functions of the values that would be learned: one value per draw each. */
  readonly columns: readonly Float64Array[];
  readonly results: Float64Array;
}

/**
 * The share of a result's variance that would be gone, on average, if some values were known exactly: the first-order index of
 * the group of them, and the expected value of partial perfect information where error is paid by its square. It is the
 * adjusted R² of the result on functions of the values, cut at 0.
 *
 * @source Strong, Oakley, Brennan: Estimating multiparameter partial expected value of perfect information from a probabilistic
 *   sensitivity analysis sample: a nonparametric regression approach, Medical Decision Making 34 (2014).
 */
export function varianceExplained({ columns, results }: DrawnCases, confidence: number): IntervalEstimate {
  const { value, low, high } = jackknife(
    results.length,
    (kept) =>
      leastSquares(
        columns.map((column) => pick(column, kept)),
        pick(results, kept),
      ).adjusted,
    confidence,
  );
  return { value: clip(value, 1), low: clip(low, 1), high: clip(high, 1) };
}

/**
 * By how much the probability of a wrong verdict would fall, on average, if some values were known exactly: the expected value
 * of partial perfect information where each wrong verdict costs one. The verdict is whether the result is at most
 * `threshold`, and the likelier one is given.
 *
 * The result is regressed on functions of the values. What noise explains by chance is taken off what is fitted and given
 * back to the residuals, so that the fall is not told too large, as that of a plain regression is.
 *
 * @source Strong, Oakley, Brennan (2014), as for `varianceExplained`.
 */
export function verdictGain(
  { columns, results, threshold }: DrawnCases & { readonly threshold: number },
  confidence: number,
): IntervalEstimate {
  const { value, low, high } = jackknife(
    results.length,
    (kept) => {
      const some = pick(results, kept);
      const fit = leastSquares(
        columns.map((column) => pick(column, kept)),
        some,
      );
      const { fitted, residuals } = shrunk(fit, some);
      residuals.sort();
      const likelier = likelierWrong(
        some.reduce((sum, result) => sum + (result <= threshold ? 1 : 0), 0) / some.length,
      );
      const after = fitted.reduce((sum, each) => {
        return sum + likelierWrong(countAtMost(residuals, threshold - each) / residuals.length);
      }, 0);
      return likelier - after / fitted.length;
    },
    confidence,
  );
  return { value: clip(value, 0.5), low: clip(low, 0.5), high: clip(high, 0.5) };
}

/** What a regression tells and what it leaves, without what it owes to chance; together they vary as the results do. */
export function shrunk(
  { fitted, explained, adjusted }: LeastSquares,
  results: Float64Array,
): { readonly factor: number; readonly fitted: Float64Array; readonly residuals: Float64Array } {
  const mean = results.reduce((sum, value) => sum + value, 0) / results.length;
  const told = Math.max(0, adjusted);
  const factor = explained > 0 ? Math.sqrt(told / explained) : 0;
  const rest = explained < 1 ? Math.sqrt((1 - told) / (1 - explained)) : 0;
  return {
    factor,
    fitted: fitted.map((value) => mean + factor * (value - mean)),
    residuals: results.map((value, index) => rest * (value - fitted[index])),
  };
}

/** The probability that the likelier of two verdicts is wrong. */
export function likelierWrong(probability: number): number {
  return Math.min(probability, 1 - probability);
}

function pick(values: Float64Array, kept: readonly number[]): Float64Array {
  return Float64Array.from(kept, (index) => values[index]);
}

function clip(value: number, most: number): number {
  return Math.min(most, Math.max(0, value));
}
