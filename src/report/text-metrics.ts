import type { QuantileSummary, Summary } from '../study/summary.js';
import { metricLabel, metricsInReadingOrder } from './metric-label.js';
import type { Style } from './style.js';
import { NAME_WIDTH, QUANTILE_COLUMNS, quantileLegend, quantileRows, quantileTitles } from './text-quantiles.js';

/** The table of metrics: a row of quantiles, and below each how far the truth may be from it. */
export function textMetrics(summary: Summary, style: Style): readonly string[] {
  const names = metricsInReadingOrder(summary);
  const states = new Set<QuantileSummary['state']>();
  for (const name of names) {
    for (const column of QUANTILE_COLUMNS) states.add(summary.metrics[name].quantiles[column].state);
  }
  return [
    ' '.repeat(2 + NAME_WIDTH) + style.bold(quantileTitles()),
    ...names.flatMap((name) => quantileRows(metricLabel(name), summary.metrics[name].quantiles, style)),
    '',
    ...[...quantileLegend(summary.confidence, states), ...countedLegend(summary)].map((line) => style.dim(`  ${line}`)),
  ];
}

/** What a reader must know of a run that was too long to keep every value; nothing of others. */
function countedLegend({ relativeError }: Summary): readonly string[] {
  if (relativeError === 0) return [];
  const most = `${Number((relativeError * 100).toPrecision(3))}%`;
  return [`Too many incidents to keep every value: each was rounded up by at most ${most}.`];
}
