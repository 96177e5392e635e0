import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { standalone } from '../report/charts/figure.js';
import { LIGHT, THEMED } from '../report/charts/palette.js';
import { compileSpec, renderSvg } from '../report/charts/render-svg.js';
import { figuresOf, type ReviewDocument } from '../review/document/review-document.js';
import { renderReviewMarkdown } from '../review/render-review-markdown.js';
import { renderReviewPage, type LiveCharts } from '../review/render-review-page.js';
import { Refusal } from './refusal.js';
import type { World } from './world.js';

/** Where a review goes, and how. */
export interface ReviewTargets {
  readonly html: string | undefined;
  readonly markdown: string | undefined;
  readonly json: string | undefined;
  readonly pdf: string | undefined;
  readonly charts: string | undefined;
  /** Whether the charts of the page answer to the pointer. */
  readonly live: boolean;
}

/**
 * A review takes a minute: what would be lost at its end is refused at its beginning.
 *
 * @returns the browser that prints; undefined when nothing is to be printed.
 * @throws Refusal when a target could not be written, or there is nothing to print with.
 */
export function requireReviewTargets(
  { html, markdown, json, pdf, charts }: ReviewTargets,
  { files, press }: World,
): string | undefined {
  if (html === '-') throw new Refusal('--html: expected a file, found -', 'write "--html review.html"');
  if (pdf === '-') throw new Refusal('--pdf: expected a file, found -', 'write "--pdf review.pdf"');
  if (charts === '-') throw new Refusal('--charts: expected a folder, found -', 'write "--charts ./charts"');
  if (markdown === '-' && json === '-') throw new Refusal('report: only one of --markdown and --json can be -');
  for (const target of [html, markdown, json, pdf, charts === undefined ? undefined : join(charts, 'rto.svg')]) {
    if (target !== undefined && target !== '-') files.requireWritable(target);
  }
  if (pdf === undefined) return undefined;
  const browser = press.findBrowser();
  if (browser !== undefined) return browser;
  throw new Refusal(
    '--pdf: neither Chromium nor Chrome nor Edge was found to print with',
    'install one, name its path in DRILLCAST_BROWSER, or print the page of --html yourself',
  );
}

/**
 * Writes a review in the forms that were asked for; as Markdown on standard output where none was.
 *
 * @param record the JSON of the review.
 * @param browser that prints.
 * @throws Refusal when a file cannot be written.
 */
export async function writeReview(
  document: ReviewDocument,
  { html, markdown, json, pdf, charts, live }: ReviewTargets,
  { record, browser, world }: { readonly record: string; readonly browser: string | undefined; readonly world: World },
): Promise<void> {
  const isUnaimed = [html, markdown, json, pdf, charts].every((target) => target === undefined);
  if (markdown !== undefined || isUnaimed) put(markdown ?? '-', renderReviewMarkdown(document), world);
  if (json !== undefined) put(json, record, world);
  if (html !== undefined || pdf !== undefined) {
    const drawn = await drawnCharts(document);
    if (html !== undefined) {
      const program = live ? world.press.liveProgram() : undefined;
      const enlivened = program === undefined ? undefined : await liveCharts(document, program);
      world.files.write(html, renderReviewPage(document, { charts: drawn, live: enlivened }));
    }
    // On paper nothing answers to a pointer.
    if (pdf !== undefined && browser !== undefined) {
      world.files.write(pdf, [world.press.print(browser, renderReviewPage(document, { charts: drawn }))]);
    }
  }
  if (charts !== undefined) await writeCharts(document, charts, world);
}

function put(target: string, text: string, { stdout, files }: World): void {
  if (target === '-') stdout.write(text);
  else files.write(target, text);
}

/** Each chart as SVG, in colours that the page decides. */
async function drawnCharts(document: ReviewDocument): Promise<ReadonlyMap<string, string>> {
  const drawn = new Map<string, string>();
  for (const { name, draw } of figuresOf(document)) drawn.set(name, await renderSvg(draw(THEMED)));
  return drawn;
}

async function liveCharts(document: ReviewDocument, program: string): Promise<LiveCharts> {
  const charts = new Map<string, string>();
  for (const { name, live } of figuresOf(document)) {
    if (live !== undefined) charts.set(name, JSON.stringify(await compileSpec(live(THEMED))));
  }
  return { program, sha256: createHash('sha256').update(program).digest('base64'), charts };
}

/** Each chart as it stands alone: its specification, as SVG and as PNG. */
async function writeCharts(document: ReviewDocument, folder: string, { files, press }: World): Promise<void> {
  const toPng = await press.pngMaker();
  for (const figure of figuresOf(document)) {
    const spec = standalone(figure, LIGHT);
    const svg = await renderSvg(spec);
    files.write(join(folder, `${figure.name}.vl.json`), `${JSON.stringify(spec, null, 1)}\n`);
    files.write(join(folder, `${figure.name}.svg`), svg);
    files.write(join(folder, `${figure.name}.png`), [toPng(svg)]);
  }
}
