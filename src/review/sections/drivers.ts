import { countText } from '../../report/count-text.js';
import { changeSentence } from '../../report/explain/change-words.js';
import { changesChart } from '../../report/charts/changes.js';
import { contributions } from '../../report/charts/contributions.js';
import { tornado } from '../../report/charts/tornado.js';
import { metricLabel } from '../../report/metric-label.js';
import { printable } from '../../report/printable.js';
import { shareText } from '../../report/share-text.js';
import { EXPLAINED_METRICS, type ExplainedMetric } from '../../study/explain/path-outcomes.js';
import type { Explanation, MetricExplanation } from '../../study/explain/explanation.js';
import { labelOf, timeWithInterval } from '../cells.js';
import { bullets, charts, inlineCode, paragraph, strong, subheading, type Block } from '../document/blocks.js';
import type { Section } from '../document/review-document.js';
import type { Review } from '../review.js';

/** More would not be read; the JSON of "explain" has them all. */
const MOST_CHANGES = 6;
/** So many of the largest parts are asked whether it is worth shortening them. */
const LARGE_PARTS = 4;

/** What drives the tail, what would shorten it most, and what need not be measured better. */
export function driversSection(review: Review): Section {
  const { explanation, summary } = review;
  return {
    name: 'drivers',
    title: 'What drives it, and what to do first',
    blocks: [
      paragraph(
        `What follows is about ${labelOf(explanation.quantile)}, the bad case. Every change was tried by itself, ${
          explanation.incidents < summary.incidents
            ? `on the first ${countText(explanation.incidents)} of the ${countText(summary.incidents)} incidents`
            : 'on the same incidents'
        } with the same luck. The change that helps most comes first.`,
      ),
      ...EXPLAINED_METRICS.flatMap((name) => {
        const metric = explanation.metrics[name];
        return metric === undefined ? [] : aboutMetric(name, metric, review);
      }),
      ...whatDoesNotMatter(explanation),
    ],
  };
}

/** The quantile is that of the whole run; of the detailed look are what a change moves, and shares. */
function aboutMetric(
  name: ExplainedMetric,
  metric: MetricExplanation,
  { explanation, summary }: Review,
): readonly Block[] {
  const quantile = labelOf(explanation.quantile);
  const label = `${quantile} of ${metricLabel(name)}`;
  const value = summary.metrics[name].quantiles[explanation.quantile];
  const told = metric.counterfactuals.filter(({ isWorthTelling }) => isWorthTelling).slice(0, MOST_CHANGES);
  const source = `${countText(explanation.incidents)} incidents, ${printable(explanation.scenario.name)}`;
  return [
    subheading(`${label}: ${timeWithInterval(value)}`),
    ...(told.length === 0
      ? [paragraph('None of the changes that were tried moves it for sure.')]
      : bullets(
          told.map((answer) => changeSentence(answer, { metric: label, regrets: explanation.regrets })),
          { isOrdered: true },
        )),
    ...charts([changesChart(told, { name, quantile, source }), contributions(explanation, name)]),
    ...notWorthShortening(metric, label),
    ...charts([tornado(explanation, name, value.value)]),
    ...mattering(metric),
  ];
}

/** Parts that are large in the chart and yet not among the changes: other work waits for the same thing meanwhile. */
function notWorthShortening({ parts, counterfactuals }: MetricExplanation, label: string): readonly Block[] {
  const names = parts
    .slice(0, LARGE_PARTS)
    .filter(({ kind }) => kind === 'step')
    .filter(({ name }) => {
      const tried = counterfactuals.find((each) => each.kind === 'step-takes-no-time' && each.subject === name);
      return tried !== undefined && !tried.isWorthTelling;
    })
    .map(({ name }) => inlineCode(name));
  if (names.length === 0) return [];
  return [
    paragraph(
      'Not among the changes, though its part is large: ',
      ...separated(names),
      `. Were it done in no time, ${label} would not move by enough to be sure of.`,
    ),
  ];
}

/** With the index by which they are ordered, which is another order than that of how far they move it. */
function mattering({ inputs }: MetricExplanation): readonly Block[] {
  const deciding = inputs
    .filter(({ verdict }) => verdict === 'matters')
    .map(({ name, tail }) => [inlineCode(name), tail === null ? '' : ` (${shareText(Math.min(1, tail.value))})`]);
  if (deciding.length === 0) return [];
  return [
    paragraph(
      strong('Decided by:'),
      ' ',
      ...separated(deciding).flat(),
      '. In brackets is how much each decides about who is in the bad case. To know these better is to know the answer better.',
    ),
  ];
}

function whatDoesNotMatter({ metrics, negligible }: Explanation): readonly Block[] {
  const inputs = Object.values(metrics).flatMap((metric) => metric.inputs);
  const names = [...new Set(inputs.map(({ name }) => name))].filter((name) =>
    inputs.every((input) => input.name !== name || input.verdict === 'negligible'),
  );
  if (names.length === 0) return [];
  return [
    subheading('What need not be measured better'),
    paragraph(
      `None of these decides more than ${shareText(negligible)} of anything: `,
      ...separated(names.map(inlineCode)),
      '.',
    ),
  ];
}

/** Marked words with commas between them. */
function separated<Marked>(words: readonly Marked[]): (Marked | string)[] {
  return words.flatMap((word, place) => (place === 0 ? [word] : [', ', word]));
}
