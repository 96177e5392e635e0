import { normalScores } from '../../../statistics/normal-scores.js';
import type { Scale } from './drill-advice.js';

/** A result of each draw, on a scale on which it has a variance. */
export interface DrawnResult {
  readonly scale: Scale;
  readonly values: Float64Array;
  /** Where a limit stands on that scale: at most it is kept. */
  readonly threshold: (limit: number) => number;
}

/**
 * Quantiles of times on the scale of their logarithm: known by a few measurements only, the times themselves have no
 * variance. Where one is 0 or infinite, by the normal scores of their ranks.
 *
 * @returns undefined where they do not vary.
 */
export function drawnResult(quantiles: Float64Array): DrawnResult | undefined {
  if (quantiles.every((value) => value === quantiles[0])) return undefined;
  if (quantiles.every((value) => value > 0 && Number.isFinite(value))) {
    return { scale: 'logarithm', values: quantiles.map((value) => Math.log(value)), threshold: Math.log };
  }
  const values = normalScores(quantiles);
  const threshold = (limit: number): number => {
    const [within, beyond] = [
      values.filter((_, i) => quantiles[i] <= limit),
      values.filter((_, i) => quantiles[i] > limit),
    ];
    if (within.length === 0) return -Infinity;
    return beyond.length === 0 ? Infinity : (Math.max(...within) + Math.min(...beyond)) / 2;
  };
  return { scale: 'normal scores', values, threshold };
}
