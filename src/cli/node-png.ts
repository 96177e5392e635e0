import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** The faces that charts are set in; Arimo is as wide as Arial and Helvetica, letter by letter. */
const FACES = ['400Regular/Arimo_400Regular.ttf', '600SemiBold/Arimo_600SemiBold.ttf', '700Bold/Arimo_700Bold.ttf'];

/** Pixels for each unit of the drawing, so that it is sharp on paper. */
const SCALE = 2;

/**
 * Makes PNG of SVG, the same bytes on every machine: the fonts come along, and none of the machine's is looked at
 * ([decision 13](../../docs/decisions/0013-charts-are-drawn-without-a-browser.md)).
 *
 * What it needs is loaded at the first call: it is large, and most runs make none.
 */
export async function pngMaker(): Promise<(svg: string) => Uint8Array> {
  const { initWasm, Resvg } = await import('@resvg/resvg-wasm');
  const { resolve } = createRequire(import.meta.url);
  loaded ??= initWasm(readFileSync(resolve('@resvg/resvg-wasm/index_bg.wasm')));
  await loaded;
  const fontBuffers = FACES.map((face) => new Uint8Array(readFileSync(resolve(`@expo-google-fonts/arimo/${face}`))));
  return (svg) => {
    const drawing = new Resvg(svg, {
      fitTo: { mode: 'zoom', value: SCALE },
      font: { fontBuffers, defaultFontFamily: 'Arimo', sansSerifFamily: 'Arimo' },
    });
    try {
      return drawing.render().asPng();
    } finally {
      drawing.free();
    }
  };
}

/** It may be loaded once only. */
let loaded: Promise<unknown> | undefined;
