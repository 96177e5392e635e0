import type { TopLevelSpec } from 'vega-lite';
import type { Palette } from './palette.js';
import type { LabelSpot } from './place-labels.js';

/** One layer of a layered Vega-Lite chart. */
export type Layer = Extract<TopLevelSpec, { layer: unknown }>['layer'][number];

/** Where a mark stands by its own data. */
export const place = {
  x: { field: 'seconds', type: 'quantitative' },
  y: { field: 'share', type: 'quantitative' },
} as const;

/** The size of the type of a label, in pixels. */
export const LABEL_SIZE = 12;

/** A point that says itself what it is, so that no legend is needed. */
export function labelledPoint(
  { seconds, share }: { readonly seconds: number; readonly share: number },
  { filled, color, spot, palette }: { filled: boolean; color: string; spot: LabelSpot; palette: Palette },
): readonly Layer[] {
  const data = { values: [{ seconds, share }] };
  const mark = { type: 'point', filled, color, size: 60, strokeWidth: 2, opacity: 1 } as const;
  return [{ data, mark, encoding: place }, ...labelLayers({ seconds, share }, { color, spot, palette })];
}

/** Words beside a point, with the ground beneath, so that they stay readable where they cross a line. */
export function labelLayers(
  point: { readonly seconds: number; readonly share: number },
  { color, spot, palette }: { color: string; spot: LabelSpot; palette: Palette },
): readonly Layer[] {
  const { text, ...beside } = spot;
  const data = { values: [{ ...point, label: text }] };
  const words = { ...beside, baseline: 'middle', fontWeight: 600, lineBreak: '\n' } as const;
  const label = { ...place, text: { field: 'label' } } as const;
  return [
    { data, mark: { type: 'text', ...words, stroke: palette.ground, strokeWidth: 4 }, encoding: label },
    { data, mark: { type: 'text', ...words, color }, encoding: label },
  ];
}
