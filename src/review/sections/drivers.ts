import { changeSentence } from '../../report/explain/change-words.js';
import { contributions } from '../../report/charts/contributions.js';
import { tornado } from '../../report/charts/tornado.js';
import { metricLabel } from '../../report/metric-label.js';
import { shareText } from '../../report/share-text.js';
import { EXPLAINED_METRICS, type ExplainedMetric } from '../../study/explain/path-outcomes.js';
import type { Explanation, MetricExplanation } from '../../study/explain/explanation.js';
import { labelOf, timeWithInterval } from '../cells.js';
import { bullets, charts, inlineCode, paragraph, strong, subheading, type Block } from '../document/blocks.js';
import type { Section } from '../document/review-document.js';
import type { Review } from '../review.js';

/** More would not be read; the JSON of "explain" has them all. */
const MOST_CHANGES = 6;

/** What drives the tail, what would shorten it most, and what need not be measured better. */
export function driversSection({ explanation }: Review): Section {
  return {
    name: 'drivers',
    title: 'What drives it, and what to do first',
    blocks: [
      paragraph(
        `What follows is about ${labelOf(explanation.quantile)}, the bad case. Every change was tried on the same ` +
          'incidents with the same luck, by itself.',
      ),
      ...EXPLAINED_METRICS.flatMap((name) => {
        const metric = explanation.metrics[name];
        return metric === undefined ? [] : aboutMetric(name, metric, explanation);
      }),
      ...whatDoesNotMatter(explanation),
    ],
  };
}

function aboutMetric(name: ExplainedMetric, metric: MetricExplanation, explanation: Explanation): readonly Block[] {
  const label = `${labelOf(explanation.quantile)} of ${metricLabel(name)}`;
  const told = metric.counterfactuals.filter(({ isWorthTelling }) => isWorthTelling).slice(0, MOST_CHANGES);
  return [
    subheading(`${label}: ${timeWithInterval(metric.value)}`),
    ...(told.length === 0
      ? [paragraph('None of the changes that were tried moves it for sure.')]
      : bullets(
          told.map((answer) =>
            changeSentence(answer, { metric: label, from: metric.value.value, regrets: explanation.regrets }),
          ),
          { isOrdered: true },
        )),
    ...charts([contributions(explanation, name), tornado(explanation, name)]),
    ...mattering(metric),
  ];
}

function mattering({ inputs }: MetricExplanation): readonly Block[] {
  const names = inputs.filter(({ verdict }) => verdict === 'matters').map(({ name }) => inlineCode(name));
  if (names.length === 0) return [];
  return [
    paragraph(strong('Decided by:'), ' ', ...separated(names), '. To know these better is to know the answer better.'),
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
