import type { TopLevelSpec } from 'vega-lite';
import type { Palette } from './palette.js';

/** A chart that answers one question: its picture, and what it says to those who do not see it. */
export interface Figure {
  /** What its files go by: of small letters, digits and hyphens, unique in a report. */
  readonly name: string;
  /** The question that it answers. */
  readonly title: string;
  /** What it is drawn from, for a picture that stands alone. */
  readonly source: string;
  /** The answer in words, with its numbers. */
  readonly alternative: string;
  /** The numbers that are drawn. */
  readonly table: { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] };
  /** The picture as a Vega-Lite specification without title, in the colours of a palette. */
  readonly draw: (palette: Palette) => TopLevelSpec;
  /** The same picture that answers to the pointer; absent where that would not help. */
  readonly live?: (palette: Palette) => TopLevelSpec;
}

/** The picture as it stands alone in a file: with its question above it. */
export function standalone({ title, source, draw }: Figure, palette: Palette): TopLevelSpec {
  return { ...draw(palette), title: { text: title, subtitle: source } };
}
