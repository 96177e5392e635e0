import { YEAR_QUANTILES } from '../../study/years/years-summary.js';
import type {
  YearEstimate,
  YearMean,
  YearQuantile,
  YearQuantileName,
  YearsSummary,
} from '../../study/years/years-summary.js';
import { deviationText, durationText } from '../../units/duration-text.js';
import { HOUR } from '../../units/quantity.js';
import { countText } from '../count-text.js';
import { quantileLabel } from '../metric-label.js';
import { printable } from '../printable.js';
import type { Style } from '../style.js';
import { fitLeft, fitRight, wrapWords } from '../text-width.js';

const NAME_WIDTH = 24;
const CELL_WIDTH = 9;
const SHOWN: readonly YearQuantileName[] = ['p5', 'p50', 'p90', 'p95', 'p99'];

/** How much of a year the service is open, as a percentage and as the hours that it is not. */
export function textAvailability(
  { availability, yearSeconds, unrecoverable }: YearsSummary,
  columns: number,
): readonly string[] {
  const { mean, low, high } = availability;
  if (mean === null) return [];
  const hours = countText(Math.round(yearSeconds / HOUR));
  const between =
    low === null || high === null
      ? 'too few years with downtime to bound it'
      : `between ${percentText(low)} and ${percentText(Math.min(1, high))}`;
  const down = durationText((1 - mean) * yearSeconds);
  // Nines are for services that come back.
  const [when, nines] = unrecoverable.years === 0 ? ['The', `${ninesText(mean)}, `] : ['In the other years the', ''];
  const words = `${when} service is open ${percentText(mean)} of the time (${between}): ${nines}${down} of ${hours} hours down in a year, on average.`;
  return wrapWords(words, columns);
}

/** As many decimals as tell how far from all of the time it is. */
function percentText(share: number): string {
  const missing = 1 - share;
  const decimals = missing > 0 ? Math.min(7, Math.max(1, Math.ceil(-Math.log10(missing)))) : 0;
  return `${(share * 100).toFixed(decimals)}%`;
}

const NINES = ['no nines', 'one nine', 'two nines', 'three nines', 'four nines', 'five nines', 'six nines'];

/** The whole nines of a share: 99.95% has three. */
function ninesText(share: number): string {
  const nines = share < 1 ? Math.floor(-Math.log10(1 - share) + 1e-9) : NINES.length;
  return NINES.at(nines) ?? 'more than six nines';
}

/** Downtime and loss: the mean, and how years spread about it. */
export function textYearTimes(summary: YearsSummary, columns: number, style: Style): readonly string[] {
  const surfaces = Object.entries(summary.surfaceLoss);
  const rows: [string, YearEstimate][] = [
    ['Downtime', summary.downtime],
    ['Writes lost', summary.loss],
    // With one surface its loss is that of all.
    ...(surfaces.length > 1 ? surfaces.map(([name, loss]): [string, YearEstimate] => [`  ${name}`, loss]) : []),
  ];
  const states = new Set(rows.flatMap(([, { quantiles }]) => SHOWN.map((name) => quantiles[name].state)));
  return [
    style.bold(fitLeft('In a year', NAME_WIDTH + 2)) +
      style.dim(['mean', ...SHOWN.map((name) => quantileLabel(YEAR_QUANTILES[name]))].map(title).join('')),
    ...rows.flatMap(([name, estimate]) => timeRows(name, estimate, style)),
    '',
    ...legend(summary, states)
      .flatMap((line) => wrapWords(line, columns - 2))
      .map((line) => style.dim(`  ${line}`)),
  ];
}

const title = (text: string): string => fitRight(text, CELL_WIDTH);

function timeRows(name: string, estimate: YearEstimate, style: Style): readonly string[] {
  const quantiles = SHOWN.map((quantile) => estimate.quantiles[quantile]);
  return [
    `  ${style.bold(fitLeft(printable(name), NAME_WIDTH))}${meanCell(estimate)}${quantiles.map((cell) => quantileCell(cell, style)).join('')}`,
    style.dim(`  ${' '.repeat(NAME_WIDTH)}${meanReach(estimate)}${quantiles.map(reachCell).join('')}`.trimEnd()),
  ];
}

function meanCell({ mean }: YearMean): string {
  return fitRight(mean === null ? '–' : durationText(mean), CELL_WIDTH);
}

function meanReach({ mean, high }: YearMean): string {
  return fitRight(
    mean === null || high === null ? '' : deviationText({ deviation: high - mean, of: mean }),
    CELL_WIDTH,
  );
}

function quantileCell({ state, value }: YearQuantile, style: Style): string {
  if (value !== null) return fitRight(durationText(value), CELL_WIDTH);
  return state === 'unrecoverable' ? style.red(fitRight('never', CELL_WIDTH)) : fitRight('–', CELL_WIDTH);
}

/** The longer side of the interval; a bound from below when the other side is among the unrecoverable. */
function reachCell({ value, low, high }: YearQuantile): string {
  if (low === null) return fitRight('', CELL_WIDTH);
  if (value === null || high === null) return fitRight(`≥${durationText(low)}`, CELL_WIDTH);
  return fitRight(deviationText({ deviation: Math.max(value - low, high - value), of: value }), CELL_WIDTH);
}

function legend({ confidence, downtime }: YearsSummary, states: ReadonlySet<YearQuantile['state']>): readonly string[] {
  const lines = [
    `± is the ${Number((confidence * 100).toPrecision(6))}% interval for the true mean or quantile of this model.`,
    'Writes lost is the time of which what was written is lost; while the service is down nothing is written.',
  ];
  if (downtime.low === null) lines.push('A mean without ±: too few years have any of it to bound it.');
  if (states.has('unrecoverable')) lines.push('never: that quantile falls among the unrecoverable years.');
  if (states.has('unsupported')) lines.push('–: too few years to bound that quantile.');
  return lines;
}
