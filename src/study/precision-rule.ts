import { BLOCK_INCIDENTS } from '../simulation/block-draws.js';
import { valueAt } from '../statistics/ascending.js';
import { quantile } from '../statistics/quantile.js';
import { quantileRanks } from '../statistics/quantile-ranks.js';
import { METRICS_BY_KIND, type RunSamples } from './run-samples.js';

/** The first look is at so many blocks: below, intervals of P95 are too rough to be held against a precision. */
const FIRST_BLOCKS = 8;
/** From one look to the next a run grows by this factor: more looks widen the intervals, fewer overshoot the goal. */
const GROWTH = 1.5;

const PROBABILITIES: readonly number[] = [0.5, 0.95];

/**
 * After how many incidents a run is looked at: whole blocks, each time half as many again, and last the ceiling. They
 * are fixed before the run, by the ceiling alone.
 *
 * @param ceiling a positive integer.
 */
export function looksUpTo(ceiling: number): readonly number[] {
  const looks: number[] = [];
  for (let blocks = FIRST_BLOCKS; blocks * BLOCK_INCIDENTS < ceiling; blocks = Math.ceil(blocks * GROWTH)) {
    looks.push(blocks * BLOCK_INCIDENTS);
  }
  return [...looks, ceiling];
}

/**
 * The confidence level at which an interval must be computed at each of several looks, so that those of all looks
 * together hold with at least the given confidence. The look at which a run stops is chosen by what was seen, and an
 * interval that would hold at a look fixed beforehand holds less often at such a one; one that holds at all of them
 * does not mind which is chosen.
 *
 * @param confidence strictly between 0 and 1.
 * @param looks a positive integer.
 * @source The inequality of Bonferroni, as used by Dunn: Multiple comparisons among means, Journal of the American
 *   Statistical Association 56 (1961). What stopping by the width of an unadjusted interval costs in coverage:
 *   Law, Kelton: Confidence intervals for steady-state simulations II, Management Science 28 (1982); that the cost
 *   vanishes as the width does: Chow, Robbins: On the asymptotic theory of fixed-width sequential confidence
 *   intervals for the mean, Annals of Mathematical Statistics 36 (1965).
 */
export function confidencePerLook(confidence: number, looks: number): number {
  return 1 - (1 - confidence) / looks;
}

/**
 * Whether the intervals of P50 and P95 of RTO, RPO and RTT have half-widths of at most `precision` times the estimate.
 * A quantile that is known to fall among the unrecoverable is settled; one that may or may not is not.
 *
 * @param options.precision positive; 0.01 for 1 %.
 * @param options.confidence of the intervals, strictly between 0 and 1.
 */
export function isPrecise(
  samples: RunSamples,
  { precision, confidence }: { readonly precision: number; readonly confidence: number },
): boolean {
  return METRICS_BY_KIND.every((name) => {
    const { ascending } = samples.metric(name);
    return PROBABILITIES.every((probability) => {
      const ranks = quantileRanks({ count: ascending.length, probability, confidence });
      if (ranks === undefined) return false;
      const [low, high] = [valueAt(ascending, ranks.low - 1), valueAt(ascending, ranks.high - 1)];
      // Both without a recovery, or both the very same number.
      if (low === high) return true;
      return high < Infinity && (high - low) / 2 <= precision * quantile(ascending, probability);
    });
  });
}
