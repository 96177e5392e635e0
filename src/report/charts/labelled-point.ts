import type { TopLevelSpec } from 'vega-lite';
import type { Palette } from './palette.js';

/** One layer of a layered Vega-Lite chart. */
export type Layer = Extract<TopLevelSpec, { layer: unknown }>['layer'][number];

/** Where a mark stands by its own data. */
export const place = {
  x: { field: 'seconds', type: 'quantitative' },
  y: { field: 'share', type: 'quantitative' },
} as const;

/** A point that says itself what it is, so that no legend is needed. */
export function labelledPoint(
  point: { readonly seconds: number; readonly share: number; readonly label: string },
  { filled, color, side, palette }: { filled: boolean; color: string; side: 'left' | 'right'; palette: Palette },
): readonly Layer[] {
  const data = { values: [point] };
  const beside =
    side === 'left' ? ({ align: 'right', dx: -10, dy: -3 } as const) : ({ align: 'left', dx: 10, dy: 7 } as const);
  const words = { ...beside, baseline: 'middle', fontWeight: 600 } as const;
  const label = { ...place, text: { field: 'label' } } as const;
  return [
    { data, mark: { type: 'point', filled, color, size: 60, strokeWidth: 2, opacity: 1 }, encoding: place },
    // The ground beneath, so that the words stay readable where they cross a line.
    { data, mark: { type: 'text', ...words, stroke: palette.ground, strokeWidth: 4 }, encoding: label },
    { data, mark: { type: 'text', ...words, color }, encoding: label },
  ];
}
