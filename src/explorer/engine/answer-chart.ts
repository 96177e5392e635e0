import type { TopLevelSpec } from 'vega-lite';
import type { MetricCurve } from '../../report/metric-curve.js';
import { metricCurve } from '../../report/metric-curve.js';
import { digits } from '../../report/charts/digits.js';
import { exceedance, type DrawnDrill } from '../../report/charts/exceedance.js';
import { place, type Layer } from '../../report/charts/labelled-point.js';
import { THEMED, type Palette } from '../../report/charts/palette.js';
import { equalRatioEdges } from '../../statistics/bin-edges.js';
import { empiricalDistribution } from '../../statistics/empirical-distribution.js';
import type { RunSamples } from '../../study/run-samples.js';
import type { Summary } from '../../study/summary.js';
import { drawPicture } from './draw.js';
import type { Drawing, DrawnMetric } from './protocol.js';

/** What a picture of the answer is drawn from. */
export interface AnswerShown {
  readonly summary: Summary;
  readonly samples: RunSamples;
  readonly metric: DrawnMetric;
  readonly drills: readonly DrawnDrill[];
  /** Of what is pinned, to be seen behind. */
  readonly ghost: RunSamples | undefined;
  /** In pixels. */
  readonly width: number;
}

/** Seconds at both ends of an axis. */
export interface Frame {
  readonly from: number;
  readonly to: number;
}

const POINTS = 320;
/** On a narrower picture there is no room for words; they stand in the table of the answer. */
const WORDY_FROM = 520;
const PADDING = { left: 56, right: 24, top: 48, bottom: 32 } as const;

/**
 * The share of incidents against time, as in a report, with what is pinned behind it.
 *
 * @param held the axis of the picture before: it is only made longer, so that nothing moves but the answer.
 */
export async function answerChart(shown: AnswerShown, held: Frame | undefined): Promise<Drawing> {
  const { summary, samples, metric, drills, ghost, width } = shown;
  const frame = wider(frameOf(metricCurve(summary, samples, metric)), held);
  const curve = curveOver(samples, metric, frame);
  const figure = exceedance(summary, curve, drills);
  const behind = ghost === undefined ? [] : ghostLayers(curveOver(ghost, metric, frame), THEMED);
  const spec = withLayers(figure.draw(THEMED), (layers) =>
    behindTheCurve(behind, width < WORDY_FROM ? layers.filter(isNoText) : layers),
  );
  const drawn = await drawPicture({
    ...spec,
    width: width - PADDING.left - PADDING.right,
    // The plot is where it was, whatever is said beside it: only the answer moves.
    autosize: 'none',
    padding: PADDING,
  });
  return {
    ...drawn,
    title: figure.title,
    alternative: figure.alternative,
    table: figure.table,
    domain: frame,
    points: curve.points,
  };
}

function frameOf({ points }: MetricCurve): Frame {
  return { from: points[0].value, to: points[points.length - 1].value };
}

function wider(frame: Frame, held: Frame | undefined): Frame {
  return held === undefined ? frame : { from: Math.min(frame.from, held.from), to: Math.max(frame.to, held.to) };
}

function curveOver(samples: RunSamples, metric: string, frame: Frame): MetricCurve {
  const places = equalRatioEdges({ ...frame, bins: POINTS - 1 });
  return { metric, points: empiricalDistribution(samples.histogram(metric, places)) };
}

function withLayers(spec: TopLevelSpec, change: (layers: readonly Layer[]) => readonly Layer[]): TopLevelSpec {
  return { ...spec, layer: [...change((spec as { readonly layer: readonly Layer[] }).layer)] };
}

/** On the bands, and under everything else. */
function behindTheCurve(layers: readonly Layer[], others: readonly Layer[]): readonly Layer[] {
  const first = others.findIndex((layer) => markOf(layer) === 'line');
  return [...others.slice(0, first), ...layers, ...others.slice(first)];
}

function isNoText(layer: Layer): boolean {
  return markOf(layer) !== 'text';
}

function markOf(layer: Layer): string | undefined {
  const { mark } = layer as { readonly mark?: string | { readonly type: string } };
  return typeof mark === 'object' ? mark.type : mark;
}

function ghostLayers({ points }: MetricCurve, palette: Palette): readonly Layer[] {
  const values = points.map(({ value, share }) => ({ seconds: digits(value), share: digits(share) }));
  const middle = points.find(({ share }) => share >= 0.75);
  const label = middle === undefined ? [] : [{ seconds: digits(middle.value), share: digits(middle.share) }];
  return [
    {
      data: { values },
      mark: { type: 'line', color: palette.second, strokeWidth: 1.75, strokeDash: [5, 4] },
      encoding: place,
    },
    {
      data: { values: label },
      mark: { type: 'text', align: 'right', dx: -8, color: palette.second, fontWeight: 600 },
      encoding: { ...place, text: { value: 'pinned' } },
    },
  ];
}
