import type { Explanation, MetricExplanation } from '../../study/explain/explanation.js';
import { EXPLAINED_METRICS, type ExplainedMetric } from '../../study/explain/path-outcomes.js';
import { QUANTILES } from '../../study/summary.js';
import { durationText } from '../../units/duration-text.js';
import { countText } from '../count-text.js';
import { metricLabel, quantileLabel } from '../metric-label.js';
import { printable } from '../printable.js';
import { replayCommand } from '../replay-command.js';
import { shareText } from '../share-text.js';
import { textInputs as textSourcesOf } from '../text-inputs.js';
import { textReadiness } from '../text-readiness.js';
import type { Style } from '../style.js';
import { plainStyle } from '../style.js';
import { wrapWords } from '../text-width.js';
import { changeSentence } from './change-words.js';
import { textInputs, textNegligible } from './text-inputs.js';
import { textParts } from './text-parts.js';
import { textTornado } from './text-tornado.js';

/** How an explanation is shown. */
export interface ExplanationTextOptions {
  readonly columns?: number;
  readonly style?: Style;
  /** The metric that was asked about, for the command that gives it again; all of them when absent. */
  readonly asked?: ExplainedMetric | undefined;
}

/**
 * The explanation for the terminal, metric by metric: what would change it, what it is made of, which chance decides it,
 * what an input does at its low and high end; and the command that gives it again.
 *
 * @returns lines, each ended by a newline.
 * @throws RangeError when `columns` is below 80, for which the tables are made.
 */
export function renderExplanationText(explanation: Explanation, options: ExplanationTextOptions = {}): string {
  const { columns = 80, style = plainStyle, asked } = options;
  if (!(columns >= 80)) throw new RangeError(`renderExplanationText: columns must be at least 80, is ${columns}`);
  const sections = [
    textHeader(explanation, columns, style),
    ...EXPLAINED_METRICS.flatMap((name) => {
      const metric = explanation.metrics[name];
      return metric === undefined ? [] : textMetric(name, metric, explanation, { columns, style });
    }),
    textNegligible(explanation, columns, style),
    textRules(explanation, columns).map(style.dim),
    textReadiness(explanation, columns, style),
    textSourcesOf(explanation, columns),
    textReplay(explanation, columns, { style, asked }),
  ];
  const lines = sections.filter((section) => section.length > 0).map((section) => section.join('\n'));
  return `${lines.join('\n\n')}\n`;
}

function textHeader({ scenario, incidents, quantile }: Explanation, columns: number, style: Style): readonly string[] {
  return [
    ...wrapWords(printable(scenario.name), columns).map(style.bold),
    ...wrapWords(
      `What drives ${quantileLabel(QUANTILES[quantile])}. Every change is struck by the same ${countText(incidents)} ` +
        'incidents, which have the same luck in all.',
      columns,
    ),
  ];
}

function textMetric(
  name: ExplainedMetric,
  metric: MetricExplanation,
  explanation: Explanation,
  { columns, style }: { readonly columns: number; readonly style: Style },
): readonly (readonly string[])[] {
  const label = `${quantileLabel(QUANTILES[explanation.quantile])} of ${metricLabel(name)}`;
  return [
    [style.bold(`${label}  ${valueText(metric)}`), ...textUnrecoverable(metric, columns, style)],
    textChanges(metric, { label, explanation, columns, style }),
    textParts(metric, style),
    textInputs(metric, columns, style),
    textTornado(metric, label, style),
  ];
}

function valueText({ value: { state, value, low, high } }: MetricExplanation): string {
  if (value === null) return state === 'unrecoverable' ? 'never: no recovery' : '–: too few incidents';
  const ends = [low, high].map((end) => (end === null ? 'never' : durationText(end)));
  return `${durationText(value)}, between ${ends[0]} and ${ends[1]}`;
}

function textUnrecoverable({ unrecoverable }: MetricExplanation, columns: number, style: Style): readonly string[] {
  if (unrecoverable === 0) return [];
  const words =
    `!! ${shareText(unrecoverable)} OF INCIDENTS CANNOT BE RECOVERED. They are in the tail, but have no time that ` +
    'could be made of anything.';
  return wrapWords(words, columns).map((line) => style.bold(style.red(line)));
}

/** What would change the quantile, in sentences; of what would not, the number. */
function textChanges(
  { counterfactuals, value }: MetricExplanation,
  {
    label,
    explanation,
    columns,
    style,
  }: {
    readonly label: string;
    readonly explanation: Explanation;
    readonly columns: number;
    readonly style: Style;
  },
): readonly string[] {
  const told = counterfactuals.filter((answer) => answer.isWorthTelling);
  const untold = counterfactuals.length - told.length;
  const sentences = told.map((answer) =>
    changeSentence(answer, { metric: label, from: value.value, regrets: explanation.regrets }),
  );
  const least = shareText(explanation.worthTelling);
  const tried = countText(counterfactuals.length);
  const words =
    untold === 0
      ? `All ${tried} changes tried are told.`
      : `Of ${tried} changes tried ${countText(untold)} are not told: ${untold === 1 ? 'it moves' : 'each moves'} it by less than ${least}, or not for sure.`;
  return [
    style.bold('  What would change it'),
    ...sentences.flatMap((sentence) =>
      wrapWords(sentence, columns - 4).map((line, i) => `  ${i === 0 ? '· ' : '  '}${line}`),
    ),
    ...wrapWords(words, columns - 2).map((line) => style.dim(`  ${line}`)),
  ];
}

function textRules({ quantile, idleInputs, confidence }: Explanation, columns: number): readonly string[] {
  const label = quantileLabel(QUANTILES[quantile]);
  const level = shareText(confidence);
  const idle =
    idleInputs.length === 0
      ? ''
      : ` ${countText(idleInputs.length)} inputs of steps and kinds that no incident called for were not looked at.`;
  return wrapWords(
    `The tail: incidents at or above ${label}. Critical: the share of incidents that the part makes longer. Indices ` +
      `are total indices of Sobol': 0 without any effect, 1 alone decisive; interactions count for each, so they need ` +
      `not add up to 1. Intervals are at ${level}; those of changes hold all together.${idle}`,
    columns,
  );
}

function textReplay(
  { tool, scenario, incidents, seed, quantile }: Explanation,
  columns: number,
  { style, asked }: { readonly style: Style; readonly asked: ExplainedMetric | undefined },
): readonly string[] {
  const options = [...(asked === undefined ? [] : ['--metric', asked]), '--quantile', quantile];
  return [
    ...replayCommand({ verb: 'explain', files: [scenario.file], incidents, seed, options }, columns),
    style.dim(`drillcast ${printable(tool.version)}, scenario sha256 ${printable(scenario.sha256).slice(0, 12)}`),
  ];
}
