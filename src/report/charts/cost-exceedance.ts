import type { TopLevelSpec } from 'vega-lite';
import type { YearsSummary } from '../../study/years/years-summary.js';
import { countText } from '../count-text.js';
import { moneyText } from '../money-text.js';
import { printable } from '../printable.js';
import { shareText } from '../share-text.js';
import { chartStyle } from './chart-style.js';
import { digits } from './digits.js';
import type { Figure } from './figure.js';
import type { Palette } from './palette.js';

interface Point {
  readonly cost: number;
  readonly probability: number;
}

/** Probabilities whose amounts are told on the curve itself. */
const LABELLED: ReadonlySet<number> = new Set([0.5, 0.1, 0.01]);

/** "How likely is a year to cost more than …?"; undefined where the years have no prices, or too few amounts are known. */
export function costExceedance({ costs, years, scenario }: YearsSummary): Figure | undefined {
  if (costs === null) return undefined;
  const points = costs.exceedance.flatMap(({ probability, value }): Point[] =>
    value === null || value <= 0 ? [] : [{ cost: value, probability }],
  );
  if (points.length < 2) return undefined;
  const currency = printable(costs.currency);
  return {
    name: 'cost-exceedance',
    title: `How likely is a year to cost more than … ${currency}?`,
    source: `${countText(years)} years played, ${printable(scenario.name)}`,
    alternative: points
      .filter(({ probability }) => LABELLED.has(probability))
      .map(
        ({ probability, cost }) => `${shareText(probability)} of years cost more than ${currency} ${moneyText(cost)}`,
      )
      .join('; ')
      .concat('.'),
    table: {
      head: ['Share of years', `Cost more than, ${currency}`],
      rows: points.map(({ probability, cost }) => [shareText(probability), moneyText(cost)]),
    },
    draw: (palette) => drawn(points, palette),
  };
}

function drawn(points: readonly Point[], palette: Palette): TopLevelSpec {
  const values = points.map(({ cost, probability }) => ({ cost: digits(cost), probability }));
  const labelled = values
    .filter(({ probability }) => LABELLED.has(probability))
    .map((point) => ({ ...point, words: `${shareText(point.probability)}: ${moneyText(point.cost)}` }));
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    width: 600,
    height: 240,
    encoding: {
      x: {
        field: 'cost',
        type: 'quantitative',
        scale: { type: 'log', nice: false },
        axis: { title: null, format: '~s', tickCount: 6 },
      },
      y: {
        field: 'probability',
        type: 'quantitative',
        scale: { domain: [0, 1] },
        axis: { values: [0, 0.25, 0.5, 0.75, 1], format: '.0%', title: null },
      },
    },
    layer: [
      { data: { values }, mark: { type: 'line', color: palette.first, strokeWidth: 2.5, interpolate: 'step-after' } },
      { data: { values: labelled }, mark: { type: 'point', filled: true, size: 60, color: palette.first, opacity: 1 } },
      {
        data: { values: labelled },
        mark: { type: 'text', align: 'left', dx: 9, dy: -9, fontWeight: 600, color: palette.first },
        encoding: { text: { field: 'words' } },
      },
    ],
    config: chartStyle(palette),
  };
}
