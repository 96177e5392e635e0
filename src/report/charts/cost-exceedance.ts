import type { TopLevelSpec } from 'vega-lite';
import type { YearsSummary } from '../../study/years/years-summary.js';
import { countText } from '../count-text.js';
import { moneyText } from '../money-text.js';
import { printable } from '../printable.js';
import { shareText } from '../share-text.js';
import { chartStyle } from './chart-style.js';
import { digits } from './digits.js';
import type { Figure } from './figure.js';
import { LABEL_SIZE, type Layer } from './labelled-point.js';
import type { Palette } from './palette.js';
import { placeLabels, type LabelSpot } from './place-labels.js';

interface Point {
  readonly cost: number;
  readonly probability: number;
}

/** Probabilities whose amounts are told on the curve itself, and how often that is. */
const LABELLED: ReadonlyMap<number, string> = new Map([
  [0.5, '1 year in 2'],
  [0.1, '1 in 10'],
  [0.01, '1 in 100'],
]);
const WIDTH = 600;
const HEIGHT = 240;

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
  const costs = values.map(({ cost }) => cost);
  const [from, to] = [Math.min(...costs), Math.max(...costs)];
  // Years that all cost much the same have no need of a logarithm.
  const domain: readonly [number, number] = from === to ? [from * 0.9, to * 1.1] : [from, to];
  const ticks = moneyTicks(domain);
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    width: WIDTH,
    height: HEIGHT,
    encoding: {
      x: {
        field: 'cost',
        type: 'quantitative',
        scale: { type: 'log', domain: [...domain], nice: false },
        axis: {
          title: null,
          values: [...ticks],
          labelExpr: `${JSON.stringify(Object.fromEntries(ticks.map((tick) => [tick, moneyText(tick)])))}[datum.value]`,
        },
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
      ...tellingLayers(values, domain, palette),
    ],
    config: chartStyle(palette),
  };
}

/** What one year in two, in ten and in a hundred costs more than, beside the curve. */
function tellingLayers(
  values: readonly Point[],
  [from, to]: readonly [number, number],
  palette: Palette,
): readonly Layer[] {
  const pixel = ({ cost, probability }: Point) => ({
    x: (WIDTH * Math.log(cost / from)) / Math.log(to / from),
    y: HEIGHT * (1 - probability),
  });
  const told = values.filter(({ probability }) => LABELLED.has(probability));
  const spots = placeLabels(
    told.map((point) => {
      const text = `${LABELLED.get(point.probability) ?? ''}: more than ${moneyText(point.cost)}`;
      const rows = [-12, -26, -40, 14].flatMap((dy): LabelSpot[] => [
        { align: 'left', dx: 9, dy, text },
        { align: 'right', dx: -9, dy, text },
      ]);
      return { at: pixel(point), spots: rows };
    }),
    { width: WIDTH, height: HEIGHT, size: LABEL_SIZE, lines: [stairs(values).map(pixel)] },
  );
  return told.flatMap((point, i): Layer[] => {
    const { text, ...beside } = spots[i];
    const data = { values: [{ ...point, words: text }] };
    return [
      { data, mark: { type: 'point', filled: true, size: 60, color: palette.first, opacity: 1 } },
      {
        data,
        mark: { type: 'text', ...beside, baseline: 'middle', fontWeight: 600, color: palette.first },
        encoding: { text: { field: 'words' } },
      },
    ];
  });
}

/** Places along the treads, which the points alone leave out. */
function stairs(values: readonly Point[]): readonly Point[] {
  return values.flatMap((point, i) => {
    const next = values[Math.min(i + 1, values.length - 1)];
    return Array.from({ length: 50 }, (_, place) => ({
      cost: point.cost * (next.cost / point.cost) ** (place / 50),
      probability: point.probability,
    }));
  });
}

/** Round amounts on the axis, 1, 2 and 5 of each power of ten, and at most six of them. */
function moneyTicks([from, to]: readonly [number, number]): readonly number[] {
  const all = Array.from({ length: 16 }, (_, power) => [1, 2, 5].map((digit) => Number(`${digit}e${power}`))).flat();
  const inside = all.filter((tick) => tick >= from && tick <= to);
  const stride = Math.ceil(inside.length / 6);
  return inside.length === 0 ? [from, to] : inside.filter((_, place) => place % stride === 0);
}
