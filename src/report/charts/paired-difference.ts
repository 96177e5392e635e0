import type { TopLevelSpec } from 'vega-lite';
import type { MetricComparison } from '../../study/comparison.js';
import { durationText } from '../../units/duration-text.js';
import { EVEN_STEPS, type DifferenceBins } from '../difference-bins.js';
import { tickLabel } from '../duration-ticks.js';
import { metricLabel } from '../metric-label.js';
import { printable } from '../printable.js';
import { shareText } from '../share-text.js';
import { chartStyle } from './chart-style.js';
import { digits } from './digits.js';
import type { Figure } from './figure.js';
import type { Layer } from './labelled-point.js';
import type { Palette } from './palette.js';

/** Two scenarios in one metric, and how far they are apart in the same incidents. */
export interface PairedScenarios {
  readonly metric: string;
  readonly baseline: { readonly letter: string; readonly scenario: string };
  readonly variant: { readonly letter: string; readonly scenario: string };
  readonly comparison: MetricComparison;
  readonly bins: DifferenceBins;
}

const WORDS: Readonly<Record<string, { readonly question: string; readonly less: string; readonly more: string }>> = {
  rto: { question: 'How much sooner would %s be back than %s, in the same incident?', less: 'sooner', more: 'later' },
  rpo: { question: 'How much less would %s lose than %s, in the same incident?', less: 'less', more: 'more' },
  rtt: { question: 'How much sooner would %s be closed than %s, in the same incident?', less: 'sooner', more: 'later' },
};

const WIDTH = 640;
const HEIGHT = 200;
const MOST_LABELS = 6;
/** Less than that is no bar that could be seen. */
const LEAST_EQUAL = 0.001;

/** "How much sooner would B be back than A, in the same incident?" */
export function pairedDifference(pair: PairedScenarios): Figure {
  const { metric, baseline, variant, comparison, bins } = pair;
  const { question, less, more } = wordsOf(metric);
  const { better, equal, worse } = comparison;
  return {
    name: `difference-${variant.letter.toLowerCase()}-${metric}`,
    title: question.replace('%s', variant.letter).replace('%s', baseline.letter),
    source: [baseline, variant].map(({ letter, scenario }) => `${letter}: ${printable(scenario)}`).join('; '),
    alternative:
      `${metricLabel(metric)} of ${variant.letter} is ${less} in ${shareText(better.share)} of incidents, the same in ` +
      `${shareText(equal.share)}, ${more} in ${shareText(worse.share)}${halfSentence(pair)}.${beyondSentence(bins)}`,
    table: {
      head: [`${metricLabel(metric)} of ${variant.letter} against ${baseline.letter}`, 'Share of incidents'],
      rows: rowsOf(bins, { less, more }),
    },
    draw: (palette) => drawn(pair, palette),
  };
}

function wordsOf(metric: string) {
  return (
    WORDS[metric] ?? {
      question: `How much less is ${metricLabel(metric)} of %s than of %s, in the same incident?`,
      less: 'less',
      more: 'more',
    }
  );
}

/** The middle of the differences, in words. */
function halfSentence(pair: PairedScenarios): string {
  const words = middleWords(pair);
  return words === undefined ? '' : `; in half of all it is ${words}`;
}

function middleWords({ metric, comparison }: PairedScenarios): string | undefined {
  const { value } = comparison.difference.quantiles.p50;
  if (value === null || value === 0) return undefined;
  const { less, more } = wordsOf(metric);
  return `at least ${durationText(Math.abs(value))} ${value < 0 ? less : more}`;
}

function beyondSentence({ below, above }: DifferenceBins): string {
  const beyond = below + above;
  return beyond === 0 ? '' : ` ${shareText(beyond)} lie beyond what is drawn, or only one of the two recovers.`;
}

function rowsOf(
  { bins, equal, below, above }: DifferenceBins,
  { less, more }: { readonly less: string; readonly more: string },
): readonly (readonly string[])[] {
  const end = (seconds: number): string => tickLabel(Math.abs(seconds));
  const [first, last] = [bins[0], bins[bins.length - 1]];
  const rows = bins.filter(({ share }) => share > 0);
  const rowOf = ({ from, to, share }: (typeof bins)[number]): readonly string[] => [
    from < 0 ? `${end(to)} to ${end(from)} ${less}` : `${end(from)} to ${end(to)} ${more}`,
    shareText(share),
  ];
  return [
    ...(below > 0 ? [[`beyond ${end(first.from)} ${less}`, shareText(below)]] : []),
    ...rows.filter(({ from }) => from < 0).map(rowOf),
    ...(equal > 0 ? [['the same', shareText(equal)]] : []),
    ...rows.filter(({ from }) => from >= 0).map(rowOf),
    ...(above > 0 ? [[`beyond ${end(last.to)} ${more}`, shareText(above)]] : []),
  ];
}

function drawn(pair: PairedScenarios, palette: Palette): TopLevelSpec {
  const { bins } = pair;
  const [from, to] = [bins.bins[0].from, bins.bins[bins.bins.length - 1].to];
  const top = topOf(bins);
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    width: WIDTH,
    height: HEIGHT,
    encoding: {
      x: { field: 'seconds', type: 'quantitative', scale: { domain: [from, to], nice: false }, axis: axisOf(pair) },
      y: {
        field: 'share',
        type: 'quantitative',
        scale: { domain: [0, top], nice: false },
        axis: { format: '~%', title: null, tickCount: 3 },
      },
    },
    layer: [
      ...barLayers(bins, palette),
      ...equalLayers(bins, palette),
      ...sideLayers(pair, palette),
      ...middleLayers(pair, palette),
    ],
    config: chartStyle(palette),
  };
}

/** Of the axis of shares: the bars decide it, for the incidents that are the same may outnumber each of them by far. */
function topOf({ bins }: DifferenceBins): number {
  return digits(1.05 * Math.max(...bins.map(({ share }) => share)));
}

/** `1d sooner`, `the same`, `12h later`: multiples of the bins' width. */
function axisOf({ metric, bins: { bins, width } }: PairedScenarios) {
  const { less, more } = wordsOf(metric);
  const [from, to] = [bins[0].from, bins[bins.length - 1].to];
  const step = EVEN_STEPS.find((each) => each % width === 0 && (to - from) / each <= MOST_LABELS) ?? to - from;
  const values: number[] = [];
  for (let at = Math.ceil(from / step); at * step <= to; at++) values.push(at * step);
  const labelOf = (seconds: number): string =>
    seconds === 0 ? 'the same' : `${tickLabel(Math.abs(seconds))} ${seconds < 0 ? less : more}`;
  const labels = Object.fromEntries(values.map((seconds) => [seconds, labelOf(seconds)]));
  return { values, labelExpr: `${JSON.stringify(labels)}[datum.value]`, title: null };
}

/** What the variant gains in its own colour, what it loses in that of the baseline. */
function barLayers({ bins, width }: DifferenceBins, palette: Palette): readonly Layer[] {
  return (['gains', 'losses'] as const).map((side) => ({
    data: {
      values: bins
        .filter(({ from, share }) => share > 0 && from < 0 === (side === 'gains'))
        .map(({ from, to, share }) => ({
          seconds: digits(from + 0.04 * width),
          to: digits(to - 0.04 * width),
          share: digits(share),
        })),
    },
    mark: { type: 'bar', color: side === 'gains' ? palette.second : palette.first, opacity: 0.65 },
    encoding: { x2: { field: 'to' }, y2: { datum: 0 } },
  }));
}

/** Those that are the same, as a stroke at 0; dashed where it ends at the top of the chart and not at its own share. */
function equalLayers(bins: DifferenceBins, palette: Palette): readonly Layer[] {
  const { equal } = bins;
  if (equal < LEAST_EQUAL) return [];
  const top = topOf(bins);
  const dash = equal > top ? { strokeDash: [5, 3] } : {};
  return [
    {
      data: { values: [{ seconds: 0, share: digits(Math.min(equal, top)) }] },
      mark: { type: 'rule', color: palette.soft, strokeWidth: 3, ...dash },
      encoding: { y2: { datum: 0 } },
    },
  ];
}

/** Who is ahead, and how often, above the side on which that is drawn; between them how often they are the same. */
function sideLayers({ metric, baseline, variant, comparison }: PairedScenarios, palette: Palette): readonly Layer[] {
  const { less } = wordsOf(metric);
  const { better, equal, worse } = comparison;
  const told = [
    { at: 0, align: 'left', color: palette.second, words: `${variant.letter} ${less} in ${shareText(better.share)}` },
    { at: WIDTH / 2, align: 'center', color: palette.soft, words: `the same in ${shareText(equal.share)}` },
    {
      at: WIDTH,
      align: 'right',
      color: palette.first,
      words: `${baseline.letter} ${less} in ${shareText(worse.share)}`,
    },
  ] as const;
  return told.map(({ at, align, color, words }) => ({
    data: { values: [{}] },
    mark: { type: 'text', align, color, fontSize: 14, fontWeight: 700, baseline: 'bottom' },
    encoding: { x: { value: at }, y: { value: -28 }, text: { value: words } },
  }));
}

/** The middle of all incidents. */
function middleLayers(pair: PairedScenarios, palette: Palette): readonly Layer[] {
  const words = middleWords(pair);
  const { value } = pair.comparison.difference.quantiles.p50;
  if (words === undefined || value === null) return [];
  const { bins } = pair.bins;
  const isLeft = value < (bins[0].from + bins[bins.length - 1].to) / 2;
  const data = { values: [{ seconds: digits(value) }] };
  return [
    {
      data,
      mark: { type: 'rule', color: palette.ink, strokeWidth: 1.5 },
      encoding: { y: { value: -6 }, y2: { value: HEIGHT } },
    },
    {
      data,
      mark: {
        type: 'text',
        align: isLeft ? 'left' : 'right',
        dx: isLeft ? -4 : 4,
        baseline: 'bottom',
        fontWeight: 600,
        color: palette.ink,
      },
      encoding: { y: { value: -9 }, text: { value: `half of all: ${words}` } },
    },
  ];
}
