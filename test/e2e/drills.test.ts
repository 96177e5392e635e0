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
