import type { TopLevelSpec } from 'vega-lite';
import type { MetricSummary, Summary } from '../study/summary.js';
import { CHART_STYLE, INK } from './chart-style.js';
import { countText } from './count-text.js';
import { durationText, limitText } from '../units/duration-text.js';
import { durationTicks } from './duration-ticks.js';
import type { Layer } from './labelled-point.js';
import { labelledPoint, place } from './labelled-point.js';
import type { MetricCurve } from './metric-curve.js';
import { quantileLabel } from './metric-label.js';
import { printable } from './printable.js';
import { shareText } from './share-text.js';

const MARKED_QUANTILES = [
  { quantile: 'p50', share: 0.5, words: 'half' },
  { quantile: 'p95', share: 0.95, words: '95%' },
] as const;

/**
 * A Vega-Lite chart that answers "how often would service be back within …?": the share of incidents against
 * time, on a logarithmic axis of human durations, with the planning range as a band and each objective as a ring
 * that the curve should pass above.
 *
 * @param curve from `metricCurve`; a few hundred points, so that the chart stays small.
 */
export function metricChart(summary: Summary, curve: MetricCurve): TopLevelSpec {
  const metric = summary.metrics[curve.metric];
  const from = curve.points[0].value;
  const to = curve.points[curve.points.length - 1].value;
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    title: { text: question(curve.metric), subtitle: subtitle(summary) },
    width: 640,
    height: 320,
    layer: [
      ...planningLayers(metric),
      curveLayer(curve, from, to),
      ...quantileLayers(curve.metric, metric),
      ...objectiveLayers(curve.metric, metric),
      ...unrecoverableLayers(metric, to),
    ],
    config: CHART_STYLE,
  };
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

const timeAxis = (from: number, to: number) => {
  const ticks = durationTicks({ from, to });
  const labels = Object.fromEntries(ticks.map(({ seconds, label }) => [seconds, label]));
  return {
    field: 'seconds',
    type: 'quantitative' as const,
    scale: { type: 'log' as const, domain: [from, to], nice: false },
    axis: {
      values: ticks.map(({ seconds }) => seconds),
      labelExpr: `${JSON.stringify(labels)}[datum.value]`,
      title: null,
    },
  };
};

const shareAxis = {
  field: 'share',
  type: 'quantitative' as const,
  scale: { domain: [0, 1] },
  axis: { values: [0, 0.25, 0.5, 0.75, 0.95, 1], format: '.0%', title: null },
};

function curveLayer({ points }: MetricCurve, from: number, to: number): Layer {
  return {
    data: { values: points.map(({ value, share }) => ({ seconds: digits(value), share: digits(share) })) },
    mark: { type: 'line', color: INK.curve, strokeWidth: 2.5, interpolate: 'monotone' },
    encoding: { x: timeAxis(from, to), y: shareAxis },
  };
}

function planningLayers({ planning }: MetricSummary): readonly Layer[] {
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
      mark: { type: 'rect', color: INK.band },
      encoding: { x: { field: 'low', type: 'quantitative' }, x2: { field: 'high' } },
    },
    {
      data,
      mark: { type: 'text', align: 'left', baseline: 'bottom', dy: -12, color: INK.quiet, y: 0 },
      encoding: { x: { field: 'low', type: 'quantitative' }, text: { field: 'label' } },
    },
  ];
}

/** P50 to the left of its point, where nothing else is drawn; P95 away from the ring of an objective beside it. */
function quantileLayers(name: string, { quantiles, objectives }: MetricSummary): readonly Layer[] {
  const isMet = objectives.length > 0 && objectives.every(({ verdict }) => verdict === 'met');
  return MARKED_QUANTILES.flatMap(({ quantile, share, words }) => {
    const { value } = quantiles[quantile];
    if (value === null) return [];
    const label = `${words} ${limitWord(name)} ${durationText(value)}`;
    const side = quantile === 'p50' || isMet ? 'left' : 'right';
    return labelledPoint({ seconds: digits(value), share, label }, { filled: true, color: INK.curve, side });
  });
}

function objectiveLayers(name: string, { objectives }: MetricSummary): readonly Layer[] {
  return objectives.flatMap(({ quantile, limit, verdict, share }) => {
    const promise = `${quantileLabel(quantile)} ${limitWord(name)} ${limitText(limit)}`;
    const point = { seconds: limit, share: quantile, label: `objective ${promise}: ${verdict} (${shareText(share)})` };
    const color = INK[verdict];
    return [
      {
        data: { values: [point] },
        mark: { type: 'rule', color, strokeDash: [4, 3] },
        encoding: { ...place, y2: { datum: 0 } },
      },
      ...labelledPoint(point, { filled: false, color, side: verdict === 'met' ? 'right' : 'left' }),
    ];
  });
}

function unrecoverableLayers({ unrecoverable }: MetricSummary, to: number): readonly Layer[] {
  if (unrecoverable === 0) return [];
  const label = `${shareText(unrecoverable)} never recover`;
  const data = { values: [{ seconds: to, share: 1 - unrecoverable, label }] };
  return [
    { data, mark: { type: 'rule', color: INK.missed, strokeDash: [1, 3] }, encoding: { y: place.y } },
    {
      data,
      mark: { type: 'text', align: 'right', baseline: 'bottom', dy: -6, color: INK.missed, fontWeight: 600 },
      encoding: { ...place, text: { field: 'label' } },
    },
  ];
}

/** How a limit reads: a recovery ends within a time, a loss is at most a time. */
function limitWord(metric: string): 'within' | 'at most' {
  return metric.startsWith('rpo') ? 'at most' : 'within';
}

/** Six digits draw the same picture in half the text. */
function digits(value: number): number {
  return Number(value.toPrecision(6));
}
