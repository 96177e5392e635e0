import { compareMetric } from '../../src/study/compare-metric.js';
import type { MetricComparison } from '../../src/study/comparison.js';
import type { MetricSide } from '../../src/study/quantile-shifts.js';
import { sortedSample } from '../../src/statistics/sorted-sample.js';
import { summariseMetric } from '../../src/study/summarise-metric.js';

const CONFIDENCE = 0.95;

/** A column with its quantiles, as one side of a comparison. */
export function metricSide(values: Float64Array): MetricSide {
  const { quantiles } = summariseMetric(sortedSample(values), {
    planning: undefined,
    objectives: [],
    confidence: CONFIDENCE,
  });
  return { values, quantiles };
}

/** A column against another, incident by incident, at 95 %. */
export function comparedColumns(baseline: Float64Array, variant: Float64Array): MetricComparison {
  const scratch = [new Float64Array(baseline.length), new Float64Array(baseline.length)] as const;
  return compareMetric(metricSide(baseline), metricSide(variant), { confidence: CONFIDENCE, scratch });
}
