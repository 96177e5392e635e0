import { equalEdges, equalRatioEdges } from '../statistics/bin-edges.js';
import type { RunSamples } from '../study/run-samples.js';
import type { Summary } from '../study/summary.js';

/** The middle 98 % of a metric as a row of counts. */
export interface Shape {
  /** P1 and P99 of the metric, in seconds. */
  readonly from: number;
  readonly to: number;
  readonly scale: 'linear' | 'logarithmic';
  /** Incidents per bin, from left to right. */
  readonly counts: readonly number[];
}

/** Beyond this ratio of P99 to the median equal bins would put nearly everything into the first. */
const LINEAR_UP_TO = 8;

/** The shape of each metric whose P1 and P99 are known and differ, by name. */
export function metricShapes(summary: Summary, samples: RunSamples, bins = 36): Readonly<Record<string, Shape>> {
  const shapes: Record<string, Shape> = {};
  for (const name of samples.metrics) {
    const quantiles = summary.metrics[name].quantiles;
    const from = quantiles.p1.value;
    const to = quantiles.p99.value;
    if (from === null || to === null || from >= to) continue;
    const median = quantiles.p50.value ?? to;
    const scale = from > 0 && to > LINEAR_UP_TO * median ? 'logarithmic' : 'linear';
    const edges = (scale === 'linear' ? equalEdges : equalRatioEdges)({ from, to, bins });
    shapes[name] = { from, to, scale, counts: samples.histogram(name, edges).counts };
  }
  return shapes;
}
