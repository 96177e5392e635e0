import type { TopLevelSpec } from 'vega-lite';
import { valueAt } from '../../statistics/ascending.js';
import type { RunSamples } from '../../study/run-samples.js';
import type { Summary } from '../../study/summary.js';
import { durationText } from '../../units/duration-text.js';
import { countText } from '../count-text.js';
import { printable } from '../printable.js';
import { chartStyle } from './chart-style.js';
import { digits } from './digits.js';
import { durationAxis } from './duration-axis.js';
import type { Figure } from './figure.js';
import type { Palette } from './palette.js';

/** So many dots stand for all incidents: each for a twentieth. */
const DOTS = 20;
const ROW_HEIGHT = 34;
/** The shortest and the longest edge of the axis: what is younger than the edge is drawn on it. */
const EDGE = { least: 1, most: 60 };
const WIDTH = 560;

interface Dot {
  readonly surface: string;
  readonly seconds: number;
}

/**
 * "How old would each surface be?": a strip of dots per data-bearing surface, each dot a twentieth of the incidents
 * (quantile dot plot, Kay and others 2016), the surface that loses most first.
 */
export function ageStrip(summary: Summary, samples: RunSamples): Figure | undefined {
  const surfaces = Object.keys(summary.metrics)
    .filter((name) => name.startsWith('rpo.'))
    .map((name) => ({ name: name.slice('rpo.'.length), metric: summary.metrics[name], ages: agesOf(samples, name) }))
    .sort(
      (one, other) => (other.metric.quantiles.p95.value ?? Infinity) - (one.metric.quantiles.p95.value ?? Infinity),
    );
  if (surfaces.length === 0) return undefined;
  const cell = (value: number | null): string => (value === null ? 'no number' : durationText(value));
  return {
    name: 'surface-ages',
    title: 'How old would each surface be when it is restored?',
    source: `Each dot is a twentieth of ${countText(summary.incidents)} incidents, ${printable(summary.scenario.name)}`,
    alternative: surfaces
      .map(
        ({ name, metric: { quantiles } }) =>
          `${printable(name)}: half at most ${cell(quantiles.p50.value)}, 95% at most ${cell(quantiles.p95.value)}`,
      )
      .join('; ')
      .concat('. Each dot is a twentieth of the incidents.'),
    table: {
      head: ['Surface', 'P5', 'P50', 'P95', 'P99'],
      rows: surfaces.map(({ name, metric: { quantiles } }) => [
        printable(name),
        ...[quantiles.p5, quantiles.p50, quantiles.p95, quantiles.p99].map(({ value }) => cell(value)),
      ]),
    },
    draw: (palette) =>
      drawn(
        surfaces.map(({ name }) => printable(name)),
        surfaces.flatMap(({ name, ages }) => ages.map((seconds) => ({ surface: printable(name), seconds }))),
        surfaces.map(({ name, metric: { quantiles } }) => ({
          surface: printable(name),
          words: `half ≤ ${cell(quantiles.p50.value)}, 95% ≤ ${cell(quantiles.p95.value)}`,
        })),
        palette,
      ),
  };
}

/** The middles of twentieths, of those that have a number. */
function agesOf(samples: RunSamples, metric: string): readonly number[] {
  const { ascending } = samples.metric(metric);
  const places = Array.from({ length: DOTS }, (_, dot) => Math.floor(((dot + 0.5) / DOTS) * ascending.length));
  return places.map((place) => valueAt(ascending, place)).filter(Number.isFinite);
}

/** The middle and the bad case of a surface, in words at the end of its strip. */
interface RowWords {
  readonly surface: string;
  readonly words: string;
}

function drawn(
  surfaces: readonly string[],
  dots: readonly Dot[],
  words: readonly RowWords[],
  palette: Palette,
): TopLevelSpec {
  const older = dots.map(({ seconds }) => seconds).filter((seconds) => seconds > EDGE.least);
  const youngest = Math.max(EDGE.least, Math.min(EDGE.most, ...older) / 1.3);
  const to = Math.max(4 * youngest, ...older.map((seconds) => seconds * 1.3));
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    width: WIDTH,
    height: ROW_HEIGHT * surfaces.length,
    encoding: {
      y: {
        field: 'surface',
        type: 'nominal',
        sort: [...surfaces],
        axis: { title: null, grid: true, labelColor: palette.ink, labelLimit: 200, labelPadding: 14 },
      },
    },
    layer: [
      {
        data: {
          values: dots.map(({ surface, seconds }) => ({ surface, seconds: digits(Math.max(youngest, seconds)) })),
        },
        mark: { type: 'point', filled: true, size: 90, opacity: 0.45, color: palette.first },
        encoding: { x: durationAxis({ from: youngest, to }) },
      },
      {
        data: { values: words.map(({ surface, words: text }) => ({ surface, text })) },
        mark: { type: 'text', align: 'left', dx: 14, color: palette.soft },
        encoding: { x: { value: WIDTH }, text: { field: 'text' } },
      },
    ],
    config: chartStyle(palette),
  };
}
