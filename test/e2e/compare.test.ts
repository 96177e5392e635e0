import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import type { Comparison } from '../../src/study/comparison.js';
import type { Summary } from '../../src/study/summary.js';
import { drillcast, temporaryFolder } from './drillcast.js';

const PAIR = ['compare', 'reference-r1', 'reference-r1-unlimited', '--incidents', '2000'];

describe('drillcast compare', () => {
  test('prints one answer on standard output, nothing on standard error, in at most 80 columns', () => {
    const { code, stdout, stderr } = drillcast(PAIR);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^A {2}Reference model R1\nB {2}Reference model R1, any number of engineers\n/);
    expect(stdout.replaceAll('\n', ' ')).toMatch(
      /any number of engineers \(B\) reopens sooner than A in 5\d\.\d% of incidents/,
    );
    expect(Math.max(...stdout.split('\n').map((line) => [...line].length))).toBeLessThanOrEqual(80);
    expect(stdout).not.toContain('\u001b');
  });

  test('prints the command that gives the same bytes again', () => {
    const { stdout } = drillcast([...PAIR, '--seed', '7']);
    const replay = /^drillcast compare (.*\\\n)*.*$/m.exec(stdout)?.[0].replaceAll('\\\n', '') ?? '';
    expect(replay).toBe('drillcast compare reference-r1 reference-r1-unlimited --incidents 2000 --seed 7');
    expect(drillcast(replay.split(' ').slice(1)).stdout).toBe(stdout);
  });

  test('with --json - prints a comparison that holds what run gives for each scenario', () => {
    const { code, stdout, stderr } = drillcast([...PAIR, '--json', '-']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const comparison = JSON.parse(stdout) as Comparison;
    const alone = drillcast(['run', 'reference-r1-unlimited', '--incidents', '2000', '--json', '-']).stdout;
    expect(comparison.results[1]).toEqual(JSON.parse(alone) as Summary);
    const isComparison = new Ajv2020({ strict: false }).compile(
      JSON.parse(drillcast(['schema', 'comparison']).stdout) as object,
    );
    expect(isComparison(comparison)).toBe(true);
    expect(isComparison({ ...comparison, extra: 1 })).toBe(false);
  });

  test('with --json FILE and --csv FOLDER writes both beside the answer, with the same numbers', () => {
    const folder = temporaryFolder();
    const { code, stdout } = drillcast([...PAIR, '--json', join(folder, 'c.json'), '--csv', join(folder, 'csv')]);
    expect(code).toBe(0);
    expect(stdout).toContain('In the same incident');
    expect(readdirSync(join(folder, 'csv')).sort()).toEqual(['comparison.csv', 'incidents.csv']);
    const [{ metrics }] = (JSON.parse(readFileSync(join(folder, 'c.json'), 'utf8')) as Comparison).variants;
    const rows = (name: string) =>
      parse<Record<string, string>>(readFileSync(join(folder, 'csv', name)), { columns: true });
    const incidents = rows('incidents.csv');
    const better = incidents.filter(
      ({ A_rto_seconds, B_rto_seconds }) => Number(B_rto_seconds) < Number(A_rto_seconds),
    );
    expect(better.length / incidents.length).toBe(metrics.rto.better.share);
    const row = rows('comparison.csv').find(({ against, measure }) => against === 'A' && measure === 'better');
    expect(Number(row?.value)).toBe(metrics.rto.better.share);
  });

  test('of a scenario with itself finds no difference', () => {
    const { stdout } = drillcast(['compare', 'dalp-hot-cold', 'dalp-hot-cold', '--incidents', '500']);
    expect(stdout).toContain('the same under all');
    expect(stdout.replaceAll('\n', ' ')).toContain('(B) reopens at the same time as A in every incident.');
    expect(stdout).not.toContain('In the same incident');
  });
});

describe('What cannot be compared is refused with 2', () => {
  test('one scenario alone', () => {
    const { code, stdout, stderr } = drillcast(['compare', 'reference-r1']);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('expected from 2 to 26 scenarios, found 1');
  });

  test('a problem in any of the files, before one is played', () => {
    const file = join(temporaryFolder(), 'broken.yaml');
    writeFileSync(file, 'drillcast: 1\nsurfaces: 3\n');
    // So many incidents would take minutes.
    const { code, stdout, stderr } = drillcast(['compare', 'reference-r1', file, '--incidents', '10000000']);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(`${file}:2:`);
  });

  test('a target that cannot be written, before anything is played', () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'file'), 'mine');
    for (const [option, target] of [
      ['--csv', join(folder, 'file')],
      ['--json', folder],
    ]) {
      const { code, stdout } = drillcast([...PAIR.slice(0, 3), '--incidents', '100000000', option, target]);
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    }
    expect(readdirSync(folder)).toEqual(['file']);
  });
});
