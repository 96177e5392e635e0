import type { Outcomes } from '../study/outcomes.js';
import type { MetricSummary, QuantileName, Summary } from '../study/summary.js';
import { QUANTILES } from '../study/summary.js';
import type { Cell } from './csv-text.js';
import { cellOf, csvPieces, csvText } from './csv-text.js';
import { printable } from './printable.js';

const QUANTILE_NAMES = Object.keys(QUANTILES) as QuantileName[];

/** One row per metric: moments, quantiles with their intervals, and the planning range. Empty where undefined. */
export function renderMetricsCsv(summary: Summary): string {
  const header = [
    'metric',
    'mean_seconds',
    'mean_standard_error_seconds',
    'sd_seconds',
    'min_seconds',
    'max_seconds',
    'unrecoverable_share',
    ...QUANTILE_NAMES.flatMap((name) => [
      `${name}_seconds`,
      `${name}_low_seconds`,
      `${name}_high_seconds`,
      `${name}_state`,
    ]),
    'planning_low_seconds',
    'planning_high_seconds',
    'planning_below_share',
    'planning_within_share',
    'planning_above_share',
  ];
  const rows = Object.entries(summary.metrics).map(([name, metric]) => metricRow(name, metric));
  return csvText([header, ...rows]);
}

function metricRow(name: string, metric: MetricSummary): readonly Cell[] {
  const { planning } = metric;
  return [
    printable(name),
    metric.mean,
    metric.meanStandardError,
    metric.sd,
    metric.min,
    metric.max,
    metric.unrecoverable,
    ...QUANTILE_NAMES.flatMap((quantile) => {
      const { value, low, high, state } = metric.quantiles[quantile];
      return [value, low, high, state];
    }),
    ...(planning === null
      ? [null, null, null, null, null]
      : [planning.low, planning.high, planning.below, planning.within, planning.above]),
  ];
}

/** One row per step, in the order of the runbook. */
export function renderStepsCsv(summary: Summary): string {
  const header = [
    'step',
    'mean_seconds',
    'p5_seconds',
    'p50_seconds',
    'p95_seconds',
    'waiting_seconds',
    'attempts',
    'rto_criticality_share',
    'rto_tail_share',
    'rtt_criticality_share',
    'rtt_tail_share',
  ];
  const rows = summary.steps.map((step) => [
    printable(step.name),
    step.mean,
    step.quantiles.p5,
    step.quantiles.p50,
    step.quantiles.p95,
    step.waiting,
    step.attempts,
    step.criticality,
    step.tailShare,
    step.rtt.criticality,
    step.rtt.tailShare,
  ]);
  return csvText([header, ...rows]);
}

/**
 * One row per incident, in pieces that add up to the file: write each out before asking for the next.
 *
 * `incident` counts from 0; `kind` is what struck. A metric without a value is an empty cell; `recovered` is `true`
 * where every metric has one.
 */
export function renderIncidentsCsv({ incidents, metrics, kinds }: Outcomes): Generator<string, void, undefined> {
  const header = ['incident', 'kind', 'recovered', ...metrics.map(({ name }) => `${printable(name)}_seconds`)];
  return csvPieces(header, incidents, (incident) => {
    const cells = metrics.map(({ values }) => cellOf(values[incident]));
    return [incident, printable(kinds.names[kinds.values[incident]]), String(!cells.includes(null)), ...cells];
  });
}
