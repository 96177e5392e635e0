import type { QuantileName, QuantileSummary, Summary } from '../study/summary.js';
import { QUANTILES } from '../study/summary.js';
import { deviationText, durationText } from '../units/duration-text.js';
import { metricLabel, metricsInReadingOrder, quantileLabel } from './metric-label.js';
import type { Style } from './style.js';
import { fitLeft, fitRight } from './text-width.js';

const COLUMNS: readonly QuantileName[] = ['p5', 'p50', 'p75', 'p90', 'p95', 'p99'];
const NAME_WIDTH = 24;
const CELL_WIDTH = 9;

/** The table of metrics: a row of quantiles, and below each how far the truth may be from it. */
export function textMetrics(summary: Summary, style: Style): readonly string[] {
  const header = COLUMNS.map((column) => fitRight(quantileLabel(QUANTILES[column]), CELL_WIDTH)).join('');
  const lines = [' '.repeat(2 + NAME_WIDTH) + style.bold(header)];
  const states = new Set<QuantileSummary['state']>();
  for (const name of metricsInReadingOrder(summary)) {
    const cells = COLUMNS.map((column) => summary.metrics[name].quantiles[column]);
    for (const cell of cells) states.add(cell.state);
    lines.push(
      `  ${style.bold(fitLeft(metricLabel(name), NAME_WIDTH))}${cells.map((cell) => valueCell(cell, style)).join('')}`,
      style.dim(`  ${' '.repeat(NAME_WIDTH)}${cells.map(intervalCell).join('')}`.trimEnd()),
    );
  }
  lines.push('', ...legend(summary.confidence, states).map((line) => style.dim(`  ${line}`)));
  return lines;
}

function valueCell({ state, value }: QuantileSummary, style: Style): string {
  if (value !== null) return fitRight(durationText(value), CELL_WIDTH);
  return state === 'unrecoverable' ? style.red(fitRight('never', CELL_WIDTH)) : fitRight('–', CELL_WIDTH);
}

/** The longer side of the interval; a bound from below when the other side is among the unrecoverable. */
function intervalCell({ value, low, high }: QuantileSummary): string {
  return fitRight(intervalText({ value, low, high }), CELL_WIDTH);
}

function intervalText({ value, low, high }: Pick<QuantileSummary, 'value' | 'low' | 'high'>): string {
  if (low === null) return '';
  if (value === null || high === null) return `≥${durationText(low)}`;
  return deviationText({ deviation: Math.max(value - low, high - value), of: value });
}

function legend(confidence: number, states: ReadonlySet<QuantileSummary['state']>): readonly string[] {
  const lines = [
    `± is the ${Number((confidence * 100).toPrecision(6))}% interval for the true quantile of this model.`,
  ];
  if (states.has('unrecoverable')) lines.push('never: that quantile falls among the incidents without a recovery.');
  if (states.has('unsupported')) lines.push('–: too few incidents to bound that quantile.');
  return lines;
}
