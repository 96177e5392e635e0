import type { MetricSummary, ObjectiveSummary, PlanningSummary, Summary } from '../study/summary.js';
import { limitText } from '../units/duration-text.js';
import { metricLabel, metricsInReadingOrder, quantileLabel } from './metric-label.js';
import { shareText } from './share-text.js';
import type { Style } from './style.js';
import { fitLeft, fitRight } from './text-width.js';
import { undecidedWords, verdictMark } from './undecided-words.js';

/** The planning ranges of the pattern with the share of incidents below, within and above; none, no lines. */
export function textPlanning(summary: Summary, style: Style): readonly string[] {
  const rows = metricsInReadingOrder(summary).flatMap((name) => {
    const { planning } = summary.metrics[name];
    return planning === null ? [] : [planningRow(name, planning)];
  });
  if (rows.length === 0) return [];
  return [
    style.bold(fitLeft('Planning ranges', 50)) +
      style.dim(['below', 'within', 'above'].map((title) => fitRight(title, 10)).join('')),
    ...rows,
  ];
}

function planningRow(name: string, { low, high, below, within, above }: PlanningSummary): string {
  const shares = [below, within, above].map((share) => fitRight(shareText(share), 10)).join('');
  return `  ${fitLeft(metricLabel(name), 24)}${fitLeft(`${limitText(low)} to ${limitText(high)}`, 24)}${shares}`;
}

/** Columns for the name of a metric with objectives. */
const LABEL_WIDTH = 5;

/** What the deployment promises itself, and whether the run bears it out; none, no lines. */
export function textObjectives(summary: Summary, style: Style): readonly string[] {
  const names = metricsInReadingOrder(summary);
  const rows = names.flatMap((name) =>
    objectiveRows(fitLeft(metricLabel(name), LABEL_WIDTH), summary.metrics[name], style),
  );
  if (rows.length === 0) return [];
  const open = undecidedWords(names.flatMap((name) => summary.metrics[name].objectives));
  return [objectivesTitle(LABEL_WIDTH, style), ...rows, ...open.map((line) => style.dim(`  ${line}`))];
}

/** The line above the objectives, whose labels take so many columns. */
export function objectivesTitle(labelWidth: number, style: Style): string {
  return style.bold(fitLeft('Objectives', 31 + labelWidth)) + style.dim('share of incidents that stay within');
}

/** A line per objective of one metric behind its label. */
export function objectiveRows(label: string, { objectives }: MetricSummary, style: Style): readonly string[] {
  return objectives.map((objective) => {
    const { quantile, limit, share, low, high } = objective;
    const promise = `${quantileLabel(quantile)} within ${limitText(limit)}`;
    const words = `${shareText(share)}  ${style.dim(`between ${shareText(low)} and ${shareText(high)}`)}`;
    return `  ${label}${fitLeft(promise, 19)}${marked(objective, style)}${words}`;
  });
}

function marked(objective: ObjectiveSummary, style: Style): string {
  const { verdict } = objective;
  const text = fitLeft(`${verdictMark(objective)} `, objective.undecidedFor === 'drills' ? 12 : 10);
  switch (verdict) {
    case 'met':
      return style.green(text);
    case 'missed':
      return style.red(text);
    case 'undecided':
      return style.yellow(text);
    default:
      return verdict satisfies never;
  }
}
