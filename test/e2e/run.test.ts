import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import type { Summary } from '../../src/study/summary.js';
import { drillcast, MAIN, runProcess, temporaryFolder } from './drillcast.js';

const SCENARIO = 'scenarios/reference-r1.yaml';
const SMALL = ['--incidents', '2000'];

describe('drillcast run', () => {
  test('prints one answer on standard output, nothing on standard error, in at most 80 columns', () => {
    const { code, stdout, stderr } = drillcast(['run', SCENARIO, ...SMALL]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('Reference model R1');
    expect(stdout).toContain('RTO');
    expect(Math.max(...stdout.split('\n').map((line) => [...line].length))).toBeLessThanOrEqual(80);
    expect(stdout).not.toContain('\u001b');
  });

  test('prints the command that gives the same bytes again', () => {
    const { stdout } = drillcast(['run', SCENARIO, ...SMALL, '--seed', '7']);
    const replay = /^drillcast run .*$/m.exec(stdout)?.[0] ?? '';
    expect(replay).toBe(`drillcast run ${SCENARIO} --incidents 2000 --seed 7`);
    expect(drillcast(replay.split(' ').slice(1)).stdout).toBe(stdout);
  });

  test('gives other numbers for another seed', () => {
    const mean = (seed: string) => resultOf(['run', SCENARIO, ...SMALL, '--seed', seed]).metrics.rto.mean;
    expect(mean('1')).toBe(mean('1'));
    expect(mean('1')).not.toBe(mean('2'));
  });

  test('with --json - prints the result as JSON, and nothing else', () => {
    const result = resultOf(['run', SCENARIO, ...SMALL]);
    expect(result).toMatchObject({ format: 'drillcast-result/1', incidents: 2000, seed: 1, unit: 'seconds' });
    expect(result.scenario.file).toBe(SCENARIO);
    expect(result.scenario.sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  test('with --json FILE and --csv FOLDER writes both beside the answer, with the same numbers', () => {
    const folder = temporaryFolder();
    const { code, stdout } = drillcast([
      'run',
      SCENARIO,
      ...SMALL,
      '--json',
      join(folder, 'r.json'),
      '--csv',
      join(folder, 'csv'),
    ]);
    expect(code).toBe(0);
    expect(stdout).toContain('RTO');
    const result = JSON.parse(readFileSync(join(folder, 'r.json'), 'utf8')) as Summary;
    expect(readdirSync(join(folder, 'csv')).sort()).toEqual([
      'incidents.csv',
      'metrics.csv',
      'steps.csv',
      'uncertainty.csv',
    ]);
    const rows = (name: string) =>
      parse<Record<string, string>>(readFileSync(join(folder, 'csv', name)), { columns: true });
    expect(rows('incidents.csv')).toHaveLength(2000);
    expect(rows('steps.csv').map(({ step }) => step)).toEqual(result.steps.map(({ name }) => name));
    expect(Number(rows('metrics.csv').find(({ metric }) => metric === 'rto')?.mean_seconds)).toBe(
      result.metrics.rto.mean,
    );
    const recovered = rows('incidents.csv').map(({ rto_seconds }) => Number(rto_seconds));
    const mean = recovered.reduce((sum, value) => sum + value, 0) / recovered.length;
    expect(mean / (result.metrics.rto.mean ?? Number.NaN)).toBeCloseTo(1, 9);
  });

  test('with --charts FOLDER writes charts as SVG', () => {
    const folder = temporaryFolder();
    const { code, stderr } = drillcast(['run', SCENARIO, ...SMALL, '--charts', folder]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const charts = readdirSync(folder);
    expect(charts.length).toBeGreaterThan(0);
    for (const chart of charts) expect(readFileSync(join(folder, chart), 'utf8')).toMatch(/^<svg[^]*<\/svg>\s*$/);
  });

  test('finds a scenario that comes with Drillcast by its name, from any folder, with the same result', () => {
    const byPath = resultOf(['run', SCENARIO, ...SMALL]);
    const byName = JSON.parse(
      drillcast(['run', 'reference-r1', ...SMALL, '--json', '-'], temporaryFolder()).stdout,
    ) as Summary;
    expect(byName.metrics).toEqual(byPath.metrics);
    expect(byName.scenario.sha256).toBe(byPath.scenario.sha256);
  });

  test('colours the answer when it is asked to', () => {
    expect(drillcast(['run', SCENARIO, ...SMALL, '--color']).stdout).toContain('\u001b[');
  });
});

describe('drillcast run --check', () => {
  const withObjective = (limit: string): string => {
    const file = join(temporaryFolder(), 'plan.yaml');
    writeFileSync(
      file,
      `drillcast: 1\nextends: reference-r1\nname: Held to ${limit}\nobjectives: { rto: { p95: ${limit} } }\n`,
    );
    return file;
  };

  test('ends with 1 when an objective is missed, after the whole answer', () => {
    const { code, stdout, stderr } = drillcast(['run', withObjective('1h'), ...SMALL, '--check']);
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    expect(stdout).toContain('missed');
  });

  test('ends with 0 when every objective is met', () => {
    expect(drillcast(['run', withObjective('1000h'), ...SMALL, '--check']).code).toBe(0);
  });

  test('ends with 1 when the plan is not ready, whatever its objectives', () => {
    const file = withObjective('1000h');
    const asks = 'readiness: { tested: { asks: "Was a restore tested?", answer: no } }';
    writeFileSync(file, `${readFileSync(file, 'utf8')}${asks}\n`);
    const { code, stdout } = drillcast(['run', file, ...SMALL, '--check']);
    expect(code).toBe(1);
    expect(stdout).toContain('THIS PLAN IS NOT READY');
    expect(stdout).not.toContain('missed');
  });

  test('without --check a missed objective is an answer like any other', () => {
    expect(drillcast(['run', withObjective('1h'), ...SMALL]).code).toBe(0);
  });
});

describe('What cannot be read or written is refused with 2', () => {
  test('a scenario with problems: each with its line and a caret, and nothing is played', () => {
    const file = join(temporaryFolder(), 'broken.yaml');
    writeFileSync(
      file,
      readFileSync(SCENARIO, 'utf8').replace('size: 500 GiB', 'size: 500 gigs').replace('count: 2', 'cuont: 2'),
    );
    const { code, stdout, stderr } = drillcast(['run', file]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(`${file}:`);
    expect(stderr).toContain('surfaces.postgresql.size');
    expect(stderr).toMatch(/\|\s+\^+/);
    expect(stderr).toContain('cuont');
  });

  test('a file that is not there', () => {
    const { code, stdout, stderr } = drillcast(['run', 'nowhere.yaml']);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('nowhere.yaml: there is no such file');
  });

  test('an answer that cannot be written, which leaves what was there', () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'taken.json'));
    const { code, stderr } = drillcast(['run', SCENARIO, ...SMALL, '--json', join(folder, 'taken.json')]);
    expect(code).toBe(2);
    expect(stderr).toContain(`cannot write ${join(folder, 'taken.json')}: it is a folder`);
    expect(readdirSync(folder)).toEqual(['taken.json']);
  });

  test.runIf(existsSync('/dev/full'))('a standard output on a full disk', () => {
    const { code, stderr } = runProcess('sh', [
      '-c',
      `"${process.execPath}" "${MAIN}" run ${SCENARIO} --incidents 2000 > /dev/full`,
    ]);
    expect(code).toBe(2);
    expect(stderr).toContain('no space is left');
  });
});

describe('A reader that has seen enough', () => {
  test('may close the pipe: no complaint, and the exit code stays', () => {
    const script = `set -o pipefail; "${process.execPath}" "${MAIN}" run ${SCENARIO} --incidents 2000 --json - | head -n 1`;
    const { code, stdout, stderr } = runProcess('bash', ['-c', script]);
    expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: '{\n', stderr: '' });
  });
});

function resultOf(args: readonly string[]): Summary {
  const { code, stdout, stderr } = drillcast([...args, '--json', '-']);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return JSON.parse(stdout) as Summary;
}
