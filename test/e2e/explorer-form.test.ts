import { resolve } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findBrowser } from '../../src/cli/node-browser.js';

const executablePath = findBrowser();

/** The page of `npm run build`, opened on the hot-cold scenario. */
const PAGE = `file://${resolve('dist/explorer/index.html')}`;

describe.skipIf(executablePath === undefined)('The form of the explorer in a real browser', () => {
  let browser: Browser;
  let page: Page;
  const errors: string[] = [];
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: executablePath ?? '', args: ['--no-sandbox'] });
    page = await browser.newPage();
    page.on('pageerror', (error) => errors.push(error.message));
    await page.goto(PAGE);
    await page.getByRole('tab', { name: 'Form' }).click();
  });
  afterAll(() => browser.close());

  const form = () => page.getByRole('region', { name: 'Form' });
  const field = (path: string) => form().getByLabel(path, { exact: true });
  const open = async (...names: string[]): Promise<void> => {
    for (const name of names) {
      const box = form().locator('details', {
        has: page.locator(`:scope > summary b`, { hasText: new RegExp(`^${name}$`) }),
      });
      await box.last().locator(':scope > summary').click();
    }
  };
  const text = async (): Promise<string> => {
    await page.getByRole('tab', { name: 'YAML' }).click();
    const lines = await page.locator('.cm-content').innerText();
    await page.getByRole('tab', { name: 'Form' }).click();
    return lines;
  };
  const commit = async (path: string, value: string): Promise<void> => {
    await field(path).fill(value);
    await field(path).press('Enter');
  };

  test('makes what is closed only when it is opened, and says where a value comes from', async () => {
    expect(await form().locator('input').count()).toBeLessThan(10);
    await open('people', 'engineers');
    expect(await field('people.engineers.count').inputValue()).toBe('2');
    await open('surfaces', 'postgresql', 'base-backup');
    expect(await field('surfaces.postgresql.base-backup.schedule').inputValue()).toBe('0 2 * * *');
    const inherited = form().locator('.field', {
      has: page.getByLabel('surfaces.postgresql.base-backup.schedule', { exact: true }),
    });
    expect(await inherited.innerText()).toContain('from patterns/hot-cold');
    expect(await inherited.innerText()).toContain('vendor · base backup daily, kept 30 days');
  });

  test('writes what is entered, and takes it back to the pattern', async () => {
    const path = 'surfaces.postgresql.base-backup.schedule';
    await commit(path, 'every 6h');
    expect(await text()).toContain('schedule: every 6h');
    await form()
      .getByRole('button', { name: `Back to the pattern: ${path}` })
      .click();
    expect(await field(path).inputValue()).toBe('0 2 * * *');
    expect(await text()).not.toContain('every 6h');
  });

  test('says under the field what the reader says of it', async () => {
    const path = 'people.engineers.count';
    await commit(path, 'many');
    await page.locator(`[aria-label="${path}"][aria-invalid=true]`).waitFor();
    expect(await form().locator('.wrong').innerText()).toContain('"many"');
    expect(await page.getByRole('list', { name: 'Problems' }).innerText()).toContain('"many"');
    await commit(path, '3');
    await page.locator(`[aria-label="${path}"][aria-invalid=false]`).waitFor();
  });

  test('finds values by their words, and gives one a slider', async () => {
    await form().getByRole('searchbox').fill('transfers rate');
    const status = form().getByRole('status').first();
    expect(await status.innerText()).toMatch(/values have these words/);
    const pin = form()
      .getByRole('button', { name: /^Pin as slider: runbook/ })
      .last();
    const path = ((await pin.getAttribute('aria-label')) ?? '').replace('Pin as slider: ', '');
    await pin.click();
    await page.getByRole('tab', { name: 'Sliders' }).click();
    expect(await page.getByRole('slider', { name: path, exact: true }).count()).toBe(1);
    await page.getByRole('tab', { name: 'Form' }).click();
  });

  test('adds an entry by its name, and one of the keys that it can have', async () => {
    await form().getByRole('searchbox').fill('');
    await open('links');
    await field('Name of a new entry of links').fill('9');
    await field('Name of a new entry of links').press('Enter');
    expect(await form().innerText()).toContain('A name begins with a letter');
    await field('Name of a new entry of links').fill('wan');
    await field('Name of a new entry of links').press('Enter');
    await field('Add to links.wan').selectOption('rate');
    expect(await field('links.wan.rate').inputValue()).toBe('400 MiB/s');
    expect(errors).toEqual([]);
  });
});
