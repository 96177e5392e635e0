import type { Objective } from '../scenario/scenario.js';
import { finiteOrNull } from '../statistics/finite-or-null.js';
import { valueAt, type Ascending } from '../statistics/ascending.js';
import { countAtMost, countBelow } from '../statistics/count-at-most.js';
import { quantile } from '../statistics/quantile.js';
import { quantileRanks } from '../statistics/quantile-ranks.js';
import type { Sample } from '../statistics/sample.js';
import { wilsonInterval } from '../statistics/wilson-interval.js';
import type { MetricSummary, ObjectiveSummary, PlanningSummary, QuantileName, QuantileSummary } from './summary.js';
import { QUANTILES } from './summary.js';

/** What one metric is held against. */
export interface MetricContext {
  readonly planning: { readonly low: number; readonly high: number } | undefined;
  readonly objectives: readonly Objective[];
  readonly confidence: number;
}

/**
 * The estimates of one metric.
 *
 * @param sample one value per incident, in seconds; Infinity for an incident without a recovery, which counts as longer
 *   than any other in quantiles and shares and has no part in mean, deviation and extremes.
 */
export function summariseMetric({ ascending, moments }: Sample, context: MetricContext): MetricSummary {
  const recovered = countAtMost(ascending, Number.MAX_VALUE);
  const { mean, standardDeviation, standardError } = moments;
  return {
    mean,
    meanStandardError: standardError,
    sd: standardDeviation,
    min: recovered === 0 ? null : valueAt(ascending, 0),
    max: recovered === 0 ? null : valueAt(ascending, recovered - 1),
    unrecoverable: (ascending.length - recovered) / ascending.length,
    quantiles: summariseQuantiles(ascending, context.confidence),
    planning: context.planning === undefined ? null : summarisePlanning(ascending, context.planning),
    objectives: context.objectives.map((objective) => summariseObjective(ascending, objective, context.confidence)),
  };
}

function summariseQuantiles(ascending: Ascending, confidence: number): MetricSummary['quantiles'] {
  const summaries = Object.entries(QUANTILES).map(([name, probability]) => [
    name,
    summariseQuantile(ascending, probability, confidence),
  ]);
  return Object.fromEntries(summaries) as Record<QuantileName, QuantileSummary>;
}

/**
 * One quantile of all incidents with its order-statistic interval.
 *
 * @param ascending one value per incident, Infinity for one that was not recovered from.
 */
export function summariseQuantile(ascending: Ascending, probability: number, confidence: number): QuantileSummary {
  const ranks = quantileRanks({ count: ascending.length, probability, confidence });
  if (ranks === undefined) return { state: 'unsupported', value: null, low: null, high: null };
  const value = finiteOrNull(quantile(ascending, probability));
  return {
    state: value === null ? 'unrecoverable' : 'estimated',
    value,
    low: finiteOrNull(valueAt(ascending, ranks.low - 1)),
    high: finiteOrNull(valueAt(ascending, ranks.high - 1)),
  };
}

function summarisePlanning(ascending: Ascending, range: { low: number; high: number }): PlanningSummary {
  const below = countBelow(ascending, range.low);
  const notAbove = countAtMost(ascending, range.high);
  const incidents = ascending.length;
  return {
    low: range.low,
    high: range.high,
    below: below / incidents,
    within: (notAbove - below) / incidents,
    above: (incidents - notAbove) / incidents,
  };
}

function summariseObjective(ascending: Ascending, objective: Objective, confidence: number): ObjectiveSummary {
  const incidents = ascending.length;
  const kept = countAtMost(ascending, objective.limit);
  const { low, high } = wilsonInterval({ successes: kept, trials: incidents, confidence });
  const verdict = low >= objective.quantile ? 'met' : high < objective.quantile ? 'missed' : 'undecided';
  return {
    quantile: objective.quantile,
    limit: objective.limit,
    value: summariseQuantile(ascending, objective.quantile, confidence).value,
    share: kept / incidents,
    low,
    high,
    verdict,
    undecidedFor: verdict === 'undecided' ? 'incidents' : null,
  };
}
