import type { TopLevelSpec } from 'vega-lite';
import type { MetricSummary, Summary } from '../../study/summary.js';
import { chartStyle } from './chart-style.js';
import { countText } from '../count-text.js';
import { durationText, limitText } from '../../units/duration-text.js';
import { digits } from './digits.js';
import { durationAxis } from './duration-axis.js';
import type { Figure } from './figure.js';
import type { Layer } from './labelled-point.js';
import { LABEL_SIZE, labelledPoint, place } from './labelled-point.js';
import { limitWord, neverWords } from './metric-words.js';
import { placeLabels, type LabelSpot, type Pixel } from './place-labels.js';
import { risen } from './risen.js';
import type { MetricCurve } from '../metric-curve.js';
import { metricLabel, quantileLabel } from '../metric-label.js';
import { withHover } from './hover.js';
import type { Palette } from './palette.js';
import { printable } from '../printable.js';
import { shareText } from '../share-text.js';

const MARKED_QUANTILES = [
  { quantile: 'p50', share: 0.5, words: 'half' },
  { quantile: 'p95', share: 0.95, words: '95%' },
] as const;

/** A drill by one metric: what it achieved, or at least took when it was broken off. */
export interface DrawnDrill {
  readonly seconds: number;
  readonly isCensored: boolean;
  readonly name: string;
}

/**
 * "How often would service be back within …?": the share of incidents against time, on a logarithmic axis of human
 * durations, with the planning range as a band, each objective as a ring that the curve should pass above, and drills as
 * points on the axis.
 *
 * @param curve from `metricCurve`; a few hundred points, so that the chart stays small.
 */
export function exceedance(summary: Summary, curve: MetricCurve, drills: readonly DrawnDrill[] = []): Figure {
  const metric = summary.metrics[curve.metric];
  return {
    name: curve.metric,
    title: question(curve.metric),
    source: subtitle(summary),
    alternative: sentence(curve.metric, metric),
    table: {
      head: ['Within', 'Share of incidents'],
      rows: stepsOf(curve).map(({ value, share }) => [durationText(value), shareText(share)]),
    },
    draw: (palette) => drawn(curve, metric, drills, palette),
    live: (palette) =>
      withHover(drawn(curve, metric, drills, palette), [{ curve, color: palette.first, label: '' }], palette),
  };
}

const WIDTH = 640;
const HEIGHT = 320;

function drawn(
  curve: MetricCurve,
  metric: MetricSummary,
  drills: readonly DrawnDrill[],
  palette: Palette,
): TopLevelSpec {
  const from = curve.points[0].value;
  const to = curve.points[curve.points.length - 1].value;
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    width: WIDTH,
    height: HEIGHT,
    layer: [
      ...planningLayers(metric, palette),
      curveLayer(curve, from, to, palette),
      ...pointLayers(curve, metric, palette),
      ...drillLayers(drills, palette),
      ...neverLayers(curve.metric, metric, to, palette),
    ],
    config: chartStyle(palette),
  };
}

function sentence(name: string, { quantiles, objectives, planning, unrecoverable }: MetricSummary): string {
  const at = (value: number | null): string => (value === null ? 'no time' : durationText(value));
  return [
    `${metricLabel(name)}: half of the incidents ${limitWord(name)} ${at(quantiles.p50.value)}, 95% ${limitWord(name)} ${at(quantiles.p95.value)}`,
    ...(planning === null ? [] : [`${shareText(planning.within)} inside the planning range`]),
    ...objectives.map(
      ({ quantile, limit, verdict }) => `the objective ${quantileLabel(quantile)} ${limitText(limit)} is ${verdict}`,
    ),
    ...(unrecoverable === 0 ? [] : [neverWords(name, unrecoverable)]),
  ]
    .join(', ')
    .concat('.');
}

/** Every so many points of the curve stand in the table behind it. */
const TABLE_STRIDE = 20;

function stepsOf({ points }: MetricCurve): MetricCurve['points'] {
  return points.filter((_, place) => place % TABLE_STRIDE === 0);
}

function question(metric: string): string {
  if (metric === 'rto') return 'How often would service be back within …?';
  if (metric === 'rtt') return 'How often would the incident be closed within …?';
  if (metric === 'rpo') return 'How often would no more be lost than the last …?';
  return `How often would no more of ${printable(metric.slice('rpo.'.length))} be lost than the last …?`;
}

function subtitle({ incidentKinds, incidents, scenario }: Summary): string {
  const kinds = Object.keys(incidentKinds).map(printable).join(', ');
  return `Share of ${countText(incidents)} incidents (${kinds}), ${printable(scenario.name)}`;
}

const shareAxis = {
  field: 'share',
  type: 'quantitative' as const,
  scale: { domain: [0, 1] },
  axis: { values: [0, 0.25, 0.5, 0.75, 0.95, 1], format: '.0%', title: null },
};

function curveLayer({ points }: MetricCurve, from: number, to: number, palette: Palette): Layer {
  return {
    data: { values: risen(points).map(({ value, share }) => ({ seconds: digits(value), share: digits(share) })) },
    mark: { type: 'line', color: palette.first, strokeWidth: 2.5 },
    encoding: { x: durationAxis({ from, to }), y: shareAxis },
  };
}

function planningLayers({ planning }: MetricSummary, palette: Palette): readonly Layer[] {
  if (planning === null) return [];
  const { low, high, within } = planning;
  const data = {
    values: [
      { low, high, label: `planning range ${limitText(low)} to ${limitText(high)}: ${shareText(within)} of incidents` },
    ],
  };
  return [
    {
      data,
      mark: { type: 'rect', color: palette.band },
      encoding: { x: { field: 'low', type: 'quantitative' }, x2: { field: 'high' } },
    },
    {
      data,
      mark: { type: 'text', align: 'left', baseline: 'bottom', dy: -12, color: palette.soft, y: 0 },
      encoding: { x: { field: 'low', type: 'quantitative' }, text: { field: 'label' } },
    },
  ];
}

/** A point of the curve, or that it should reach, and what it says. */
interface TellingPoint {
  readonly seconds: number;
  readonly share: number;
  readonly filled: boolean;
  readonly color: string;
  /** In one line, and in two where there is not the room. */
  readonly lines: readonly [string, string];
  readonly sides: readonly ('left' | 'right')[];
}

/** Objectives as rings with a line down to their time, quantiles as points, and words beside both where there is room. */
function pointLayers(curve: MetricCurve, metric: MetricSummary, palette: Palette): readonly Layer[] {
  const objectives = objectivePoints(curve.metric, metric, palette);
  const points = [...objectives, ...quantilePoints(curve, metric, palette)];
  const placeOf = pixelOf(curve);
  const spots = placeLabels(
    points.map((point) => ({ at: placeOf({ value: point.seconds, share: point.share }), spots: spotsOf(point) })),
    { width: WIDTH, height: HEIGHT, size: LABEL_SIZE, lines: [curve.points.map(placeOf)] },
  );
  return [
    ...objectives.map(({ seconds, share, color }): Layer => ({
      data: { values: [{ seconds, share }] },
      mark: { type: 'rule', color, strokeDash: [4, 3] },
      encoding: { ...place, y2: { datum: 0 } },
    })),
    ...points.flatMap(({ seconds, share, filled, color }, i) =>
      labelledPoint({ seconds, share }, { filled, color, spot: spots[i], palette }),
    ),
  ];
}

/** Where a point of the curve is drawn. */
function pixelOf({ points }: MetricCurve): (point: MetricCurve['points'][number]) => Pixel {
  const [from, to] = [points[0].value, points[points.length - 1].value];
  return ({ value, share }) => ({
    x: (WIDTH * Math.log(value / from)) / Math.log(to / from),
    y: HEIGHT * (1 - share),
  });
}

/** Beside the point, then above or below, then in two lines, then at the foot of the line. */
function spotsOf({ sides, lines: [one, two], share, filled }: TellingPoint): readonly LabelSpot[] {
  const foot = HEIGHT * share - 14;
  return [
    ...sides.map((side) => ({ ...beside(side), text: one })),
    ...sides.map((side) => ({ ...beside(side), dy: side === 'left' ? -14 : 20, text: one })),
    ...sides.map((side) => ({ ...beside(side), text: two })),
    ...(filled ? [] : (['left', 'right'] as const).map((side) => ({ ...beside(side), dy: foot, text: one }))),
  ];
}

function beside(side: 'left' | 'right') {
  return side === 'left' ? ({ align: 'right', dx: -10, dy: -3 } as const) : ({ align: 'left', dx: 10, dy: 7 } as const);
}

/** P50 likes to be on the left, where nothing else is drawn; P95 away from the ring of an objective beside it. */
function quantilePoints(
  { metric: name, points }: MetricCurve,
  { quantiles, objectives }: MetricSummary,
  palette: Palette,
): readonly TellingPoint[] {
  const isMet = objectives.length > 0 && objectives.every(({ verdict }) => verdict === 'met');
  return MARKED_QUANTILES.flatMap(({ quantile, share, words }): readonly TellingPoint[] => {
    const { value } = quantiles[quantile];
    if (value === null) return [];
    const label = `${words} ${limitWord(name)} ${durationText(value)}`;
    const isLeft = quantile === 'p50' || isMet;
    return [
      {
        // What is shorter than the axis reaches is drawn where the curve rises on it.
        seconds: digits(Math.max(value, points[0].value)),
        share,
        filled: true,
        color: palette.first,
        lines: [label, label],
        sides: isLeft ? ['left', 'right'] : ['right', 'left'],
      },
    ];
  });
}

function objectivePoints(name: string, { objectives }: MetricSummary, palette: Palette): readonly TellingPoint[] {
  return objectives.map(({ quantile, limit, verdict, share }): TellingPoint => {
    const promise = `objective ${quantileLabel(quantile)} ${limitWord(name)} ${limitText(limit)}`;
    const found = `${verdict} (${shareText(share)})`;
    return {
      seconds: limit,
      share: quantile,
      filled: false,
      color: palette[verdict],
      lines: [`${promise}: ${found}`, `${promise}:\n${found}`],
      sides: verdict === 'met' ? ['right', 'left'] : ['left', 'right'],
    };
  });
}

/** On the axis, where the time is read; of one that was broken off an arrowhead. */
function drillLayers(drills: readonly DrawnDrill[], palette: Palette): readonly Layer[] {
  return ([false, true] as const).flatMap((isCensored): Layer[] => {
    const values = drills
      .filter((drill) => drill.isCensored === isCensored)
      .map(({ seconds }) => ({ seconds: digits(seconds), share: 0 }));
    const shape = isCensored ? 'triangle-right' : 'circle';
    const mark = { type: 'point', shape, filled: true, size: 64, opacity: 0.8, color: palette.drill } as const;
    return values.length === 0 ? [] : [{ data: { values }, mark, encoding: place }];
  });
}

/** From so many pixels on a gap has room for words. */
const ROOM_FOR_WORDS = 20;

/** What is missing to all of them, as a bracket at the end of the curve. */
function neverLayers(name: string, { unrecoverable }: MetricSummary, to: number, palette: Palette): readonly Layer[] {
  if (unrecoverable === 0) return [];
  const isInside = unrecoverable * HEIGHT >= ROOM_FOR_WORDS;
  const share = 1 - unrecoverable;
  const data = {
    values: [{ seconds: digits(to), share: digits(share), all: 1, label: neverWords(name, unrecoverable) }],
  };
  const words = { type: 'text', align: 'right', color: palette.missed, fontWeight: 600 } as const;
  return [
    {
      data,
      mark: { type: 'rule', color: palette.missed, strokeWidth: 3 },
      encoding: { ...place, y2: { field: 'all' } },
    },
    {
      data,
      mark: isInside
        ? { ...words, baseline: 'middle', dx: -9, dy: (-unrecoverable * HEIGHT) / 2 }
        : { ...words, baseline: 'bottom', dy: -26 },
      encoding: { ...place, text: { field: 'label' } },
    },
  ];
}
