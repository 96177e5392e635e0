import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { SECTION_NAMES } from '../../src/review/document/review-document.js';
import { findBrowser } from '../../src/cli/node-browser.js';
import type { Summary } from '../../src/study/summary.js';
import { durationText } from '../../src/units/duration-text.js';
import { drillcast, MAIN, temporaryFolder } from './drillcast.js';

const FEW = ['--incidents', '1000', '--workers', '1'];
const DRILLS = 'scenarios/drills/postgres-pgbackrest';

describe('drillcast report', () => {
  test('prints Markdown where no file is named, with every section that there is something for', () => {
    const { code, stdout, stderr } = drillcast(['report', 'postgres-pgbackrest-drills', ...FEW, '--drills', DRILLS]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^# Disaster recovery review: /);
    expect(stdout.match(/^## .*/gm)).toEqual([
      '## The answer',
      '## Planned, forecast, proven',
      '## What drives it, and what to do first',
      '## The runbook, in a typical and in a bad incident',
      '## The incidents considered',
      '## Protection, surface by surface',
      '## Readiness',
      '## What the answer rests on',
      '## What a year costs',
      '## Method, definitions and limits',
      '## How to get the same again',
      '## Sign-off',
    ]);
    expect(stdout).toContain('### What 27 drills showed');
    expect(stdout).not.toMatch(/\bundefined\b|\bNaN\b|\[object|&#x|\\[:*]|succeeds in 1\b/);
  });

  test('writes page, Markdown and record; the record tells the next review what changed and why', () => {
    const folder = temporaryFolder();
    const [html, markdown, json] = ['r.html', 'r.md', 'r.json'].map((name) => join(folder, name));
    const first = ['report', 'dalp-hot-cold', '--compare', 'dalp-hot-warm', ...FEW];
    const { code, stdout } = drillcast([...first, '--html', html, '--markdown', markdown, '--json', json]);
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
    const page = readFileSync(html, 'utf8');
    for (const name of SECTION_NAMES) {
      expect(page.includes(`<section id="${name}"`)).toBe(name !== 'changes' && name !== 'sizing');
    }
    const words = page.replaceAll(/<script[^>]*>.*?<\/script>/gs, '');
    expect(/\bundefined\b|\bNaN\b|\[object/.exec(words)).toBeNull();
    expect(page + readFileSync(markdown, 'utf8')).not.toContain(folder);

    const isRecord = new Ajv2020({ strict: false, validateFormats: false }).compile(
      JSON.parse(drillcast(['schema', 'review']).stdout) as object,
    );
    const record = JSON.parse(readFileSync(json, 'utf8')) as object;
    expect(isRecord(record)).toBe(true);
    expect(isRecord({ ...record, settings: { a: 1 } })).toBe(false);

    const same = drillcast(['report', 'dalp-hot-cold', ...FEW, '--since', json]).stdout;
    expect(same).toContain('The scenario says the same as then.');
    expect(same).toMatch(/\| RTO \| (\S+) \| \1 \| 0s \|/);

    const edited = join(folder, 'edited.yaml');
    writeFileSync(edited, 'drillcast: 1\nextends: dalp-hot-cold\npeople: { engineers: { count: 3 } }\n');
    const changed = drillcast(['report', edited, ...FEW, '--since', json]).stdout;
    expect(changed).toContain('| `people.engineers.count` | 2 | 3 |');
    expect(changed).not.toContain(folder);
  }, 120_000);

  test('holds the scenario against every other one that is named, together or one by one, and gives the command for it', () => {
    const [charts, on] = [join(temporaryFolder(), 'charts'), join(temporaryFolder(), 'on.yaml')];
    writeFileSync(
      on,
      'drillcast: 1\nextends: dalp-hot-cold\nname: On call\npeople: { custody-officer: { hours: always, holidays: [] } }\n',
    );
    const words = ['report', 'dalp-hot-cold', ...FEW, '--markdown', '-', '--charts', charts];
    const { stdout } = drillcast([...words, '--compare', 'dalp-hot-warm', '--compare', on]);
    expect(stdout).toContain('### C against A: On call');
    expect(stdout).toMatch(/^drillcast report dalp-hot-cold .*--compare dalp-hot-warm --compare on\.yaml/m);
    const names = readdirSync(charts).filter((name) => name.startsWith('difference') && name.endsWith('.svg'));
    // What is lost does not differ with an officer on call, so that there is nothing to draw.
    expect(names.sort()).toEqual(['difference-b-rpo.svg', 'difference-b-rto.svg', 'difference-c-rto.svg']);
    expect(drillcast([...words, '--compare', 'dalp-hot-warm', on]).stdout).toBe(stdout);
  }, 120_000);

  test('is of the day that is said, judges readiness on it, and of today where none is', () => {
    const late = drillcast(['report', 'dalp-hot-cold', ...FEW, '--as-of', '2029-01-01']).stdout;
    expect(late).toContain('- **Day of the review:** 2029-01-01');
    expect(late).toContain('**This plan is not ready, whatever the distributions say.**');
    expect(late).toMatch(
      /^\*\*The plan is not ready\.\*\* \d of 8 checks are met on the day of the review, 2029-01-01\.$/m,
    );
    expect(late).toMatch(/^The numbers are of the period from 2027-01-01 on .* `restore-tested`/m);
    const today = drillcast(['report', 'reference-r1', ...FEW]).stdout;
    const day = /Day of the review:\*\* (\S+)/.exec(today)?.[1] ?? '';
    // The day may change while it is written, and is another one east of here.
    expect(Math.abs(Date.parse(day) - Date.now())).toBeLessThan(2 * 86_400_000);
    expect(today.replaceAll('\\\n', '')).toContain(`--as-of ${day} `);
  }, 120_000);

  test('holds what a sizing found, with its frontier, and says when it was of another scenario', () => {
    const size = join(temporaryFolder(), 'size.json');
    const vary = [
      '--vary',
      'runbook.declare.takes=15m|5h',
      '--meet',
      'p95(rto) <= 24h',
      '--vary',
      'costs.storage=0.01/GiB/month|1/GiB/month',
    ];
    expect(drillcast(['size', 'dalp-hot-cold', ...vary, '--incidents', '1024', '--json', size]).code).toBe(0);
    const { stdout, stderr } = drillcast(['report', 'dalp-hot-cold', ...FEW, '--sizing', size]);
    expect(stderr).toBe('');
    expect(stdout).toContain('## What keeps the promises at the lowest cost');
    expect(stdout).toMatch(/From size\.json: 4 combinations, .* were asked to keep p95\(rto\) <= 24h\./);
    expect(stdout).toMatch(/--sizing size\.json/);
    expect(stdout).not.toContain('It was made of another state');
    const other = drillcast(['report', 'reference-r1', ...FEW, '--sizing', size]).stdout;
    expect(other).toContain('**It was made of another state of the scenario** than the one under review');
  }, 120_000);

  test('tells one P95 of a metric, though what drives it is found on fewer incidents', () => {
    const [html, json] = ['r.html', 'r.json'].map((name) => join(temporaryFolder(), name));
    const words = ['report', 'reference-r1', '--incidents', '6000', '--workers', '1', '--no-live'];
    expect(drillcast([...words, '--html', html, '--json', json])).toMatchObject({ code: 0 });
    const page = readFileSync(html, 'utf8');
    expect(page).toContain('on the first 4,096 of the 6,000 incidents');
    const { result } = JSON.parse(readFileSync(json, 'utf8')) as { result: Summary };
    for (const metric of ['rto', 'rpo', 'rtt']) {
      const label = `P95 of ${metric.toUpperCase()}`;
      const told = [...page.matchAll(new RegExp(`${label}(?::| is)? (\\d[\\d.]*[smhd])`, 'g'))].map(([, p95]) => p95);
      expect(told.length).toBeGreaterThanOrEqual(2);
      expect(new Set(told)).toEqual(new Set([durationText(result.metrics[metric].quantiles.p95.value ?? 0)]));
    }
  });

  test('reads a result of "run" too, and says that it does not tell why', () => {
    const json = join(temporaryFolder(), 'run.json');
    drillcast(['run', 'reference-r1', ...FEW, '--json', json]);
    const { code, stdout } = drillcast(['report', 'reference-r1', ...FEW, '--since', json]);
    expect(code).toBe(0);
    expect(stdout).toContain('Why it moved is not known');
  });

  test.each([
    [['--html', '-'], '--html: expected a file, found -'],
    [['--markdown', '-', '--json', '-'], 'only one of --markdown and --json'],
    [['--as-of', '2026-02-30'], '--as-of: expected a day'],
    [['--since', 'package.json'], 'expected a result of the format drillcast-result/1, found none'],
    [['--drills', 'package.json'], 'package.json:1'],
    [['--sizing', 'package.json'], 'package.json: expected a sizing of the format drillcast-sizing/1, found none'],
    [['--compare', 'nowhere'], 'nowhere: there is no such file'],
    [['--html', '/proc/nowhere/r.html'], 'cannot write /proc/nowhere'],
  ])('refuses %j before anything is played', (words, complaint) => {
    const { code, stdout, stderr } = drillcast(['report', 'reference-r1', ...FEW, ...words]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(complaint);
  });

  test('writes every chart as specification, SVG and PNG, and the template of a house into the page', () => {
    const folder = temporaryFolder();
    const [charts, template, html] = ['charts', 'house.yaml', 'r.html'].map((name) => join(folder, name));
    const logo = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>';
    writeFileSync(join(folder, 'logo.svg'), logo);
    writeFileSync(
      template,
      'review: 1\norganisation: Example Bank\nlogo: { file: logo.svg, alternative: Our logo }\ntitles: { answer: For the board }\n',
    );
    const words = ['--charts', charts, '--template', template, '--html', html, '--no-live'];
    const { code, stderr } = drillcast(['report', 'reference-r1', ...FEW, ...words]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const names = readdirSync(charts);
    for (const name of [
      'planned-forecast-proven',
      'rto',
      'rpo',
      'rtt',
      'timeline-p50',
      'timeline-p95',
      'surface-ages',
    ]) {
      expect(names).toEqual(expect.arrayContaining([`${name}.vl.json`, `${name}.svg`, `${name}.png`]));
    }
    const png = readFileSync(join(charts, 'rto.png'));
    expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
    expect(png.readUInt32BE(16)).toBeGreaterThan(1000);
    expect(png.length).toBeGreaterThan(20_000);
    const page = readFileSync(html, 'utf8');
    expect(page).toContain('For the board</h2>');
    expect(page).toContain(`src="data:image/svg+xml;base64,${Buffer.from(logo).toString('base64')}" alt="Our logo"`);
    expect(page).not.toMatch(/<script/);
  });

  test('says that there is nothing to print with before it plays anything', () => {
    const { PATH: _path, ...env } = process.env;
    const words = [MAIN, 'report', 'reference-r1', '--pdf', 'nowhere.pdf'];
    const { status, stderr } = spawnSync(process.execPath, words, {
      env: { ...env, DRILLCAST_BROWSER: '/nowhere/browser' },
      encoding: 'utf8',
    });
    expect(status).toBe(2);
    expect(stderr).toContain('DRILLCAST_BROWSER names /nowhere/browser');
  });

  test.skipIf(findBrowser() === undefined)('prints PDF', () => {
    const pdf = join(temporaryFolder(), 'r.pdf');
    expect(drillcast(['report', 'reference-r1', ...FEW, '--pdf', pdf])).toMatchObject({ code: 0, stdout: '' });
    const text = readFileSync(pdf).toString('latin1');
    expect(text.startsWith('%PDF-')).toBe(true);
    expect(text.match(/\/Type \/Page\b/g)?.length).toBeGreaterThan(5);
  });

  test('leaves an earlier page as it was when it is refused', () => {
    const html = join(temporaryFolder(), 'r.html');
    writeFileSync(html, 'earlier');
    const { code } = drillcast(['report', 'nowhere', '--html', html]);
    expect(code).toBe(2);
    expect(readFileSync(html, 'utf8')).toBe('earlier');
    expect(existsSync(`${html}.part`)).toBe(false);
  });
});
