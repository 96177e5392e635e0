import { differenceText } from '../../units/duration-text.js';
import { letterOf, nameOf } from '../../report/compared-names.js';
import { verdictText } from '../../report/comparison-verdict.js';
import { differenceFigure } from '../../report/charts/difference-figure.js';
import { bothCurves, type ComparedCurve } from '../../report/charts/both-curves.js';
import { metricCurve, rangeOfAll } from '../../report/metric-curve.js';
import { metricLabel } from '../../report/metric-label.js';
import { settingSentences } from '../../report/text-settings.js';
import { shareText } from '../../report/share-text.js';
import type { Comparison, DifferenceEstimate, VariantComparison } from '../../study/comparison.js';
import { METRICS_BY_KIND } from '../../study/run-samples.js';
import { timeCells } from '../cells.js';
import { bullets, chart, numbers, paragraph, subheading, table, type Block } from '../document/blocks.js';
import type { Section } from '../document/review-document.js';
import type { ComparedReview, Review } from '../review.js';

/** The scenario beside others that the same incidents strike; undefined when it is held against none. */
export function comparedSection({ compared }: Review): Section | undefined {
  if (compared === undefined) return undefined;
  const { comparison } = compared;
  return {
    name: 'compared',
    title: 'Compared on the same incidents',
    blocks: [
      paragraph(
        'Every scenario is struck by the same incidents with the same luck, so that what differs is what was planned. ' +
          'A difference is the other one minus this one: below zero is better.',
      ),
      ...sideBySide(comparison),
      ...['rto', 'rpo', 'rtt'].map((name) => chart(bothCurves(name, curvesOf(name, compared)))),
      ...comparison.variants.flatMap((variant) => against(compared, variant)),
    ],
  };
}

function curvesOf(name: string, { comparison, samples }: ComparedReview): readonly ComparedCurve[] {
  const range = rangeOfAll(comparison.results.map(({ metrics }) => metrics[name]));
  return comparison.results.map((summary, place) => ({
    letter: letterOf(place),
    scenario: summary.scenario.name,
    metric: summary.metrics[name],
    curve: metricCurve(summary, samples[place], name, range),
  }));
}

function sideBySide({ results }: Comparison): readonly Block[] {
  return table(
    ['Scenario', ...['RTO P50', 'RTO P95', 'RPO P50', 'RPO P95', 'RTT P50', 'RTT P95', 'Never'].map(numbers)],
    results.map(({ scenario, metrics: { rto, rpo, rtt } }, place) => [
      `${letterOf(place)}: ${scenario.name}`,
      ...[rto, rpo, rtt].flatMap((metric) => timeCells(metric, ['p50', 'p95'])),
      shareText(rto.unrecoverable),
    ]),
  );
}

function against(compared: ComparedReview, variant: VariantComparison): readonly Block[] {
  const { comparison } = compared;
  const others = settingSentences(variant);
  return [
    subheading(`${letterOf(variant.result)} against ${letterOf(0)}: ${nameOf(comparison, variant.result)}`),
    paragraph(verdictText(comparison, variant)),
    ...['rto', 'rpo'].flatMap((metric) => differenceCharts(metric, compared, variant)),
    ...table(
      ['Metric', ...['P50 moves by', 'P95 moves by', 'Less in', 'As much in', 'More in'].map(numbers)],
      Object.entries(variant.metrics).map(([name, { shifts, better, equal, worse }]) => [
        metricLabel(name),
        shiftCell(shifts.p50),
        shiftCell(shifts.p95),
        ...[better, equal, worse].map(({ share }) => shareText(share)),
      ]),
    ),
    ...truly(variant),
    ...(others.length === 0
      ? []
      : [paragraph('Besides, these are not the same, and the numbers cannot tell them apart:'), ...bullets(others)]),
  ];
}

/** Between which numbers the difference truly lies, where the inputs were drawn; nothing where they were not. */
function truly({ metrics }: VariantComparison): readonly Block[] {
  const rows = METRICS_BY_KIND.flatMap((name) => {
    const { uncertainty } = metrics[name];
    return uncertainty === null ? [] : [{ name, ...uncertainty }];
  });
  if (rows.length === 0) return [];
  return [
    paragraph(
      'What is not known of the inputs leaves open where the difference truly lies: in such a band with ' +
        `${Number((rows[0].credibility * 100).toPrecision(6))}%. What has the same name in both is the same in each draw. Only drills narrow it.`,
    ),
    ...table(
      ['Metric', ...['P50 truly moves by', 'P95 truly moves by', 'P95 is less in', 'and more in'].map(numbers)],
      rows.map(({ name, shifts, inDraws }) => [
        metricLabel(name),
        ...[shifts.p50, shifts.p95].map(({ low, high }) =>
          [low, high].map((end) => (end === null ? '–' : differenceText(end))).join(' to '),
        ),
        ...[inDraws.p95Less, inDraws.p95More].map((share) => `${shareText(share)} of draws`),
      ]),
    ),
  ];
}

/** None where no incident differs. */
function differenceCharts(
  metric: string,
  { comparison, samples }: ComparedReview,
  variant: VariantComparison,
): readonly Block[] {
  const figure = differenceFigure(metric, comparison, variant, [samples[0].head, samples[variant.result].head]);
  return figure === undefined ? [] : [chart(figure)];
}

function shiftCell({ state, value, low, high }: DifferenceEstimate): string {
  switch (state) {
    case 'estimated':
      return `${differenceText(value ?? 0)} (${[low, high].map((end) => (end === null ? '–' : differenceText(end))).join(' to ')})`;
    case 'baseline-unrecoverable':
      return 'from never';
    case 'variant-unrecoverable':
      return 'to never';
    case 'both-unrecoverable':
      return 'never in both';
    case 'unsupported':
      return '–';
    default:
      return state satisfies never;
  }
}
