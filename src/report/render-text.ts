import type { Summary } from '../study/summary.js';
import { countText } from './count-text.js';
import { incidentWords } from './incident-words.js';
import { CLOCK_WORDS } from './metric-label.js';
import { printable } from './printable.js';
import { playedRun, replayCommand } from './replay-command.js';
import type { Shape } from './shape.js';
import type { Style } from './style.js';
import { plainStyle } from './style.js';
import { textCosts } from './text-costs.js';
import { textDecisions } from './text-decisions.js';
import { textInputs } from './text-inputs.js';
import { textKinds } from './text-kinds.js';
import { textMetrics } from './text-metrics.js';
import { textObjectives, textPlanning } from './text-promises.js';
import { textReadiness } from './text-readiness.js';
import { textRestsOn } from './text-rests-on.js';
import { textShapes } from './text-shapes.js';
import { textSteps } from './text-steps.js';
import { textUncertainty } from './text-uncertainty.js';
import { wrapWords } from './text-width.js';
import { unrecoverableWords } from './unrecoverable-words.js';

/** How the answer is set. */
export interface TextOptions {
  /** No line is wider; at least 80, for which the tables are made. 80 when absent. */
  readonly columns?: number;
  /** No marks when absent. */
  readonly style?: Style;
  /** Rows of blocks by metric, from `metricShapes`; that section is left out when absent. */
  readonly shapes?: Readonly<Record<string, Shape>>;
}

/**
 * The answer for the terminal: what was played, the quantiles of every metric, what they are held against, what
 * makes the tail, what it rests on, and the command that gives it again.
 *
 * @returns lines, each ended by a newline.
 * @throws RangeError when `columns` is below 80.
 */
export function renderText(summary: Summary, options: TextOptions = {}): string {
  const { columns = 80, style = plainStyle, shapes = {} } = options;
  if (!(columns >= 80)) throw new RangeError(`renderText: columns must be at least 80, is ${columns}`);
  const sections = [
    textHeader(summary, columns, style),
    textEnd(summary, columns, style),
    textUnrecoverable(summary, columns, style),
    textMetrics(summary, style),
    textShapes(summary, shapes, style),
    textKinds(summary, style),
    textPlanning(summary, style),
    textObjectives(summary, style),
    textUncertainty(summary, columns, style),
    textDecisions(summary, columns, style),
    textSteps(summary, style),
    textCosts(summary, style),
    textReadiness(summary, columns, style),
    textRestsOn(summary, columns, style),
    textInputs(summary, columns),
    textReplay(summary, columns, style),
  ];
  const lines = sections.filter((section) => section.length > 0).map((section) => section.join('\n'));
  return `${lines.join('\n\n')}\n`;
}

function textHeader(summary: Summary, columns: number, style: Style): readonly string[] {
  return [
    ...wrapWords(printable(summary.scenario.name), columns).map(style.bold),
    ...wrapWords(
      `${incidentWords(summary)}. ${countText(summary.incidents)} ${summary.incidents === 1 ? 'incident' : 'incidents'} played.`,
      columns,
    ),
    ...wrapWords(CLOCK_WORDS, columns).map(style.dim),
  ];
}

/** What is said first of all, so that nobody takes a part for the whole, or a rough answer for a precise one. */
function textEnd({ end, incidents }: Summary, columns: number, style: Style): readonly string[] {
  const loud = (words: string) => wrapWords(words, columns).map((line) => style.bold(style.red(line)));
  const goal = `P50 and P95 of RTO, RPO and RTT to within ${Number(((end.precision ?? 0) * 100).toPrecision(6))}%`;
  switch (end.reason) {
    case 'count':
      return [];
    case 'interrupted':
      return loud(
        `!! INTERRUPTED after ${countText(incidents)} of ${countText(end.asked)} incidents. All that follows, ` +
          'intervals included, is the answer of a run of as many as were played.',
      );
    case 'ceiling':
      return loud(`!! NOT PRECISE ENOUGH: ${countText(end.asked)} incidents do not tell ${goal}.`);
    case 'precision':
      return wrapWords(
        `Played until it told ${goal}. The intervals allow for the run having been looked at on the way.`,
        columns,
      );
    default:
      return end.reason satisfies never;
  }
}

/** One loud line, so that nobody reads past incidents that have no recovery at all. */
function textUnrecoverable(summary: Summary, columns: number, style: Style): readonly string[] {
  const told = unrecoverableWords(summary);
  if (told === undefined) return [];
  const words = `!! ${told}: no usable recovery point is left. They count as longer than any time below.`;
  return wrapWords(words, columns).map((line) => style.bold(style.red(line)));
}

function textReplay(summary: Summary, columns: number, style: Style): readonly string[] {
  const { tool, scenario } = summary;
  return [
    ...replayCommand(playedRun(summary), columns),
    style.dim(`drillcast ${printable(tool.version)}, scenario sha256 ${printable(scenario.sha256).slice(0, 12)}`),
  ];
}
