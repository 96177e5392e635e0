import { normalQuantile } from '../arithmetic/normal-quantile.js';
import { countAtMost, countBelow } from '../statistics/count-at-most.js';
import type { Moments } from '../statistics/moments.js';
import { moments } from '../statistics/moments.js';
import { wilsonInterval } from '../statistics/wilson-interval.js';
import type { DifferenceSummary, MetricComparison, ShareEstimate } from './comparison.js';
import { differenceQuantiles } from './difference-quantiles.js';
import { pairUp } from './pair-up.js';
import type { MetricSide } from './quantile-shifts.js';
import { quantileShifts } from './quantile-shifts.js';
import type { ComparedUncertainty } from './uncertainty/compare-by-draws.js';
import { verdictOf } from './verdict-of.js';

/** Below so many pairs a mean is not taken for normal, and has no interval. */
export const MEAN_PAIRS = 30;

export interface PairingContext {
  /** Of every interval, strictly between 0 and 1. */
  readonly confidence: number;
  /** Two buffers, each as long as the columns; overwritten. */
  readonly scratch: readonly [Float64Array, Float64Array];
  /** What the inputs may truly be leaves open; absent or null where no draws were played. */
  readonly drawn?: ComparedUncertainty | null;
}

/**
 * One metric of a variant against the same metric of the baseline, incident by incident.
 *
 * Less is better. An incident that only one of them recovers from is a win for that one, and has no difference that
 * could be averaged; one that neither recovers from is a tie. Exchanging the two mirrors every number to the last bit.
 *
 * @throws RangeError when the columns differ in length or are empty.
 */
export function compareMetric(baseline: MetricSide, variant: MetricSide, context: PairingContext): MetricComparison {
  const { confidence, drawn = null } = context;
  const incidents = baseline.values.length;
  if (variant.values.length !== incidents || incidents === 0) {
    throw new RangeError(`compareMetric: needs columns of one length, has ${incidents} and ${variant.values.length}`);
  }
  const { recovered, differences, paired } = pairUp(baseline.values, variant.values, context.scratch);
  const ofMean = moments(paired);
  const ascending = differences.sort();
  const better = countBelow(ascending, 0);
  const worse = incidents - countAtMost(ascending, 0);
  const shareOf = (count: number): ShareEstimate => ({
    share: count / incidents,
    ...wilsonInterval({ successes: count, trials: incidents, confidence }),
  });
  const shifts = quantileShifts(baseline, variant, { isConstant: ascending[0] === ascending[incidents - 1] });
  return {
    recovered,
    better: shareOf(better),
    equal: shareOf(incidents - better - worse),
    worse: shareOf(worse),
    difference: {
      ...summariseMean(ofMean, recovered.both, confidence),
      quantiles: differenceQuantiles(ascending, confidence, context.scratch[1]),
    },
    shifts,
    ...verdictOf({ better, worse, tail: shifts.p95, confidence, drawn }),
    uncertainty: drawn,
  };
}

function summariseMean(
  { mean, standardDeviation, standardError }: Moments,
  pairs: number,
  confidence: number,
): Omit<DifferenceSummary, 'quantiles'> {
  const known = { mean, meanStandardError: standardError, sd: standardDeviation };
  if (mean === null || standardError === null || pairs < MEAN_PAIRS) return { ...known, meanLow: null, meanHigh: null };
  const reach = normalQuantile(0.5 + confidence / 2) * standardError;
  return { ...known, meanLow: mean - reach, meanHigh: mean + reach };
}
