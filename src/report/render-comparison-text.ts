import type { Comparison } from '../study/comparison.js';
import { letterOf, nameOf } from './compared-names.js';
import { verdictText } from './comparison-verdict.js';
import { countText } from './count-text.js';
import { incidentWords } from './incident-words.js';
import { CLOCK_WORDS, metricLabel } from './metric-label.js';
import { printable } from './printable.js';
import { drawWords, replayCommand } from './replay-command.js';
import type { Style } from './style.js';
import { plainStyle } from './style.js';
import { textComparedUncertainty } from './text-compared-uncertainty.js';
import { textComparedCosts } from './text-compared-costs.js';
import { comparedMetrics, textComparedQuantiles } from './text-compared-quantiles.js';
import { textPairs } from './text-pairs.js';
import { objectiveRows, objectivesTitle } from './text-promises.js';
import { undecidedWords } from './undecided-words.js';
import { textComparedReadiness } from './text-readiness.js';
import { textSettings } from './text-settings.js';
import { fitLeft, wrapWords } from './text-width.js';
import { unrecoverableWords } from './unrecoverable-words.js';

/**
 * The comparison for the terminal: who is compared, the quantiles side by side, what changes in the same incident, who
 * keeps which promise, what it costs, what else differs, the verdict, and the command that gives it again.
 *
 * @returns lines, each ended by a newline.
 * @throws RangeError when `columns` is below 80, for which the tables are made.
 */
export function renderComparisonText(
  comparison: Comparison,
  { columns = 80, style = plainStyle }: { readonly columns?: number; readonly style?: Style } = {},
): string {
  if (!(columns >= 80)) throw new RangeError(`renderComparisonText: columns must be at least 80, is ${columns}`);
  const sections = [
    textHeader(comparison, columns, style),
    textUnrecoverable(comparison, columns, style),
    textComparedQuantiles(comparison, style),
    textPairs(comparison, columns, style),
    textObjectives(comparison, style),
    textComparedUncertainty(comparison, columns, style),
    textComparedCosts(comparison, columns, style),
    textComparedReadiness(comparison, columns, style),
    textSettings(comparison, columns, style),
    textVerdict(comparison, columns, style),
    textReplay(comparison, columns, style),
  ];
  const lines = sections.filter((section) => section.length > 0).map((section) => section.join('\n'));
  return `${lines.join('\n\n')}\n`;
}

function textHeader(comparison: Comparison, columns: number, style: Style): readonly string[] {
  const { results, incidents } = comparison;
  const luck =
    `${incidentWords(results[0])}. The same ${countText(incidents)} ${incidents === 1 ? 'incident' : 'incidents'} ` +
    'played under each: an incident has the same luck in all. Differences are from A; below zero is better.';
  return [
    ...results.flatMap((_, result) => indented(nameOf(comparison, result), letterOf(result), columns)).map(style.bold),
    ...wrapWords(luck, columns),
    ...wrapWords(CLOCK_WORDS, columns).map(style.dim),
  ];
}

function textUnrecoverable({ results }: Comparison, columns: number, style: Style): readonly string[] {
  const lines = results.flatMap((summary, result) => {
    const words = unrecoverableWords(summary);
    return words === undefined ? [] : wrapWords(`!! ${letterOf(result)}: ${words}.`, columns);
  });
  return lines.map((line) => style.bold(style.red(line)));
}

/** Columns for the letter of a scenario and the name of a metric. */
const OBJECTIVE_LABEL = 7;

/** Metric by metric, so that the same promise of several scenarios stands together. */
function textObjectives(comparison: Comparison, style: Style): readonly string[] {
  const kept = comparedMetrics(comparison).flatMap((name) =>
    comparison.results.flatMap(({ metrics }, result) => (name in metrics ? [{ name, result, ...metrics[name] }] : [])),
  );
  const rows = kept.flatMap((metric) =>
    objectiveRows(fitLeft(`${letterOf(metric.result)} ${metricLabel(metric.name)}`, OBJECTIVE_LABEL), metric, style),
  );
  if (rows.length === 0) return [];
  const open = undecidedWords(kept.flatMap(({ objectives }) => objectives));
  return [objectivesTitle(OBJECTIVE_LABEL, style), ...rows, ...open.map((line) => style.dim(`  ${line}`))];
}

function textVerdict(comparison: Comparison, columns: number, style: Style): readonly string[] {
  const paragraphs = comparison.variants.map((variant) => wrapWords(verdictText(comparison, variant), columns));
  return paragraphs.flatMap((lines, index) => [...(index === 0 ? [] : ['']), ...lines.map(style.bold)]);
}

function textReplay({ tool, results, incidents, seed }: Comparison, columns: number, style: Style): readonly string[] {
  const files = results.map(({ scenario }) => scenario.file);
  const hashes = results.map(
    ({ scenario }, result) => `${letterOf(result)} ${printable(scenario.sha256).slice(0, 12)}`,
  );
  return [
    ...replayCommand({ verb: 'compare', files, incidents, seed, options: drawWords(results) }, columns),
    ...wrapWords(`drillcast ${printable(tool.version)}, scenario sha256 ${hashes.join(', ')}`, columns).map(style.dim),
  ];
}

/** A text behind its letter, the lines after the first under the text. */
function indented(text: string, letter: string, columns: number): readonly string[] {
  return wrapWords(text, columns - 3).map((line, index) => `${index === 0 ? letter : ' '}  ${line}`);
}
