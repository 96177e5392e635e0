import { moments } from '../../statistics/moments.js';
import { quantile as sampleQuantile } from '../../statistics/quantile.js';
import { shareOfSum } from '../../statistics/share-of-sum.js';
import { wilsonInterval } from '../../statistics/wilson-interval.js';
import type { PartExplanation, Share } from './explanation.js';
import type { ExplainedMetric, PartOutcomes } from './path-outcomes.js';

/** The incidents that are looked at: all that were recovered from, and those of them at or above the quantile. */
interface Looked {
  readonly all: readonly number[];
  readonly tail: readonly number[];
  /** The metric, one value per incident. */
  readonly values: Float64Array;
  readonly confidence: number;
}

/**
 * What a metric is made of, the part with the largest share of the tail first; parts that no incident had are left out.
 *
 * The tail are the incidents at or above the quantile of those that were recovered from: one without a recovery has no time
 * that could be shared out. The interval of a share of the tail is that of a ratio of two means.
 */
export function summariseParts(
  parts: readonly PartOutcomes[],
  values: Float64Array,
  options: { readonly metric: ExplainedMetric; readonly probability: number; readonly confidence: number },
): readonly PartExplanation[] {
  const { metric, probability, confidence } = options;
  const all = Array.from(values.keys()).filter((incident) => !Number.isNaN(values[incident]));
  if (all.length === 0) return [];
  const threshold = sampleQuantile(Float64Array.from(all, (incident) => values[incident]).sort(), probability);
  const looked: Looked = { all, tail: all.filter((incident) => values[incident] >= threshold), values, confidence };
  return parts
    .map((part) => summarisePart(part, part[metric], looked))
    .filter(({ criticality }) => criticality.share > 0)
    .sort((one, other) => other.tailShare.share - one.tailShare.share || other.mean - one.mean);
}

function summarisePart(
  { kind, name }: PartOutcomes,
  seconds: Float64Array,
  { all, tail, values, confidence }: Looked,
): PartExplanation {
  const shareAmong = (incidents: readonly number[]): Share => {
    const successes = incidents.filter((incident) => seconds[incident] > 0).length;
    const trials = incidents.length;
    return { share: successes / trials, ...wilsonInterval({ successes, trials, confidence }) };
  };
  return {
    kind,
    name,
    criticality: shareAmong(all),
    tailCriticality: shareAmong(tail),
    mean: moments(Float64Array.from(all, (incident) => seconds[incident])).mean ?? 0,
    tailShare: shareOfSum(
      Float64Array.from(tail, (incident) => seconds[incident]),
      Float64Array.from(tail, (incident) => values[incident]),
      confidence,
    ),
  };
}
