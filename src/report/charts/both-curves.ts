import type { TopLevelSpec } from 'vega-lite';
import type { MetricSummary } from '../../study/summary.js';
import { durationText } from '../../units/duration-text.js';
import type { MetricCurve } from '../metric-curve.js';
import { metricLabel } from '../metric-label.js';
import { printable } from '../printable.js';
import { shareText } from '../share-text.js';
import { chartStyle } from './chart-style.js';
import { digits } from './digits.js';
import { durationAxis } from './duration-axis.js';
import type { Figure } from './figure.js';
import { withHover } from './hover.js';
import type { Layer } from './labelled-point.js';
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

function drawn(compared: readonly ComparedCurve[], palette: Palette): TopLevelSpec {
  const places = compared.flatMap(({ curve }) => curve.points.map(({ value }) => value));
  const [from, to] = [Math.min(...places), Math.max(...places)];
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    width: 640,
    height: 280,
    encoding: {
      x: durationAxis({ from, to }),
      y: {
        field: 'share',
        type: 'quantitative',
        scale: { domain: [0, 1] },
        axis: { values: [0, 0.25, 0.5, 0.75, 0.95, 1], format: '.0%', title: null },
      },
    },
    layer: compared.flatMap((each, place) => [
      curveLayer(each, colourOf(place, palette)),
      ...middleLayer(each, colourOf(place, palette)),
    ]),
    config: chartStyle(palette),
  };
}

function colourOf(place: number, palette: Palette): string {
  const colours = [palette.first, palette.second, palette.drill, palette.met, palette.undecided];
  return colours[place % colours.length];
}

function curveLayer({ curve }: ComparedCurve, color: string): Layer {
  const values = curve.points.map(({ value, share }) => ({ seconds: digits(value), share: digits(share) }));
  return { data: { values }, mark: { type: 'line', color, strokeWidth: 2.5 } };
}

/** The letter of a curve and its middle, beside it. */
function middleLayer({ letter, metric }: ComparedCurve, color: string): readonly Layer[] {
  const { value } = metric.quantiles.p50;
  if (value === null) return [];
  return [
    {
      data: { values: [{ seconds: digits(value), share: 0.5 }] },
      mark: { type: 'text', align: 'right', dx: -10, fontSize: 14, fontWeight: 700, color },
      encoding: { text: { value: `${letter} ${durationText(value)}` } },
    },
  ];
}
