import type { MetricSummary, QuantileName, QuantileSummary } from '../study/summary.js';
import { QUANTILES } from '../study/summary.js';
import { deviationText, durationText } from '../units/duration-text.js';
import { quantileLabel } from './metric-label.js';
import type { Style } from './style.js';
import { fitLeft, fitRight } from './text-width.js';

/** The quantiles that a terminal shows, from left to right. */
export const QUANTILE_COLUMNS: readonly QuantileName[] = ['p5', 'p50', 'p75', 'p90', 'p95', 'p99'];
/** Columns of the terminal for the name of a row, which is indented by two, and for each quantile. */
export const NAME_WIDTH = 24;
export const CELL_WIDTH = 9;

/** The titles above the quantiles; the column of names is not among them. */
export function quantileTitles(): string {
  return QUANTILE_COLUMNS.map((column) => fitRight(quantileLabel(QUANTILES[column]), CELL_WIDTH)).join('');
}

/** A row of quantiles, and below each how far the truth may be from it. */
export function quantileRows(
  name: string,
  quantiles: MetricSummary['quantiles'],
  style: Style,
): readonly [values: string, intervals: string] {
  const cells = QUANTILE_COLUMNS.map((column) => quantiles[column]);
  return [
    `  ${style.bold(fitLeft(name, NAME_WIDTH))}${cells.map((cell) => valueCell(cell, style)).join('')}`,
    style.dim(`  ${' '.repeat(NAME_WIDTH)}${cells.map(intervalCell).join('')}`.trimEnd()),
  ];
}

function valueCell({ state, value }: QuantileSummary, style: Style): string {
  if (value !== null) return fitRight(durationText(value), CELL_WIDTH);
  return state === 'unrecoverable' ? style.red(fitRight('never', CELL_WIDTH)) : fitRight('–', CELL_WIDTH);
}

/** The longer side of the interval; a bound from below when the other side is among the unrecoverable. */
function intervalCell({ value, low, high }: QuantileSummary): string {
  return fitRight(intervalText({ value, low, high }), CELL_WIDTH);
}

/** How far the truth may be from a quantile: `±1.2h`, `≥5h`, or nothing where that is not known. */
export function intervalText({ value, low, high }: Pick<QuantileSummary, 'value' | 'low' | 'high'>): string {
  if (low === null) return '';
  if (value === null || high === null) return `≥${durationText(low)}`;
  return deviationText({ deviation: Math.max(value - low, high - value), of: value });
}

/** What the marks in the table mean, those that occur in it. */
export function quantileLegend(confidence: number, states: ReadonlySet<QuantileSummary['state']>): readonly string[] {
  const lines = [
    `± is the ${Number((confidence * 100).toPrecision(6))}% interval for the true quantile of this model.`,
  ];
  if (states.has('unrecoverable')) lines.push('never: that quantile falls among the incidents without a recovery.');
  if (states.has('unsupported')) lines.push('–: too few incidents to bound that quantile.');
  return lines;
}
