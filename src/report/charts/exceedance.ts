import type { TopLevelSpec } from 'vega-lite';
import type { MetricSummary, Summary } from '../../study/summary.js';
import { chartStyle } from './chart-style.js';
import { countText } from '../count-text.js';
import { durationText, limitText } from '../../units/duration-text.js';
import { digits } from './digits.js';
import { durationAxis } from './duration-axis.js';
import type { Figure } from './figure.js';
import type { Layer } from './labelled-point.js';
import { labelledPoint, place } from './labelled-point.js';
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
    width: 640,
    height: 320,
    layer: [
      ...planningLayers(metric, palette),
      curveLayer(curve, from, to, palette),
      ...quantileLayers(curve.metric, metric, palette),
      ...objectiveLayers(curve.metric, metric, palette),
      ...drillLayers(drills, palette),
      ...unrecoverableLayers(metric, to, palette),
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
    ...(unrecoverable === 0 ? [] : [`${shareText(unrecoverable)} never recover`]),
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
    data: { values: points.map(({ value, share }) => ({ seconds: digits(value), share: digits(share) })) },
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

/** P50 to the left of its point, where nothing else is drawn; P95 away from the ring of an objective beside it. */
function quantileLayers(name: string, { quantiles, objectives }: MetricSummary, palette: Palette): readonly Layer[] {
  const isMet = objectives.length > 0 && objectives.every(({ verdict }) => verdict === 'met');
  return MARKED_QUANTILES.flatMap(({ quantile, share, words }) => {
    const { value } = quantiles[quantile];
    if (value === null) return [];
    const label = `${words} ${limitWord(name)} ${durationText(value)}`;
    const side = quantile === 'p50' || isMet ? 'left' : 'right';
    return labelledPoint(
      { seconds: digits(value), share, label },
      { filled: true, color: palette.first, side, palette },
    );
  });
}

function objectiveLayers(name: string, { objectives }: MetricSummary, palette: Palette): readonly Layer[] {
  return objectives.flatMap(({ quantile, limit, verdict, share }) => {
    const promise = `${quantileLabel(quantile)} ${limitWord(name)} ${limitText(limit)}`;
    const point = { seconds: limit, share: quantile, label: `objective ${promise}: ${verdict} (${shareText(share)})` };
    const color = palette[verdict];
    return [
      {
        data: { values: [point] },
        mark: { type: 'rule', color, strokeDash: [4, 3] },
        encoding: { ...place, y2: { datum: 0 } },
      },
      ...labelledPoint(point, { filled: false, color, side: verdict === 'met' ? 'right' : 'left', palette }),
    ];
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

function unrecoverableLayers({ unrecoverable }: MetricSummary, to: number, palette: Palette): readonly Layer[] {
  if (unrecoverable === 0) return [];
  const label = `${shareText(unrecoverable)} never recover`;
  const data = { values: [{ seconds: to, share: 1 - unrecoverable, label }] };
  return [
    { data, mark: { type: 'rule', color: palette.missed, strokeDash: [1, 3] }, encoding: { y: place.y } },
    {
      data,
      mark: { type: 'text', align: 'right', baseline: 'bottom', dy: -26, color: palette.missed, fontWeight: 600 },
      encoding: { ...place, text: { field: 'label' } },
    },
  ];
}

/** How a limit reads: a recovery ends within a time, a loss is at most a time. */
function limitWord(metric: string): 'within' | 'at most' {
  return metric.startsWith('rpo') ? 'at most' : 'within';
}
