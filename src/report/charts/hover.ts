import type { TopLevelSpec } from 'vega-lite';
import { durationText } from '../../units/duration-text.js';
import type { MetricCurve } from '../metric-curve.js';
import { shareText } from '../share-text.js';
import { digits } from './digits.js';
import { place, type Layer } from './labelled-point.js';
import type { Palette } from './palette.js';

/** A curve that tells its numbers under the pointer, and in which colour. */
export interface HoveredCurve {
  readonly curve: MetricCurve;
  readonly color: string;
  /** Before its numbers: the letter of a scenario; empty for a curve that is alone. */
  readonly label: string;
}

/**
 * A chart of curves over durations that answers to the pointer: the nearest point of a curve, and how often it has been
 * reached by then.
 */
export function withHover(spec: TopLevelSpec, curves: readonly HoveredCurve[], palette: Palette): TopLevelSpec {
  const data = { values: curves.flatMap(pointsOf) };
  const transform = [{ filter: { param: 'hover', empty: false } }];
  const color = { field: 'color', type: 'nominal' as const, scale: null };
  const words = { type: 'text', align: 'left', dx: 9, dy: 14, fontWeight: 700 } as const;
  const layers: readonly Layer[] = [
    {
      data,
      // What is pointed at must be there, though it is not to be seen.
      params: [{ name: 'hover', select: { type: 'point', on: 'pointermove', nearest: true, clear: 'pointerout' } }],
      mark: { type: 'point', opacity: 0, size: 1 },
      encoding: place,
    },
    { data, transform, mark: { type: 'point', filled: true, opacity: 1, size: 80 }, encoding: { ...place, color } },
    // The ground beneath, so that the words stay readable where they cross a line.
    {
      data,
      transform,
      mark: { ...words, stroke: palette.ground, strokeWidth: 5 },
      encoding: { ...place, text: { field: 'words' } },
    },
    { data, transform, mark: words, encoding: { ...place, color, text: { field: 'words' } } },
  ];
  return { ...spec, layer: [...(spec as { readonly layer: readonly Layer[] }).layer, ...layers] };
}

function pointsOf({ curve, color, label }: HoveredCurve) {
  return curve.points.map(({ value, share }) => ({
    seconds: digits(value),
    share: digits(share),
    words: `${label}${shareText(share)} within ${durationText(value)}`,
    color,
  }));
}
