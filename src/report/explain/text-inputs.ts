import type { IntervalEstimate } from '../../statistics/spearman.js';
import { EXPLAINED_METRICS } from '../../study/explain/path-outcomes.js';
import type { Explanation, InputExplanation, MetricExplanation } from '../../study/explain/explanation.js';
import { countText } from '../count-text.js';
import { metricLabel } from '../metric-label.js';
import { printable } from '../printable.js';
import { shareText } from '../share-text.js';
import type { Style } from '../style.js';
import { fitLeft, fitRight, wrapWords } from '../text-width.js';
import { pathCell } from './path-cell.js';

const SHOWN = 8;
const NAME_WIDTH = 39;
const CELL_WIDTH = 13;

/** The inputs that decide most; of the others, those that could not be told about, and how many surely do not matter. */
export function textInputs({ inputs }: MetricExplanation, columns: number, style: Style): readonly string[] {
  if (inputs.length === 0) return [];
  const told = inputs.filter(({ verdict }) => verdict === 'matters');
  const open = inputs.filter(({ verdict }) => verdict === 'undecided');
  const idle = inputs.length - told.length - open.length;
  const titles = ['in the tail', 'at all', 'rank corr.'].map((title) => fitRight(title, CELL_WIDTH)).join('');
  return [
    style.bold(fitLeft(`  Chance that decides it`, NAME_WIDTH + 2)) + style.dim(titles),
    ...told.slice(0, SHOWN).map(inputRow),
    ...(told.length === 0 ? ['  Nothing for sure.'] : []),
    ...named(`${countText(told.length - SHOWN)} more matter:`, told.slice(SHOWN), columns).map(style.dim),
    ...textOpen(open, columns).map(style.dim),
    ...(idle === 0
      ? []
      : [style.dim(`  ${countText(idle)} of ${countText(inputs.length)} surely do not matter to it.`)]),
  ];
}

/** The inputs that nobody needs to measure: they surely matter to none of the metrics that were asked about. */
export function textNegligible({ metrics, negligible }: Explanation, columns: number, style: Style): readonly string[] {
  const asked = EXPLAINED_METRICS.flatMap((name) => metrics[name] ?? []);
  const [{ inputs }] = asked;
  const names = inputs
    .map(({ name }) => name)
    .filter((name) =>
      asked.every((metric) => metric.inputs.some((each) => each.name === name && each.verdict === 'negligible')),
    )
    .sort();
  if (names.length === 0) return [];
  const about = EXPLAINED_METRICS.filter((name) => metrics[name] !== undefined).map(metricLabel);
  const rule = `Both of their indices are surely below ${shareText(negligible)}, for ${about.join(', ')}:`;
  return [
    style.bold(`Need not be measured: ${countText(names.length)} of ${countText(inputs.length)} inputs`),
    ...wrapWords(`${rule} ${names.map(printable).join(', ')}.`, columns - 2).map((line) => `  ${line}`),
  ];
}

function inputRow({ name, tail, total, correlation }: InputExplanation): string {
  const cells = [indexText(tail), indexText(total), indexText(correlation)];
  return `  ${pathCell(name, NAME_WIDTH)}${cells.map((cell) => fitRight(cell, CELL_WIDTH)).join('')}`;
}

function indexText(index: IntervalEstimate | null): string {
  if (index === null) return '–';
  const { value, low, high } = index;
  const sign = value < 0 ? '−' : '';
  return `${sign}${Math.abs(value).toFixed(2)} ±${Math.max(value - low, high - value).toFixed(2)}`;
}

function textOpen(open: readonly InputExplanation[], columns: number): readonly string[] {
  if (open.length <= SHOWN) return named('Too few incidents to tell about', open, columns);
  const rest = open.length - SHOWN;
  return named(`Too few incidents to tell about ${countText(rest)} more and`, open.slice(0, SHOWN), columns);
}

function named(words: string, inputs: readonly InputExplanation[], columns: number): readonly string[] {
  if (inputs.length === 0) return [];
  const names = inputs.map(({ name }) => printable(name)).join(', ');
  return wrapWords(`${words} ${names}.`, columns - 2).map((line) => `  ${line}`);
}
