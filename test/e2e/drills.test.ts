import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { readDrillLog } from '../../src/evidence/drills/drill-log.js';
import { drillcast, MAIN, temporaryFolder } from './drillcast.js';

const SCENARIO = 'scenarios/postgres-pgbackrest-drills.yaml';
const DRILLS = 'scenarios/drills/postgres-pgbackrest';

const recorded = (lines: string, log: string) =>
  spawnSync(process.execPath, [MAIN, 'drills', 'record', SCENARIO, '--file', log], { input: lines, encoding: 'utf8' });

function isValid(schema: string, text: string): boolean {
  const ajv = new Ajv2020({ formats: { 'date-time': true } });
  return ajv.validate(JSON.parse(readFileSync(`schema/${schema}.json`, 'utf8')) as object, JSON.parse(text));
}

describe('drillcast drills record and mark', () => {
  it('record a drill that score and list then read', () => {
    const log = join(temporaryFolder(), 'd.log');
    const begun = recorded('start detect\ndone 1\nstart restor\nnote the console was locked\n', log);
    expect(begun.stderr).toContain('the scenario has no step "restor"');
    expect(begun.stdout).toContain('The drill goes on.');
    expect(begun.stdout).toMatch(/The service is back in [\d.]+[sm] \(nine in ten: /);
    expect(begun.stdout.split('\n').every((line) => line.length <= 80 || line.includes(log))).toBe(true);
    expect(drillcast(['drills', 'mark', 'declare', 'start', '--file', log]).code).toBe(0);
    const unknown = drillcast(['drills', 'mark', 'declar', 'done', '--file', log]);
    expect([unknown.code, unknown.stderr.split('\n')[1]]).toEqual([
      2,
      '  mend: did you mean "declare"? Or --unlisted takes it all the same',
    ]);
    const ended = recorded('rpo database 3s\nend timed-out\n', log);
    expect(ended.stdout).toContain('In the runbook, and not carried out: select-backup');
    const file = log.replace('.log', '.yaml');
    expect(readFileSync(file, 'utf8')).toContain('outcome: timed-out');
    expect(drillcast(['drills', 'mark', 'declare', 'done', '--file', log]).stderr).toContain('this drill has ended');
    const { code, stdout } = drillcast(['drills', 'score', SCENARIO, file, '--incidents', '2000']);
    expect(code).toBe(0);
    expect(stdout).toContain('nothing is said');
  }, 60_000);

  it('lose no mark of many processes at once, nor of one that is killed', async () => {
    const log = join(temporaryFolder(), 'd.log');
    recorded('quit\n', log);
    const marks = Array.from({ length: 12 }, (_, index) => {
      const args = ['drills', 'mark', 'detect', 'note', `mark ${String(index)} ${'x'.repeat(2000)}`, '--file', log];
      return spawn(process.execPath, [MAIN, ...args], { stdio: 'ignore' });
    });
    const codes = await Promise.all(marks.map(async (mark) => ((await once(mark, 'exit')) as [number])[0]));
    expect(codes).toEqual(Array.from({ length: 12 }, () => 0));
    const whole = readDrillLog(readFileSync(log, 'utf8'));
    expect(whole.faults).toEqual([]);
    const notes = whole.entries.map((entry) => ('note' in entry ? entry.note.slice(0, 7).trim() : ''));
    expect(notes.sort()).toEqual(Array.from({ length: 12 }, (_, index) => `mark ${String(index)}`).sort());

    const victims = Array.from({ length: 6 }, () =>
      spawn(process.execPath, [MAIN, 'drills', 'mark', 'detect', 'note', 'killed', '--file', log], { stdio: 'ignore' }),
    );
    const ends = victims.map((victim) => once(victim, 'exit'));
    for (const [index, victim] of victims.entries()) setTimeout(() => victim.kill('SIGKILL'), 300 + 150 * index);
    await Promise.all(ends);
    const after = readDrillLog(readFileSync(log, 'utf8'));
    expect(after.faults).toEqual([]);
    expect(after.entries.slice(0, 12)).toEqual(whole.entries);
  }, 120_000);

  it('go on behind a line that a loss of power has cut off', () => {
    const log = join(temporaryFolder(), 'd.log');
    recorded('start detect\nquit\n', log);
    writeFileSync(log, `${readFileSync(log, 'utf8')}{"entry":"done","at":"20`);
    expect(drillcast(['drills', 'mark', 'detect', 'done', '--file', log]).code).toBe(0);
    const { entries, faults } = readDrillLog(readFileSync(log, 'utf8'));
    expect(entries.map(({ entry }) => entry)).toEqual(['start', 'done']);
    expect(faults).toHaveLength(1);
  }, 60_000);
});

describe('drillcast drills list and score', () => {
  it('answer by their schemas', () => {
    const list = drillcast([
      'drills',
      'list',
      DRILLS,
      '--scenario',
      SCENARIO,
      '--as-of',
      '2026-11-24T00:00:00Z',
      '--json',
      '-',
    ]);
    expect(list.stderr).toBe('');
    expect(isValid('drills', list.stdout)).toBe(true);
    const score = drillcast(['drills', 'score', SCENARIO, DRILLS, '--json', '-']);
    expect(isValid('score', score.stdout)).toBe(true);
    expect(isValid('score', score.stdout.replace('"coverage"', '"coverages"'))).toBe(false);
  }, 60_000);

  it('give the figures of the page on real drills', () => {
    const page = readFileSync('docs/background/real-drills.md', 'utf8');
    const { stdout } = drillcast(['drills', 'score', SCENARIO, DRILLS]);
    const row = (text: string, name: string) => text.split('\n').find((line) => line.startsWith(name)) ?? '';
    expect(row(stdout, '  RTO  ').split(/\s+/).slice(2, 8)).toEqual(['27', '39.2s', '51.3s', '1.29m', '29.9s', '7%']);
    expect(
      row(page, '| RTO  ')
        .split('|')
        .map((cell) => cell.trim())
        .slice(2, 7),
    ).toEqual(['39.2 s', '51.3 s', '77.3 s', '29.9 s', '7 %']);
    expect(stdout).toContain('4 of 27 4–34%');
    expect(stdout).toContain('The drills contradict the forecast.');
    expect(stdout.split('\n').every((line) => line.length <= 80)).toBe(true);
  }, 60_000);

  it('tell every problem of every file', () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'a.yaml'), 'drill: 1\nkind: full\nbegan: 2026-11-23T08:00:00\n');
    writeFileSync(join(folder, 'b.csv'), 'drill,kind\nx,partial\n');
    const { code, stderr } = drillcast(['drills', 'list', folder]);
    expect(code).toBe(2);
    expect(stderr).toContain('a.yaml:2:7');
    expect(stderr).toContain('an instant with its time zone');
    expect(stderr).toContain('b.csv:1:1');
  }, 60_000);
});

describe('drillcast drills fit', () => {
  const SPLIT = '2026-11-23T08:56:00Z';

  it('fitted to the first half of the real drills gives the figures of the page for the second', () => {
    const out = join(temporaryFolder(), 'calibrated.yaml');
    const fitted = drillcast(['drills', 'fit', SCENARIO, DRILLS, '--until', SPLIT, '--out', out]);
    expect(fitted.stderr).toBe('');
    expect(fitted.stdout).toContain('Fitted to 13 drills of 2026-11-23');
    expect(fitted.stdout.split('\n').every((line) => line.length <= 80)).toBe(true);
    const page = readFileSync('docs/background/real-drills.md', 'utf8');
    const figures = (scenario: string) => {
      const { stdout } = drillcast(['drills', 'score', scenario, DRILLS, '--since', SPLIT]);
      const rows = stdout.split('\n').filter((line) => line.startsWith('  RTO  '));
      const [p5, p50, p95, , place] = rows[0].trim().split(/\s+/).slice(2);
      const held = rows[1].match(/\d+ of 14/g)?.[1].replace(' of 14', '');
      const crps = rows[3].trim().split(/\s+/)[1];
      return [p5, p50, p95, place, held, crps].map((cell) => cell?.replace(/s$/, ' s').replace('%', ' %'));
    };
    const written = (name: string) => {
      const row = page.split('\n').find((line) => line.startsWith(`| ${name} `)) ?? '';
      return row
        .split('|')
        .slice(2, 8)
        .map((cell) => cell.trim());
    };
    expect(written('from the configuration')).toEqual(
      figures(SCENARIO).map((cell) => cell?.replace('1.29m', '77.5 s')),
    );
    expect(written('fitted to the first 13')).toEqual(figures(out));
  }, 120_000);

  it('overrides in the file what comes from the one that it extends, and answers by its schema', () => {
    const folder = temporaryFolder();
    const child = join(folder, 'child.yaml');
    const out = join(folder, 'calibrated.yaml');
    writeFileSync(child, '# mine\ndrillcast: 1\nextends: postgres-pgbackrest-drills\nname: Child\n');
    const { code, stdout } = drillcast(['drills', 'fit', child, DRILLS, '--out', out, '--json', '-']);
    expect(code).toBe(0);
    expect(isValid('fit', stdout)).toBe(true);
    expect(isValid('fit', stdout.replace('"censored"', '"cut"'))).toBe(false);
    const text = readFileSync(out, 'utf8');
    expect(text).toMatch(
      /^# mine\n[^]*extends: postgres-pgbackrest-drills\n[^]*runbook:\n {2}detect:\n {4}takes: \{ lognormal/,
    );
    expect(drillcast(['lint', out]).code).toBe(0);
  }, 60_000);

  it('refuses a span without drills, a weight that is none, and to write into an alias, and writes nothing', () => {
    const folder = temporaryFolder();
    const out = join(folder, 'out.yaml');
    const shared = join(folder, 'shared.yaml');
    const whole = readFileSync(SCENARIO, 'utf8');
    writeFileSync(
      shared,
      whole
        .replace('  detect:\n', '  detect: &first\n')
        .replace(/ {2}reopen:\n[^]*? {2}reconcile:/, '  reopen: *first\n  reconcile:'),
    );
    const refused = (...options: readonly string[]) => drillcast(['drills', 'fit', ...options, '--out', out]);
    expect(refused(SCENARIO, DRILLS, '--until', '2020-01-01T00:00:00Z').stderr).toContain('no drill began between');
    expect(refused(SCENARIO, DRILLS, '--prior-weight', '0').stderr).toContain(
      'expected a number from 0.1 to 1000, found 0',
    );
    const alias = refused(shared, DRILLS);
    expect(alias.code).toBe(2);
    expect(alias.stderr).toContain('"runbook.reopen.takes" stands in what is shared');
    expect(() => readFileSync(out)).toThrow('ENOENT');
  }, 60_000);
});
