import * as vega from 'vega';
import type { Spec } from 'vega';
import { expressionInterpreter } from 'vega-interpreter';
import type { TopLevelSpec } from 'vega-lite';
import { compileSpec, measureWords } from '../../report/charts/render-svg.js';

/** A picture with what one needs to find one's way on it. */
export interface DrawnPicture {
  readonly svg: string;
  readonly size: { readonly width: number; readonly height: number };
  /** The area between the axes. */
  readonly plot: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
}

/**
 * A chart as SVG, drawn where there is no document. Expressions are interpreted, so that the page can forbid `eval`.
 *
 * @throws RangeError when the specification is not sound.
 */
export async function drawPicture(spec: TopLevelSpec): Promise<DrawnPicture> {
  const compiled: Spec = await compileSpec(spec);
  measureWords(vega);
  const view = new vega.View(vega.parse(compiled, undefined, { ast: true }), {
    renderer: 'none',
    expr: expressionInterpreter,
  });
  try {
    const svg = await view.toSVG();
    const [width, height] = numbersOf(/viewBox="0 0 ([\d.]+) ([\d.]+)"/, svg);
    const [x, y] = numbersOf(/<g[^>]*transform="translate\((-?[\d.]+),(-?[\d.]+)\)"/, svg);
    return { svg, size: { width, height }, plot: { x, y, width: view.width(), height: view.height() } };
  } finally {
    view.finalize();
  }
}

function numbersOf(pattern: RegExp, svg: string): readonly [number, number] {
  const found = pattern.exec(svg);
  if (found === null) throw new RangeError(`drawPicture: the drawing has no ${String(pattern)}`);
  return [Number(found[1]), Number(found[2])];
}
