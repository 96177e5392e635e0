import { equalRatioEdges } from '../statistics/bin-edges.js';
import type { DistributionPoint } from '../statistics/empirical-distribution.js';
import { empiricalDistribution } from '../statistics/empirical-distribution.js';
import type { RunSamples } from '../study/run-samples.js';
import type { MetricSummary, Summary } from '../study/summary.js';

/** The share of all incidents within a duration, over the durations that matter for one metric. */
export interface MetricCurve {
  /** Name of the metric. */
  readonly metric: string;
  /** Ascending, the values in seconds and above 0. */
  readonly points: readonly DistributionPoint[];
}

const POINTS = 320;

/** Nothing shorter is drawn: below a second a logarithmic axis has no end. */
const SHORTEST = 1;

/**
 * The curve of one metric at some hundreds of durations, each share as exact as the samples are.
 *
 * Unless another range is asked for it reaches from below P1 to beyond P99.9 and takes in the planning range and the limits.
 *
 * @throws RangeError when the run has no such metric.
 */
export function metricCurve(summary: Summary, samples: RunSamples, metric: string, asked?: CurveRange): MetricCurve {
  if (!samples.metrics.includes(metric)) throw new RangeError(`metricCurve: the run has no metric ${metric}`);
  const range = asked ?? curveRange(summary.metrics[metric]);
  const places = equalRatioEdges({ ...range, bins: POINTS - 1 });
  return { metric, points: empiricalDistribution(samples.histogram(metric, places)) };
}

/** From where to where a curve is drawn, in seconds above 0. */
export interface CurveRange {
  readonly from: number;
  readonly to: number;
}

/** The range that takes in each of them, so that curves beside each other reach as far. */
export function rangeOfAll(metrics: readonly MetricSummary[]): CurveRange {
  const ranges = metrics.map(curveRange);
  return { from: Math.min(...ranges.map(({ from }) => from)), to: Math.max(...ranges.map(({ to }) => to)) };
}

/** From where to where the metric is worth drawing, with some air at both ends. */
function curveRange({ quantiles, planning, objectives, min, max }: MetricSummary): CurveRange {
  const shown = [
    quantiles.p1.value ?? min,
    quantiles.p999.value ?? max,
    planning?.low ?? null,
    planning?.high ?? null,
    ...objectives.map(({ limit }) => limit),
  ].filter((seconds) => seconds !== null);
  const from = Math.max(SHORTEST, Math.min(...shown) / 1.25);
  const to = Math.max(2 * from, Math.max(...shown) * 1.25);
  return Number.isFinite(from) ? { from, to } : { from: SHORTEST, to: 2 * SHORTEST };
}
