import { histogram, type Histogram } from '../statistics/histogram.js';
import type { Sample } from '../statistics/sample.js';
import { sortedSample } from '../statistics/sorted-sample.js';
import type { Outcomes } from './outcomes.js';

/** The metrics that are told for each kind of disaster by itself. */
export const METRICS_BY_KIND = ['rto', 'rpo', 'rtt'] as const;

export type MetricByKind = (typeof METRICS_BY_KIND)[number];

/**
 * A run for whoever looks at whole columns and not at single incidents: with every value, or counted in bins where the
 * values would not fit into memory.
 */
export interface RunSamples {
  readonly seed: number;
  readonly incidents: number;
  /** The most by which an order statistic is told too large, as a share of it: 0 where every value is known. */
  readonly relativeError: number;
  /** The first incidents of the run, those at least that were looked at in detail; all of them where values are known. */
  readonly head: Outcomes;
  /** Names of the metrics. */
  readonly metrics: readonly string[];
  /** Incidents of each kind of disaster, in the order of the plan. */
  readonly kindCounts: readonly number[];
  /**
   * The values of a metric, good until the next sample is asked for.
   *
   * @throws RangeError when the run has no such metric.
   */
  metric(name: string): Sample;
  /** The same for the incidents of one kind. */
  metricOfKind(name: MetricByKind, kind: number): Sample;
  /** What incidents cost, in the currency of the scenario; undefined when it has no prices. */
  costs(): Sample | undefined;
  /** The same of the incidents of one kind. */
  costsOfKind(kind: number): Sample | undefined;
  /** How many values of a metric lie in each of a row of bins, as `histogram` counts them. */
  histogram(metric: string, edges: readonly number[]): Histogram;
}

/**
 * A run of which every value is known.
 *
 * Each column is sorted once, into one buffer that all share: beside the outcomes themselves the work needs one
 * further value per incident.
 *
 * @throws RangeError when there is no incident, or a column has another length than the run.
 */
export function exactSamples(outcomes: Outcomes): RunSamples {
  const { incidents, seed, kinds } = outcomes;
  if (!(Number.isSafeInteger(incidents) && incidents > 0)) {
    throw new RangeError(`summarise: incidents must be a positive integer, is ${incidents}`);
  }
  for (const { name, values } of outcomes.metrics) {
    if (values.length !== incidents) {
      throw new RangeError(`summarise: ${name} has ${values.length} values for ${incidents} incidents`);
    }
  }
  let scratch: Float64Array | undefined;
  const sampleOf = (values: Float64Array): Sample => sortedSample(values, (scratch ??= new Float64Array(incidents)));
  return {
    seed,
    incidents,
    relativeError: 0,
    head: outcomes,
    metrics: outcomes.metrics.map(({ name }) => name),
    kindCounts: kinds.names.map((_, kind) => kinds.values.reduce((sum, value) => sum + (value === kind ? 1 : 0), 0)),
    metric: (name) => sampleOf(columnOf(outcomes, name)),
    metricOfKind: (name, kind) =>
      sampleOf(columnOf(outcomes, name).filter((_, incident) => kinds.values[incident] === kind)),
    costs: () => outcomes.costs && sampleOf(outcomes.costs),
    costsOfKind: (kind) =>
      outcomes.costs && sampleOf(outcomes.costs.filter((_, incident) => kinds.values[incident] === kind)),
    histogram: (metric, edges) => histogram(columnOf(outcomes, metric), edges),
  };
}

function columnOf({ metrics }: Outcomes, name: string): Float64Array {
  const column = metrics.find((metric) => metric.name === name);
  if (column === undefined) throw new RangeError(`summarise: the outcomes have no metric ${name}`);
  return column.values;
}
