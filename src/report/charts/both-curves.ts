import type { TopLevelSpec } from 'vega-lite';
import type { MetricSummary } from '../../study/summary.js';
import { durationText } from '../../units/duration-text.js';
import type { CurveRange, MetricCurve } from '../metric-curve.js';
import { metricLabel } from '../metric-label.js';
import { printable } from '../printable.js';
import { shareText } from '../share-text.js';
import { chartStyle } from './chart-style.js';
import { digits } from './digits.js';
import { durationAxis } from './duration-axis.js';
import type { Figure } from './figure.js';
import { withHover } from './hover.js';
import { LABEL_SIZE, labelLayers, type Layer } from './labelled-point.js';
import { limitWord, neverWords } from './metric-words.js';
import { placeLabels, type LabelSpot, type Pixel } from './place-labels.js';
import { risen } from './risen.js';
import type { Palette } from './palette.js';

/** One of the scenarios that are held against each other. */
export interface ComparedCurve {
  /** `A`, `B`, …. */
  readonly letter: string;
  readonly scenario: string;
  readonly metric: MetricSummary;
  readonly curve: MetricCurve;
}

const QUESTIONS: Readonly<Record<string, string>> = {
  rto: 'Which of them would be back within a given time, and how often?',
  rpo: 'Which of them would lose no more than a given age of data, and how often?',
  rtt: 'Which of them would be closed within a given time, and how often?',
};

/** The shares of incidents against time of scenarios that the same incidents struck, on one axis. */
export function bothCurves(name: string, compared: readonly ComparedCurve[]): Figure {
  const cell = (value: number | null): string => (value === null ? 'no time' : durationText(value));
  return {
    name: `compared-${name}`,
    title: QUESTIONS[name] ?? `How do they differ in ${metricLabel(name)}?`,
    source: compared.map(({ letter, scenario }) => `${letter}: ${printable(scenario)}`).join('; '),
    alternative: compared
      .map(
        ({ letter, metric: { quantiles } }) =>
          `${letter}: half within ${cell(quantiles.p50.value)}, 95% within ${cell(quantiles.p95.value)}`,
      )
      .join('; ')
      .concat(` (${metricLabel(name)}).`),
    table: {
      head: ['Scenario', 'P5', 'P50', 'P95', 'P99', 'Never'],
      rows: compared.map(({ letter, scenario, metric: { quantiles, unrecoverable } }) => [
        `${letter}: ${printable(scenario)}`,
        ...[quantiles.p5, quantiles.p50, quantiles.p95, quantiles.p99].map(({ value }) => cell(value)),
        shareText(unrecoverable),
      ]),
    },
    draw: (palette) => drawn(compared, palette),
    live: (palette) =>
      withHover(
        drawn(compared, palette),
        compared.map(({ letter, curve }, place) => ({ curve, color: colourOf(place, palette), label: `${letter} ` })),
        palette,
      ),
  };
}

const WIDTH = 640;
const HEIGHT = 280;

function drawn(compared: readonly ComparedCurve[], palette: Palette): TopLevelSpec {
  const places = compared.flatMap(({ curve }) => curve.points.map(({ value }) => value));
  const [from, to] = [Math.min(...places), Math.max(...places)];
  const labels = labelsOf(compared, { from, to });
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    width: WIDTH,
    height: HEIGHT,
    encoding: {
      x: durationAxis({ from, to }),
      y: {
        field: 'share',
        type: 'quantitative',
        scale: { domain: [0, 1] },
        axis: { values: [0, 0.25, 0.5, 0.75, 0.95, 1], format: '.0%', title: null },
      },
    },
    layer: [
      ...compared.map((each, place) => curveLayer(each, colourOf(place, palette))),
      ...labels.flatMap(({ point, spot, place }) =>
        labelLayers(point, { spot, color: colourOf(place, palette), palette }),
      ),
    ],
    config: chartStyle(palette),
  };
}

function colourOf(place: number, palette: Palette): string {
  const colours = [palette.first, palette.second, palette.drill, palette.met, palette.undecided];
  return colours[place % colours.length];
}

function curveLayer({ curve }: ComparedCurve, color: string): Layer {
  const values = risen(curve.points).map(({ value, share }) => ({ seconds: digits(value), share: digits(share) }));
  return { data: { values }, mark: { type: 'line', color, strokeWidth: 2.5 } };
}

/** Words of one of the curves, and at which point of it. */
interface CurveLabel {
  readonly place: number;
  readonly point: { readonly seconds: number; readonly share: number };
  readonly spot: LabelSpot;
}

/** Each curve has its letter and its middle beside it, and at its end how many it never reaches. */
function labelsOf(compared: readonly ComparedCurve[], range: CurveRange): readonly CurveLabel[] {
  const pixel = (value: number, share: number): Pixel => ({
    x: (WIDTH * Math.log(value / range.from)) / Math.log(range.to / range.from),
    y: HEIGHT * (1 - share),
  });
  const wishes = compared.flatMap(({ letter, metric, curve }, place) => [
    ...middleOf(`${letter}: half ${limitWord(curve.metric)}`, metric, range).map((wish) => ({ ...wish, place })),
    ...(metric.unrecoverable === 0
      ? []
      : [
          {
            place,
            seconds: range.to,
            share: 1 - metric.unrecoverable,
            spots: endSpots(`${letter}: ${neverWords(curve.metric, metric.unrecoverable)}`),
          },
        ]),
  ]);
  const spots = placeLabels(
    wishes.map(({ seconds, share, spots: liked }) => ({ at: pixel(seconds, share), spots: liked })),
    {
      width: WIDTH,
      height: HEIGHT,
      size: LABEL_SIZE,
      lines: compared.map(({ curve }) => curve.points.map(({ value, share }) => pixel(value, share))),
    },
  );
  return wishes.map(({ place, seconds, share }, i) => ({
    place,
    point: { seconds: digits(seconds), share: digits(share) },
    spot: spots[i],
  }));
}

function middleOf(words: string, { quantiles }: MetricSummary, { from }: CurveRange) {
  const { value } = quantiles.p50;
  if (value === null) return [];
  const text = `${words} ${durationText(value)}`;
  const rows = [0, 22, -22, 44, -44, 66, -66];
  return [
    {
      seconds: Math.max(from, value),
      share: 0.5,
      spots: [
        ...rows.map((dy): LabelSpot => ({ align: 'right', dx: -10, dy, text })),
        ...rows.map((dy): LabelSpot => ({ align: 'left', dx: 10, dy, text })),
      ],
    },
  ];
}

/** Above the end of the curve, and further down where other curves end. */
function endSpots(text: string): readonly LabelSpot[] {
  return [-12, 14, 30, 46, 62, 78].map((dy) => ({ align: 'right', dx: 0, dy, text }));
}
