/** What a cell shows below itself: charts and tables in the style of the reports, the same bytes on every run. */
import { display } from 'tslab';
import { chartStyle } from '../dist/report/charts/chart-style.js';
import { LIGHT } from '../dist/report/charts/palette.js';
import { renderSvg } from '../dist/report/charts/render-svg.js';

/** In a notebook a chart stands between paragraphs: a smaller title, and axes that say what they count. */
const BASE = chartStyle(LIGHT);
const STYLE = {
  ...BASE,
  title: { ...BASE.title, fontSize: 16 },
  axis: { ...BASE.axis, titleColor: LIGHT.soft, titleFontSize: 12, titleFontWeight: 'normal', titlePadding: 10 },
};

/**
 * Without a browser Vega only guesses how wide words are, and would stretch the picture by its guess; so the frame is
 * fixed, with room for a title above, an axis with its title at two sides, and labels at the right.
 */
const FRAME = { width: 560, autosize: 'none', padding: { left: 110, right: 100, top: 96, bottom: 56 } };

/** Shows a Vega-Lite chart. Coordinates are kept to a hundredth of a pixel, which is more than a screen can show. */
export async function showChart(spec: object): Promise<void> {
  const svg = await renderSvg({ ...FRAME, config: STYLE, ...spec } as Parameters<typeof renderSvg>[0]);
  display.svg(svg.replace(/\d+\.\d{3,}/g, (digits) => String(Number(Number(digits).toFixed(2)))));
}

/** Shows a table, its first column to the left and the others to the right. */
export function showTable(header: readonly string[], rows: readonly (readonly string[])[]): void {
  const rule = header.map((_, column) => (column === 0 ? ':--' : '--:'));
  display.markdown([header, rule, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n'));
}
