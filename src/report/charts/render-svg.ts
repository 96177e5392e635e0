import type { Spec as VegaSpec } from 'vega';
import type { TopLevelSpec } from 'vega-lite';
import { lineWidth } from './letter-widths.js';

/** Vega's log, made strict: what it would only remark on is a mistake in our specification. */
const strictLog = {
  level: () => strictLog,
  warn: (...words: readonly unknown[]) => refuse(words),
  error: (...words: readonly unknown[]) => refuse(words),
  info: () => strictLog,
  debug: () => strictLog,
};

function refuse(words: readonly unknown[]): never {
  throw new RangeError(`renderSvg: ${words.map(String).join(' ')}`);
}

/**
 * A chart as SVG text, the same for the same specification; no canvas and no browser are needed.
 *
 * Vega is loaded when the first chart is drawn: it is large, and most runs draw none.
 *
 * @throws RangeError when Vega finds anything to remark on in the specification.
 */
export async function renderSvg(spec: TopLevelSpec): Promise<string> {
  const [vega, compiled] = await Promise.all([import('vega'), compileSpec(spec)]);
  measureWords(vega);
  const view = new vega.View(vega.parse(compiled), { renderer: 'none', logger: strictLog });
  try {
    return await view.toSVG();
  } finally {
    view.finalize();
  }
}

/** Lets Vega measure words by the widths of our letters, and not by a guess, where there is no screen. */
export function measureWords(vega: object): void {
  const { textMetrics } = vega as { readonly textMetrics: TextMetrics };
  textMetrics.width = widthOf;
}

/** What Vega measures words by; it exports it without a type. */
interface TextMetrics {
  width: (item: TextItem, line: string | number) => number;
}

interface TextItem {
  readonly fontSize?: number;
  readonly fontWeight?: number | string;
}

const USUAL_SIZE = 11;

function widthOf({ fontSize = USUAL_SIZE, fontWeight }: TextItem, line: string | number): number {
  return lineWidth(String(line), { size: fontSize, isBold: fontWeight === 'bold' || Number(fontWeight) >= 600 });
}

/**
 * A chart in the grammar of Vega, which a page can play without Vega-Lite.
 *
 * @throws RangeError when Vega-Lite finds anything to remark on in the specification.
 */
export async function compileSpec(spec: TopLevelSpec): Promise<VegaSpec> {
  const { compile } = await import('vega-lite');
  return compile(spec, { logger: strictLog }).spec;
}
