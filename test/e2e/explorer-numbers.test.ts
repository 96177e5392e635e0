import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findBrowser } from '../../src/cli/node-browser.js';
import { drillcast } from './drillcast.js';
import { answerOf, exported, openExplorer, sliderOf, untilPlayed, type OpenExplorer } from './explorer-browser.js';

const executablePath = findBrowser();
const AS_THE_PAGE = ['--incidents', '100000', '--seed', '1'];
const SLIDER = 'surfaces.object-storage.replication.every';

const SHIPPED = readdirSync('scenarios', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.yaml') && !name.startsWith('drills'))
  .map((name) => name.replace(/\.yaml$/, '').replaceAll('\\', '/'))
  .sort();

/** Where the terminal's columns of P50 and P95 end, and how wide they are. */
const [P50_ENDS, P95_ENDS, COLUMN] = [44, 71, 9];

/** What the command line prints of RTO, RPO and RTT as the page shows it: P50 and P95, each with how far it may be off. */
function printedAnswer(text: string): Readonly<Record<string, readonly string[]>> {
  const lines = text.split('\n');
  const printed: Record<string, readonly string[]> = {};
  for (const name of ['RTO', 'RPO', 'RTT']) {
    const place = lines.findIndex((line) => line.startsWith(`  ${name}   `));
    printed[name] = [P50_ENDS, P95_ENDS].map((end) =>
      [lines[place], lines[place + 1]]
        .map((line) => line.slice(end - COLUMN, end).trim())
        .join(' ')
        .trim(),
    );
  }
  return printed;
}

/** The first two columns of the page's table: P50 and P95. */
async function shownAnswer(page: Page): Promise<Readonly<Record<string, readonly string[]>>> {
  return Object.fromEntries(Object.entries(await answerOf(page)).map(([name, cells]) => [name, cells.slice(0, 2)]));
}

describe.skipIf(executablePath === undefined)('The numbers of the explorer are those of the command line', () => {
  let browser: Browser;
  let folder: string;
  let file: string;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: executablePath ?? '', args: ['--no-sandbox'] });
    folder = mkdtempSync(join(tmpdir(), 'drillcast-e2e-'));
    file = join(folder, 'explorer.html');
    expect(drillcast(['explore', 'reference-r1', '--out', file])).toMatchObject({ code: 0, stderr: '' });
  });
  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** What a run of the same incidents prints, and its JSON. */
  function run(scenario: string, cwd = process.cwd()): { readonly text: string; readonly json: string } {
    const target = join(folder, 'result.json');
    const { code, stdout, stderr } = drillcast(['run', scenario, ...AS_THE_PAGE, '--json', target], cwd);
    expect(code, stderr).toBe(0);
    return { text: stdout, json: readFileSync(target, 'utf8') };
  }

  describe('for what comes with Drillcast', () => {
    let opened: OpenExplorer;
    beforeAll(async () => {
      opened = await openExplorer(browser, `file://${file}`);
    });
    afterAll(() => opened.context.close());

    test.each(SHIPPED)('%s', async (name) => {
      const { page, complaints, strayRequests } = opened;
      await page.getByRole('combobox', { name: 'Scenario', exact: true }).selectOption(name);
      await untilPlayed(page);
      const { text, json } = run(name);
      expect(await shownAnswer(page)).toEqual(printedAnswer(text));
      expect(await exported(page, 'Result as JSON')).toBe(json);
      expect({ complaints, strayRequests }).toEqual({ complaints: [], strayRequests: [] });
    });

    test('all of them can be chosen', async () => {
      const options = opened.page.getByRole('combobox', { name: 'Scenario', exact: true }).getByRole('option');
      expect((await options.allInnerTexts()).map((text) => text.trim()).sort()).toEqual(SHIPPED);
    });
  });

  test('after a slider has moved, and when the link is opened elsewhere, and for two plans compared', async () => {
    const { page } = await openExplorer(browser, `file://${file}`);
    await page.getByRole('combobox', { name: 'Scenario', exact: true }).selectOption('dalp-hot-cold');
    await untilPlayed(page);
    const before = await shownAnswer(page);
    await page.getByRole('button', { name: 'Pin as variant' }).click();
    const slider = sliderOf(page, SLIDER);
    expect(await slider.getAttribute('aria-valuetext')).toBe('6h');
    await slider.focus();
    await page.keyboard.press('End');
    await untilPlayed(page);
    const [after, value] = [await shownAnswer(page), await slider.getAttribute('aria-valuetext')];
    expect(after).not.toEqual(before);
    expect(value).not.toBe('6h');

    // The text as it stands in the page, under the name that the page knows it by.
    const text = await exported(page, 'Scenario as YAML');
    writeFileSync(join(folder, 'dalp-hot-cold'), text);
    const played = run('dalp-hot-cold', folder);
    expect(after).toEqual(printedAnswer(played.text));
    expect(await exported(page, 'Result as JSON')).toBe(played.json);
    expect(drillcast(['run', 'dalp-hot-cold', ...AS_THE_PAGE, '--json', '-']).stdout).not.toBe(played.json);

    const verdict = page.getByRole('region', { name: 'Comparison' }).locator('p').first();
    await expect.poll(() => verdict.innerText(), { timeout: 60_000 }).toMatch(/\(B\)/);
    const shipped = join(process.cwd(), 'scenarios/dalp-hot-cold.yaml');
    const { stdout } = drillcast(['compare', shipped, 'dalp-hot-cold', ...AS_THE_PAGE], folder);
    expect(inOneLine(stdout)).toContain(inOneLine(await verdict.innerText()));

    await expect.poll(() => page.url(), { timeout: 20_000 }).toContain('#');
    await page.waitForTimeout(1000);
    const elsewhere = await openExplorer(browser, page.url());
    await untilPlayed(elsewhere.page);
    expect(await shownAnswer(elsewhere.page)).toEqual(after);
    expect(await sliderOf(elsewhere.page, SLIDER).getAttribute('aria-valuetext')).toBe(value);
    const told = elsewhere.page.getByRole('region', { name: 'Comparison' }).locator('p').first();
    await expect.poll(() => told.innerText(), { timeout: 60_000 }).toBe(await verdict.innerText());
    expect(await exported(elsewhere.page, 'Result as JSON')).toBe(played.json);

    await page.getByRole('button', { name: 'Undo' }).click();
    await untilPlayed(page);
    expect(await shownAnswer(page)).toEqual(before);
    await page.getByRole('button', { name: 'Redo' }).click();
    await untilPlayed(page);
    expect(await shownAnswer(page)).toEqual(after);
  });
});

function inOneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
