import type { IntervalEstimate } from '../../statistics/spearman.js';
import type { Explanation, InputExplanation, MetricExplanation } from '../../study/explain/explanation.js';
import { printable } from '../printable.js';
import { quantileLabel } from '../metric-label.js';
import { shareText } from '../share-text.js';
import type { Style } from '../style.js';
import { fitLeft, fitRight, wrapWords } from '../text-width.js';
import { QUANTILES } from '../../study/summary.js';

const SHOWN = 8;

/** The inputs that decide most, and those that surely do not matter, by name. */
export function textInputs(
  { inputs }: MetricExplanation,
  { negligible, quantile }: Explanation,
  columns: number,
  style: Style,
): readonly string[] {
  const told = inputs.filter(({ verdict }) => verdict === 'matters');
  const open = inputs.filter(({ verdict }) => verdict === 'undecided');
  const idle = inputs.filter(({ verdict }) => verdict === 'negligible');
  if (inputs.length === 0) return [];
  const titles = ['in the tail', 'at all', 'rank corr.'].map((title) => fitRight(title, 14)).join('');
  const label = quantileLabel(QUANTILES[quantile]);
  return [
    style.bold(fitLeft(`  Chance that decides it`, 36)) + style.dim(titles),
    ...told.slice(0, SHOWN).map(inputRow),
    ...(told.length === 0 ? ['  Nothing for sure.'] : []),
    ...named(`And ${told.length - SHOWN} more that matter:`, told.slice(SHOWN), columns).map(style.dim),
    ...named('Too few incidents to tell about', open, columns).map(style.dim),
    ...named(
      `Do not matter (both indices surely below ${shareText(negligible)} for ${label}), so need not be measured:`,
      idle,
      columns,
    ),
  ];
}

function inputRow({ name, tail, total, correlation }: InputExplanation): string {
  const cells = [indexText(tail), indexText(total), indexText(correlation)];
  return `  ${fitLeft(printable(name), 34)}${cells.map((cell) => fitRight(cell, 14)).join('')}`;
}

function indexText(index: IntervalEstimate | null): string {
  if (index === null) return '–';
  const { value, low, high } = index;
  const sign = value < 0 ? '−' : '';
  return `${sign}${Math.abs(value).toFixed(2)} ±${Math.max(value - low, high - value).toFixed(2)}`;
}

function named(words: string, inputs: readonly InputExplanation[], columns: number): readonly string[] {
  if (inputs.length === 0) return [];
  const names = inputs.map(({ name }) => printable(name)).join(', ');
  return wrapWords(`${words} ${names}.`, columns - 2).map((line) => `  ${line}`);
}
