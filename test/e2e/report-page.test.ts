import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findBrowser } from '../../src/cli/node-browser.js';
import { drillcast, temporaryFolder } from './drillcast.js';

const executablePath = findBrowser();
const FEW = ['--incidents', '1000', '--workers', '1'];

const TEXT = `<img src=x onerror="document.title='owned'"><script>document.title='owned'</script>[x](javascript:alert(1))`;

/** Whatever a file may name, named as somebody with bad intentions would. */
const SCENARIO = `drillcast: 1
name: ${JSON.stringify(TEXT)}
surfaces:
  db: { size: { value: 1 GiB, source: vendor, note: ${JSON.stringify(TEXT)} }, base-backup: { schedule: every 1d, takes: 30m } }
incidents: { loss: { frequency: 1 per year } }
runbook: { restore: { takes: { value: 1h to 3h, source: assumed, note: ${JSON.stringify(TEXT)} } } }
readiness: { tested: { asks: ${JSON.stringify(TEXT)}, answer: no, required: true } }
milestones: { service-reopened: restore, incident-closed: restore }
`;

const DRILL = `drill: 1
name: ${JSON.stringify(TEXT)}
kind: full-restore
began: 2026-01-01T00:00:00Z
environment: ${JSON.stringify(TEXT)}
achieved: { rto: 2h, rtt: 3h }
failures: [${JSON.stringify(TEXT)}]
note: ${JSON.stringify(TEXT)}
`;

describe.skipIf(executablePath === undefined)('the page of a review in a real browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: executablePath ?? '', args: ['--no-sandbox'] });
  });
  afterAll(() => browser.close());

  /** A page with what it asked for, what it complained of, and whether it opened anything. */
  async function opened(file: string, options: Parameters<Browser['newPage']>[0] = {}) {
    const page = await browser.newPage(options);
    const [requests, errors]: [string[], string[]] = [[], []];
    page.on('request', (request) => requests.push(request.url()));
    page.on('pageerror', (error) => errors.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text());
    });
    page.on('dialog', (dialog) => {
      errors.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    await page.goto(`file://${file}`, { waitUntil: 'load' });
    return { page, requests, errors };
  }

  test('runs nothing, follows nothing and fetches nothing that came from a file', async () => {
    const folder = temporaryFolder();
    const [scenario, drill, html] = ['s.yaml', 'd.yaml', 'r.html'].map((name) => join(folder, name));
    writeFileSync(scenario, SCENARIO);
    writeFileSync(drill, DRILL);
    const { code, stderr } = drillcast(['report', scenario, '--drills', drill, ...FEW, '--html', html]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const { page, requests, errors } = await opened(html);
    await page.waitForTimeout(500);
    expect(requests).toEqual([`file://${html}`]);
    expect(errors).toEqual([]);
    expect(await page.title()).toContain('<img src=x');
    expect(await page.locator('img, iframe, object, embed').count()).toBe(0);
    const links = await page.locator('a').evaluateAll((all) => all.map((link) => link.getAttribute('href')));
    expect(links.length).toBeGreaterThan(10);
    expect(links.filter((href) => !href?.startsWith('#'))).toEqual([]);
    expect(await page.locator('h1').innerText()).toContain('<script>');
    await page.close();
  });

  test('puts charts that answer to the pointer over the drawn ones, under a policy without eval', async () => {
    const html = join(temporaryFolder(), 'r.html');
    drillcast(['report', 'reference-r1', ...FEW, '--html', html]);
    const { page, errors } = await opened(html);
    const chart = page.locator('#figure-rto .chart');
    await chart.locator('svg.marks').waitFor();
    await chart.scrollIntoViewIfNeeded();
    const before = await chart.innerText();
    const box = await chart.locator('svg.marks').boundingBox();
    if (box === null) throw new Error('the chart is not to be seen');
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 5 });
    await expect.poll(() => chart.innerText()).toMatch(/\d% within \d/);
    expect(await chart.innerText()).not.toBe(before);
    expect(errors).toEqual([]);
    await page.close();
  });

  test('says the same without scripts', async () => {
    const html = join(temporaryFolder(), 'r.html');
    drillcast(['report', 'reference-r1', ...FEW, '--html', html]);
    const { page } = await opened(html, { javaScriptEnabled: false });
    expect(await page.locator('figure svg').count()).toBe(await page.locator('figure').count());
    expect(await page.getByRole('heading', { level: 2 }).count()).toBeGreaterThan(10);
    await page.close();
  });

  test.each([1440, 768, 390])('needs no scrolling to the side at %i pixels, in light and in dark', async (width) => {
    const html = join(temporaryFolder(), 'r.html');
    drillcast(['report', 'dalp-hot-cold', '--compare', 'dalp-hot-warm', ...FEW, '--html', html]);
    for (const colorScheme of ['light', 'dark'] as const) {
      const { page } = await opened(html, { viewport: { width, height: 900 }, colorScheme });
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
      await page.close();
    }
  });

  test('every chart is an image with words, and every heading stands in its order', async () => {
    const html = join(temporaryFolder(), 'r.html');
    drillcast(['report', 'dalp-hot-cold', ...FEW, '--html', html]);
    const { page } = await opened(html);
    const charts = page.locator('figure .chart');
    expect(await charts.evaluateAll((all) => all.filter((each) => each.getAttribute('role') !== 'img').length)).toBe(0);
    const labels = await charts.evaluateAll((all) => all.map((each) => each.getAttribute('aria-label')));
    expect(labels.length).toBeGreaterThan(8);
    expect(labels.filter((label) => label === null || label.length < 20)).toEqual([]);
    const levels = await page
      .locator('h1, h2, h3, h4')
      .evaluateAll((all) => all.map(({ tagName }) => Number(tagName[1])));
    expect(levels[0]).toBe(1);
    expect(levels.slice(1).every((level, place) => level <= levels[place] + 1)).toBe(true);
    await page.close();
  });
});
