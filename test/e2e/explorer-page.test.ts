import { writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { findBrowser } from '../../src/cli/node-browser.js';
import { drillcast, temporaryFolder } from './drillcast.js';
import { serving } from './explorer-server.js';
import { answerOf, drop, openExplorer, showTab, sliderOf, untilPlayed } from './explorer-browser.js';

const executablePath = findBrowser();
const SLIDER = 'surfaces.postgresql.base-backup.schedule';

const TEXT = `<img src=x onerror="document.title='owned'"><script>document.title='owned'</script>[x](javascript:alert(1))`;

/** Whatever a file may name, named as somebody with bad intentions would; keys become steps, surfaces, people, checks. */
const HOSTILE = `drillcast: 1
name: ${JSON.stringify(TEXT)}
timezone: Europe/Brussels
objectives: { rto: { p95: 2h } }
people: { staff: { count: 1 } }
surfaces:
  db: { size: { value: 1 GiB, source: vendor, note: ${JSON.stringify(TEXT)} }, base-backup: { schedule: every 1d, takes: 30m, keep: 3 backups } }
incidents: { loss: { frequency: 1 per year } }
runbook: { restore: { needs: staff, takes: { value: 1h to 3h, source: assumed, note: ${JSON.stringify(TEXT)} } } }
readiness: { tested: { asks: ${JSON.stringify(TEXT)}, answer: no, required: true } }
milestones: { service-reopened: restore, incident-closed: restore }
`;

const HOSTILE_DRILL = `drill: 1
name: ${JSON.stringify(TEXT)}
kind: full-restore
began: 2026-01-01T00:00:00Z
environment: ${JSON.stringify(TEXT)}
achieved: { rto: 2h, rtt: 3h }
note: ${JSON.stringify(TEXT)}
`;

const BROKEN = `drillcast: 1
name: ${JSON.stringify(TEXT)}
surfaces:
  ${JSON.stringify(TEXT)}: { size: 90 min }
incidents: { loss: {} }
runbook: { restore: { takes: soon } }
milestones: { service-reopened: restore, incident-closed: restart }
`;

describe.skipIf(executablePath === undefined)('The page of the explorer in a real browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: executablePath ?? '', args: ['--no-sandbox'] });
  });
  afterAll(() => browser.close());

  /** A page with these files written out. */
  function written(files: Readonly<Record<string, string>>, argv: readonly string[]): string {
    const folder = temporaryFolder();
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    const { code, stderr } = drillcast(['explore', ...argv, '--out', 'explorer.html'], folder);
    expect(code, stderr).toBe(0);
    return `file://${join(folder, 'explorer.html')}`;
  }

  /** What a text from a file would leave behind, had it become more than text. */
  async function tracesOf(page: Page) {
    return {
      isOwned: (await page.title()).includes('owned'),
      scripts: await page.locator('script:not([id])').count(),
      handlers: await page.locator('[onerror], [onload], [onclick]').count(),
      images: await page.locator('img[src="x"], iframe, object, embed').count(),
      links: await page.locator('a[href^="javascript"]').count(),
    };
  }
  const NO_TRACES = { isOwned: false, scripts: 1, handlers: 0, images: 0, links: 0 };

  test('runs nothing and fetches nothing that came from a file, whatever is looked at', async () => {
    const files = { 'plan.yaml': HOSTILE, 'drill.yaml': HOSTILE_DRILL };
    const { page, complaints, strayRequests } = await openExplorer(
      browser,
      written(files, ['plan.yaml', '--drills', 'drill.yaml']),
    );
    await untilPlayed(page);
    await page.getByRole('button', { name: 'Pin as variant' }).click();
    for (const tab of await page.getByRole('tab').all()) {
      await tab.click();
      expect(await tracesOf(page)).toEqual(NO_TRACES);
    }
    await drop(page, { 'broken.yaml': BROKEN, [`${TEXT.replaceAll('/', '')}.yaml`]: HOSTILE });
    await page.getByRole('list', { name: 'Problems' }).waitFor();
    expect(await tracesOf(page)).toEqual(NO_TRACES);
    expect({ complaints, strayRequests }).toEqual({ complaints: [], strayRequests: [] });
    // Were it ever put into the page as HTML, it would be seen here, and still not run.
    await page.evaluate((html) => {
      document.body.insertAdjacentHTML('beforeend', html);
    }, TEXT);
    expect(await tracesOf(page)).toEqual({ ...NO_TRACES, scripts: 2, handlers: 1, images: 1 });
    expect(complaints.join('\n')).toContain('Content Security Policy');
  });

  test('lets neither itself nor its engine ask anybody for anything', async () => {
    const visits: string[] = [];
    const server = createServer((socket) => {
      visits.push('somebody came');
      socket.destroy();
    });
    onTestFinished(() => void server.close());
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    const address = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`;
    const { page } = await openExplorer(browser, written({}, ['reference-r1']));
    await untilPlayed(page);
    const attempt = (to: string) =>
      fetch(to).then(
        () => 'fetched',
        (error: unknown) => (error instanceof TypeError ? 'refused' : String(error)),
      );
    expect(await page.evaluate(attempt, address)).toBe('refused');
    const workers = page.workers();
    expect(workers.length).toBeGreaterThan(0);
    for (const worker of workers) expect(await worker.evaluate(attempt, address)).toBe('refused');
    expect(visits).toEqual([]);
    // The browser itself could: it is the policy that refuses.
    const free = await browser.newPage();
    await free.goto(address).catch(() => undefined);
    expect(visits.length).toBeGreaterThan(0);
  });

  test('is the same when it is served, keeps the plan over a reload, and does not keep the program', async () => {
    const { address, interrupted } = await serving(['reference-r1', '--no-open']);
    const { page, complaints, strayRequests } = await openExplorer(browser, address);
    await untilPlayed(page);
    const answer = await answerOf(page);
    const mailed = await openExplorer(browser, written({}, ['reference-r1']));
    await untilPlayed(mailed.page);
    expect(await answerOf(mailed.page)).toEqual(answer);

    await expect.poll(() => page.url(), { timeout: 20_000 }).toContain('#');
    const before = page.url();
    await sliderOf(page, SLIDER).focus();
    await page.keyboard.press('Home');
    await untilPlayed(page);
    const moved = await answerOf(page);
    expect(moved).not.toEqual(answer);
    await expect.poll(() => page.url(), { timeout: 20_000 }).not.toBe(before);
    await page.reload();
    await untilPlayed(page);
    expect(await answerOf(page)).toEqual(moved);
    expect({ complaints, strayRequests }).toEqual({ complaints: [], strayRequests: [] });
    expect(await interrupted()).toEqual({ code: 0, signal: null });
  });

  test('shows a broken file that is dropped as lint does: line, column and caret', async () => {
    const { page } = await openExplorer(browser, written({}, ['reference-r1']));
    await untilPlayed(page);
    const answer = await answerOf(page);
    await drop(page, { 'broken.yaml': BROKEN });
    const problems = page.getByRole('list', { name: 'Problems' }).getByRole('listitem');
    await expect.poll(() => problems.count(), { timeout: 20_000 }).toBeGreaterThan(1);
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'broken.yaml'), BROKEN);
    const { stdout } = drillcast(['lint', 'broken.yaml'], folder);
    expect(stdout).toContain('^^^^^^');
    expect((await problems.allTextContents()).join('\n\n')).toBe(stdout.trimEnd());
    // Mended in the editor, it is played.
    await showTab(page, 'YAML');
    const editor = page.getByRole('textbox', { name: 'Scenario as YAML' });
    await editor.click();
    await page.keyboard.press('Control+a');
    await page.keyboard.insertText(HOSTILE);
    await expect.poll(() => page.getByRole('list', { name: 'Problems' }).count(), { timeout: 20_000 }).toBe(0);
    await untilPlayed(page);
    expect(await answerOf(page)).not.toEqual(answer);
  });

  test('shows a first picture soon after a slider has moved', async () => {
    const { page } = await openExplorer(browser, written({}, ['dalp-hot-cold']));
    await untilPlayed(page);
    const slider = sliderOf(page, SLIDER);
    await slider.focus();
    const times: number[] = [];
    for (const key of ['ArrowLeft', 'ArrowLeft', 'ArrowRight', 'ArrowLeft', 'ArrowRight', 'ArrowRight', 'ArrowLeft']) {
      await page.keyboard.press(key);
      await untilPlayed(page);
      times.push(Number.parseInt(await page.getByRole('status', { name: 'First picture' }).innerText(), 10));
    }
    const [fastest, , , median, , , slowest] = [...times].sort((one, other) => one - other).map(String);
    console.log(`from slider to first picture: median ${median} ms, from ${fastest} to ${slowest} ms`);
    // A tenth of a second is meant; the machine of a gate has other things to do.
    expect(Number(median)).toBeLessThan(3000);
  });

  test('needs no scrolling to the side on desktop, tablet and phone, in light and in dark', async () => {
    const { page } = await openExplorer(browser, written({}, ['dalp-hot-cold']));
    await untilPlayed(page);
    await page.getByRole('button', { name: 'Pin as variant' }).click();
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      for (const width of [1440, 768, 390]) {
        await page.setViewportSize({ width, height: 900 });
        for (const tab of await page.getByRole('tab').all()) {
          await tab.click();
          await untilPlayed(page);
          const scrolled = await page.evaluate('document.documentElement.scrollWidth');
          expect([width, colorScheme, await tab.innerText(), scrolled]).toEqual([
            ...[width, colorScheme, await tab.innerText(), width],
          ]);
        }
      }
    }
  });
});
