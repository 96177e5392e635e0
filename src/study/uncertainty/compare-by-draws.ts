import { ascendingCopy } from '../../statistics/ascending-copy.js';
import { quantile } from '../../statistics/quantile.js';
import type { MetricOutcomesOfPlay } from '../explain/plays-recorder.js';
import type { MetricByKind } from '../run-samples.js';
import { bandOf } from './summarise-uncertainty.js';
import type { Band } from './uncertainty-summary.js';

/** What becomes of a comparison when the inputs are as they may truly be: differences in seconds, variant minus baseline. */
export interface ComparedUncertainty {
  /** How many draws, and by how many incidents each was struck: the same in both scenarios. */
  readonly draws: number;
  readonly incidents: number;
  /** Probability with which the true value lies in a band. */
  readonly credibility: number;
  /** Of the difference of the two quantiles; an end is null where only one of the two has a number. */
  readonly shifts: Readonly<Record<'p50' | 'p95', Band>>;
  /** Of the shares of incidents in which the variant has less, and more. */
  readonly better: Band;
  readonly worse: Band;
  /** In which share of the draws. */
  readonly inDraws: DrawnDirections;
}

/** Shares of the draws: the two of a pair need not add up to 1, as there may be ties. */
export interface DrawnDirections {
  /** The variant has less in more incidents than it has more in, and the other way round. */
  readonly mostlyBetter: number;
  readonly mostlyWorse: number;
  /** Its P95 is less than that of the baseline, and more. */
  readonly p95Less: number;
  readonly p95More: number;
}

/**
 * Holds draws of two scenarios against each other, pair by pair: a value of the same name is the same in both, and so is
 * the luck of the incidents. What is left of a difference over the draws is what its own inputs leave open, and that is far
 * less than what the bands of the two scenarios alone would suggest.
 *
 * @param baseline its draws in their order, as many as the variant has.
 * @throws RangeError when there are none, or not equally many.
 */
export function compareByDraws(
  baseline: readonly MetricOutcomesOfPlay[],
  variant: readonly MetricOutcomesOfPlay[],
  { metric, credibility }: { readonly metric: MetricByKind; readonly credibility: number },
): ComparedUncertainty {
  if (baseline.length === 0 || baseline.length !== variant.length) {
    throw new RangeError(`compareByDraws: needs as many draws of both, has ${baseline.length} and ${variant.length}`);
  }
  const pairs = baseline.map((draw, index) => pairOf(draw[metric], variant[index][metric]));
  const band = (value: (pair: DrawnPair) => number): Band => bandOf(pairs.map(value), credibility);
  const share = (isSo: (pair: DrawnPair) => boolean): number => pairs.filter(isSo).length / pairs.length;
  return {
    draws: pairs.length,
    incidents: baseline[0][metric].length,
    credibility,
    shifts: { p50: band(({ p50 }) => p50), p95: band(({ p95 }) => p95) },
    better: band(({ better }) => better),
    worse: band(({ worse }) => worse),
    inDraws: {
      mostlyBetter: share(({ better, worse }) => better > worse),
      mostlyWorse: share(({ better, worse }) => worse > better),
      p95Less: share(({ p95 }) => p95 < 0),
      p95More: share(({ p95 }) => p95 > 0),
    },
  };
}

interface DrawnPair {
  readonly p50: number;
  readonly p95: number;
  readonly better: number;
  readonly worse: number;
}

function pairOf(baseline: Float64Array, variant: Float64Array): DrawnPair {
  const [ofBaseline, ofVariant] = [baseline, variant].map((values) => ascendingCopy(values));
  const shift = (probability: number): number => {
    const [from, to] = [quantile(ofBaseline, probability), quantile(ofVariant, probability)];
    // Two that are both without a recovery there differ by nothing.
    return from === to ? 0 : to - from;
  };
  let better = 0;
  let worse = 0;
  for (let incident = 0; incident < baseline.length; incident++) {
    const [one, other] = [orNever(baseline[incident]), orNever(variant[incident])];
    if (other < one) better++;
    else if (other > one) worse++;
  }
  return { p50: shift(0.5), p95: shift(0.95), better: better / baseline.length, worse: worse / baseline.length };
}

function orNever(value: number): number {
  return Number.isNaN(value) ? Infinity : value;
}
