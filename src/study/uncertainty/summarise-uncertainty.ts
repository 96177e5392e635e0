import type { Objective } from '../../scenario/scenario.js';
import { finiteOrNull } from '../../statistics/finite-or-null.js';
import { countAtMost } from '../../statistics/count-at-most.js';
import { quantile } from '../../statistics/quantile.js';
import type { MetricByKind } from '../run-samples.js';
import type { DrawnMetrics } from './drawn-metrics.js';
import type { UncertainInput } from './uncertain-inputs.js';
import {
  BANDS,
  type Band,
  type BandName,
  type MetricUncertainty,
  type QuantileBand,
  type UncertaintySummary,
} from './uncertainty-summary.js';

/** What the draws do not carry. */
export interface UncertaintyContext {
  readonly inputs: readonly UncertainInput[];
  readonly assumptionsCount: number | null;
  readonly objectives: readonly Objective[];
  /** Strictly between 0 and 1. */
  readonly credibility: number;
}

/**
 * Variability apart from uncertainty: the outer loop drew what the inputs may be, the inner one played chance on the same
 * luck, and of every quantile and share the middle part of the draws is its credible band. The luck of the few incidents
 * of a draw is the same in all, so a band is moved by it and hardly widened.
 *
 * @source Burmaster, Wilson: An introduction to second-order random variables in human health risk assessments, Human and
 *   Ecological Risk Assessment 2 (1996); Cox: Quantitative health risk analysis methods (2006), on two-dimensional Monte Carlo.
 */
export function summariseUncertainty(drawn: DrawnMetrics, context: UncertaintyContext): UncertaintySummary {
  const { inputs, assumptionsCount, credibility } = context;
  const of = (metric: MetricByKind): MetricUncertainty => metricUncertainty(drawn, metric, context);
  const assumed = inputs.filter(({ isAssumption }) => isAssumption).length;
  return {
    draws: drawn.draws.length,
    incidents: drawn.incidents,
    credibility,
    assumptionsCount,
    inputs: { measured: inputs.length - assumed, assumed },
    metrics: { rto: of('rto'), rpo: of('rpo'), rtt: of('rtt') },
  };
}

function metricUncertainty(
  { draws, incidents }: DrawnMetrics,
  metric: MetricByKind,
  { objectives, credibility }: UncertaintyContext,
): MetricUncertainty {
  const columns = draws.map((draw) => draw[metric]);
  const all = new Float64Array(draws.length * incidents);
  for (const [index, column] of columns.entries()) all.set(column, index * incidents);
  all.sort();
  const bands = Object.entries(BANDS).map(([name, probability]): [string, QuantileBand] => {
    const band = bandOf(
      columns.map((column) => quantile(column, probability)),
      credibility,
    );
    return [name, { ...band, both: finiteOrNull(quantile(all, probability)) }];
  });
  return {
    quantiles: Object.fromEntries(bands) as Record<BandName, QuantileBand>,
    objectives: objectives
      .filter((objective) => objective.metric === metric)
      .map(({ quantile: probability, limit }) => {
        const shares = columns.map((column) => countAtMost(column, limit) / incidents);
        const met = shares.filter((share) => share >= probability).length / shares.length;
        return { quantile: probability, limit, share: bandOf(shares, credibility), met };
      }),
  };
}

/** The middle of some numbers, null for an infinite end. */
export function bandOf(values: readonly number[], credibility: number): Band {
  const ascending = Float64Array.from(values).sort();
  const at = (probability: number): number | null => finiteOrNull(quantile(ascending, probability));
  const tail = (1 - credibility) / 2;
  return { low: at(tail), median: at(0.5), high: at(1 - tail) };
}
