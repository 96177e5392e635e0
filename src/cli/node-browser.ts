import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Refusal } from './refusal.js';

/** What browsers that print are called, on the path and where systems put them. */
const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'msedge'];
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** A page is printed within this time, or never. */
const PATIENCE_MS = 120_000;

/**
 * The browser that prints pages: what `DRILLCAST_BROWSER` names, else the first that is found; undefined for none.
 *
 * @throws Refusal when `DRILLCAST_BROWSER` names what is not there.
 */
export function findBrowser(environment: NodeJS.ProcessEnv = process.env): string | undefined {
  const { DRILLCAST_BROWSER: named, PATH = '' } = environment;
  if (named !== undefined && named !== '') {
    if (existsSync(named)) return named;
    throw new Refusal(`--pdf: DRILLCAST_BROWSER names ${named}, and there is no such file`);
  }
  const onPath = PATH.split(delimiter)
    .filter((folder) => folder !== '')
    .flatMap((folder) => NAMES.flatMap((name) => [join(folder, name), join(folder, `${name}.exe`)]));
  return [...onPath, ...PLACES].find((path) => existsSync(path));
}

/**
 * Prints a page as PDF in a browser without a window, which sees nothing but that page.
 *
 * @throws Refusal when the browser fails, with its last words.
 */
export function printInBrowser(browser: string, page: string): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'drillcast-print-'));
  try {
    const [html, pdf] = [join(folder, 'page.html'), join(folder, 'page.pdf')];
    writeFileSync(html, page);
    const { status, stderr, error } = spawnSync(browser, browserWords(folder, html, pdf), {
      encoding: 'utf8',
      timeout: PATIENCE_MS,
    });
    if (error !== undefined || status !== 0 || !existsSync(pdf)) {
      const last = error?.message ?? (stderr.trim().split('\n').at(-1) || `it ended with ${String(status)}`);
      throw new Refusal(`--pdf: ${browser} did not print the page: ${last}`);
    }
    return readFileSync(pdf);
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

function browserWords(folder: string, html: string, pdf: string): readonly string[] {
  // Its sandbox refuses to work for root, as in a container; the page has no script, and its policy lets it load nothing.
  const isRoot = process.getuid?.() === 0;
  return [
    '--headless',
    '--disable-gpu',
    '--no-first-run',
    '--disable-extensions',
    ...(isRoot ? ['--no-sandbox'] : []),
    `--user-data-dir=${join(folder, 'profile')}`,
    '--no-pdf-header-footer',
    `--print-to-pdf=${pdf}`,
    pathToFileURL(html).href,
  ];
}
