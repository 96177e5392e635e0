import { readFileSync } from 'node:fs';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

/** Enough for the longest run of a page on a machine that is busy with other tests. */
const PATIENCE_MS = 100_000;

/** A page of the explorer in a browser, with whatever it should never do. */
export interface OpenExplorer {
  readonly page: Page;
  readonly context: BrowserContext;
  /** The addresses that the page asked for, itself and the engine that it brings along left out. */
  readonly strayRequests: string[];
  /** Errors, what its policy refused, and windows that scripts opened. */
  readonly complaints: string[];
}

/** Opens a page of the explorer, in a context of its own, without the tour of newcomers. */
export async function openExplorer(
  browser: Browser,
  address: string,
  options: Parameters<Browser['newContext']>[0] = {},
): Promise<OpenExplorer> {
  const context = await browser.newContext({ acceptDownloads: true, ...options });
  context.setDefaultTimeout(PATIENCE_MS);
  const page = await context.newPage();
  const [strayRequests, complaints]: [string[], string[]] = [[], []];
  const own = address.replace(/#.*/, '');
  context.on('request', (request) => {
    const url = request.url();
    if (url.replace(/#.*/, '') !== own && !/^(blob|data):/.test(url)) strayRequests.push(url);
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('dialog', (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('popup', (popup) => complaints.push(`popup: ${popup.url()}`));
  await page.goto(address, { waitUntil: 'load' });
  return { page, context, strayRequests, complaints };
}

/** Waits until the page has played what it was asked for last. */
export async function untilPlayed(page: Page): Promise<void> {
  await expect
    .poll(
      async () => {
        const answer = page.getByRole('region', { name: 'What comes of it' });
        const isBusy = await answer.getAttribute('aria-busy');
        const played = page.getByRole('status', { name: 'Incidents played' });
        return (await played.count()) === 1 && isBusy === 'false' ? await played.innerText() : 'not yet';
      },
      { timeout: PATIENCE_MS, interval: 50 },
    )
    .toBe('100,000');
}

/** The table "Answer" as who does not see it is told: by the names of its rows, the cells. */
export async function answerOf(page: Page): Promise<Readonly<Record<string, readonly string[]>>> {
  const rows = page.getByRole('table', { name: 'Answer' }).getByRole('row');
  const told: Record<string, readonly string[]> = {};
  for (const row of await rows.all()) {
    const name = row.getByRole('rowheader');
    if ((await name.count()) === 0) continue;
    told[await name.innerText()] = await row.getByRole('cell').allInnerTexts();
  }
  return told;
}

/** Shows one of the ways to change the plan. */
export function showTab(page: Page, name: string): Promise<void> {
  return page.getByRole('tab', { name }).click();
}

/** The slider of a value, by its path in the scenario. */
export function sliderOf(page: Page, path: string): Locator {
  return page.getByRole('slider', { name: path, exact: true });
}

/** What the button "Export" hands out under these words. */
export async function exported(page: Page, words: string): Promise<string> {
  const menu = page.locator('details.menu');
  if ((await menu.getAttribute('open')) === null) await page.getByText('Export', { exact: true }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: words, exact: true }).click();
  return readFileSync(await (await download).path(), 'utf8');
}

/** Drops files on the page as from the desktop. */
export async function drop(page: Page, files: Readonly<Record<string, string>>): Promise<void> {
  const dropped = await page.evaluateHandle((texts) => {
    const transfer = new DataTransfer();
    for (const [name, text] of Object.entries(texts)) transfer.items.add(new File([text], name));
    return transfer;
  }, files);
  await page.locator('main').dispatchEvent('drop', { dataTransfer: dropped });
}
