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
/** What is younger is drawn at the edge: below a minute nobody minds. */
const YOUNGEST = 60;

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

function drawn(surfaces: readonly string[], dots: readonly Dot[], palette: Palette): TopLevelSpec {
  const oldest = Math.max(2 * YOUNGEST, ...dots.map(({ seconds }) => seconds));
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    width: 560,
    height: ROW_HEIGHT * surfaces.length,
    data: { values: dots.map(({ surface, seconds }) => ({ surface, seconds: digits(Math.max(YOUNGEST, seconds)) })) },
    mark: { type: 'point', filled: true, size: 90, opacity: 0.55, color: palette.first },
    encoding: {
      x: durationAxis({ from: YOUNGEST, to: oldest * 1.3 }),
      y: {
        field: 'surface',
        type: 'nominal',
        sort: [...surfaces],
        axis: { title: null, grid: true, labelColor: palette.ink, labelLimit: 200 },
      },
    },
    config: chartStyle(palette),
  };
}
