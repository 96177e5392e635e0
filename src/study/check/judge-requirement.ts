import { normalQuantile } from '../../arithmetic/normal-quantile.js';
import { finiteOrNull } from '../../statistics/finite-or-null.js';
import { valueAt } from '../../statistics/ascending.js';
import { countAtMost, countBelow } from '../../statistics/count-at-most.js';
import { quantile } from '../../statistics/quantile.js';
import { quantileRanks } from '../../statistics/quantile-ranks.js';
import type { Sample } from '../../statistics/sample.js';
import { wilsonInterval } from '../../statistics/wilson-interval.js';
import type { MetricByKind, RunSamples } from '../run-samples.js';
import type { ObjectiveSummary, Summary } from '../summary.js';
import type { DrawnMetrics } from '../uncertainty/drawn-metrics.js';
import { judgeByDraws } from '../uncertainty/judge-by-draws.js';
import { keptInDraws } from './kept-in-draws.js';
import { keeps } from './keeps.js';
import type { Comparison, MeasuredMetric, RequiredQuantity, Requirement } from './requirement.js';

/** `undecided` where the interval includes the limit: more incidents would tell. */
export type Verdict = 'met' | 'missed' | 'undecided';

/** A quantity as it was found, with its interval; null where it has none, such as a quantile among the unrecoverable. */
export interface Finding {
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** A requirement with what was found and whether it is kept. */
export interface JudgedRequirement extends Finding {
  readonly requirement: Requirement;
  readonly verdict: Verdict;
  /** What an undecided one waits for: more incidents, or drills; null when it is decided. */
  readonly undecidedFor: ObjectiveSummary['undecidedFor'];
  /** Share of the draws of the inputs in which it is kept; null when it is not judged by them. */
  readonly kept: number | null;
}

type SampledVerdict = Omit<JudgedRequirement, 'undecidedFor' | 'kept'>;

/** A run, what was made of it, and what is known without it. */
export interface CheckedRun {
  readonly samples: RunSamples;
  readonly summary: Summary;
  /** Seconds from the last restore test of each tested surface to the start of the period, by name. */
  readonly testAges: ReadonlyMap<string, number>;
  /** What the inputs may truly be, played; absent when no draws were. */
  readonly drawn?: DrawnMetrics | undefined;
  /** The interval of shares, by which quantiles are judged too: Wilson's when absent. */
  readonly shareInterval?: typeof wilsonInterval | undefined;
}

/**
 * Holds a requirement against a run.
 *
 * A quantile keeps its limit when enough incidents stay within it: judged by the Wilson interval of their share, which
 * needs no law. Shares are judged by theirs, means by the normal interval. Where the inputs were drawn, what is required
 * of quantiles, means and shares of RTO, RPO and RTT over all incidents must be credible too.
 *
 * @throws RangeError when the run has not what the requirement speaks of.
 */
export function judgeRequirement(requirement: Requirement, run: CheckedRun): JudgedRequirement {
  const sampled = judgeSample(requirement, run);
  const kept = run.drawn === undefined ? null : keptInDraws(requirement, run.drawn);
  if (kept === null) {
    return { ...sampled, undecidedFor: sampled.verdict === 'undecided' ? 'incidents' : null, kept };
  }
  return { ...sampled, ...judgeByDraws(sampled.verdict, { kept, credibility: run.summary.confidence }), kept };
}

function judgeSample(requirement: Requirement, run: CheckedRun): SampledVerdict {
  const { quantity, comparison, limit } = requirement;
  if (quantity.kind === 'quantile') return judgeQuantile(requirement, quantity, run);
  const found = findingOf(quantity, run);
  return { requirement, ...found, verdict: verdictOf(found, comparison, limit) };
}

function judgeQuantile(
  requirement: Requirement,
  { probability, of }: Extract<RequiredQuantity, { kind: 'quantile' }>,
  { samples, summary: { confidence }, shareInterval = wilsonInterval }: CheckedRun,
): SampledVerdict {
  const { ascending } = sampleOf(of, samples);
  const { comparison, limit } = requirement;
  const isUpper = comparison === '<=' || comparison === '<';
  // At most the limit when as many as the quantile says are; at least it when no more than that are below.
  const within =
    comparison === '<=' || comparison === '>' ? countAtMost(ascending, limit) : countBelow(ascending, limit);
  const share = shareInterval({ successes: within, trials: ascending.length, confidence });
  const isMet = isUpper ? share.low >= probability : share.high <= probability;
  const isMissed = isUpper ? share.high < probability : share.low > probability;
  const ranks = quantileRanks({ count: ascending.length, probability, confidence });
  const at = (rank: number | undefined): number | null =>
    rank === undefined ? null : finiteOrNull(valueAt(ascending, rank - 1));
  return {
    requirement,
    value: ranks === undefined ? null : finiteOrNull(quantile(ascending, probability)),
    low: at(ranks?.low),
    high: at(ranks?.high),
    verdict: isMet ? 'met' : isMissed ? 'missed' : 'undecided',
  };
}

function findingOf(quantity: Exclude<RequiredQuantity, { kind: 'quantile' }>, run: CheckedRun): Finding {
  const { samples, summary, testAges, shareInterval = wilsonInterval } = run;
  const { confidence } = summary;
  const shareOf = (successes: number, trials: number): Finding => ({
    value: successes / trials,
    ...shareInterval({ successes, trials, confidence }),
  });
  switch (quantity.kind) {
    case 'mean': {
      const { mean, standardError } = sampleOf(quantity.of, samples).moments;
      return around(mean, standardError, confidence);
    }
    case 'share': {
      const { ascending } = sampleOf(quantity.of, samples);
      const { comparison, limit } = quantity;
      const below =
        comparison === '<=' || comparison === '>' ? countAtMost(ascending, limit) : countBelow(ascending, limit);
      const isUpper = comparison === '<=' || comparison === '<';
      return shareOf(isUpper ? below : ascending.length - below, ascending.length);
    }
    case 'unrecoverable': {
      const { ascending } = sampleOf({ metric: 'rto', disaster: quantity.disaster }, samples);
      return shareOf(ascending.length - countAtMost(ascending, Number.MAX_VALUE), ascending.length);
    }
    case 'assumed': {
      const rests = summary.restsOn[quantity.metric];
      // Nothing of a metric that is nowhere above 0 is assumed.
      if (rests === null) return { value: 0, low: 0, high: 0 };
      const { share, low, high } = rests.assumed;
      return { value: share, low, high };
    }
    case 'cost-per-year': {
      const { costs } = summary;
      if (costs === null) throw new RangeError('judgeRequirement: the scenario has no prices');
      return around(costs.perYear, costs.incidents.standardError, confidence);
    }
    case 'restore-test-age': {
      const ages = quantity.surface === undefined ? [...testAges.values()] : [testAges.get(quantity.surface) ?? NaN];
      const oldest = Math.max(...ages);
      if (!Number.isFinite(oldest)) throw new RangeError('judgeRequirement: no such surface has a restore test');
      return { value: oldest, low: oldest, high: oldest };
    }
    default:
      return quantity satisfies never;
  }
}

function sampleOf({ metric, disaster }: MeasuredMetric, samples: RunSamples): Sample {
  if (metric === 'cost') {
    const costs = samples.costs();
    if (costs === undefined) throw new RangeError('judgeRequirement: the run has no costs');
    return costs;
  }
  if (disaster === undefined) return samples.metric(metric);
  const kind = samples.head.kinds.names.indexOf(disaster);
  if (kind < 0) throw new RangeError(`judgeRequirement: the run has no kind of incident ${disaster}`);
  return samples.metricOfKind(metric as MetricByKind, kind);
}

/** A mean with its normal interval; one value alone has none. */
function around(mean: number | null, standardError: number | null, confidence: number): Finding {
  if (mean === null || standardError === null) return { value: mean, low: null, high: null };
  const reach = normalQuantile(0.5 + confidence / 2) * standardError;
  return { value: mean, low: mean - reach, high: mean + reach };
}

function verdictOf({ low, high }: Finding, comparison: Comparison, limit: number): Verdict {
  if (low === null || high === null) return 'undecided';
  const [isLowKept, isHighKept] = [low, high].map((value) => keeps(value, comparison, limit));
  if (isLowKept && isHighKept) return 'met';
  return isLowKept || isHighKept ? 'undecided' : 'missed';
}
