import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { SCHEMAS } from '../../src/cli/schemas.js';
import type { Trace } from '../../src/study/trace.js';
import { drillcast, temporaryFolder } from './drillcast.js';

const SCENARIO = 'scenarios/reference-r1.yaml';

describe('drillcast trace', () => {
  test('tells one incident as a timeline from the strike to the close', () => {
    const { code, stdout, stderr } = drillcast(['trace', SCENARIO, '--incident', '3', '--incidents', '1000']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    for (const step of ['detect', 'restore-postgresql', 'validate', 'close-incident']) expect(stdout).toContain(step);
    expect(Math.max(...stdout.split('\n').map((line) => [...line].length))).toBeLessThanOrEqual(80);
  });

  test('shows the same numbers for an incident as the table of all incidents', () => {
    const folder = temporaryFolder();
    drillcast(['run', SCENARIO, '--incidents', '100', '--csv', folder]);
    const [header, ...rows] = readFileSync(join(folder, 'incidents.csv'), 'utf8').trim().split('\n');
    const rto = Number(rows[42].split(',')[header.split(',').indexOf('rto_seconds')]);
    expect(tracedRto(['trace', SCENARIO, '--incident', '42'])).toBe(rto);
  });

  test('finds the worst incident of a run, and the one at a quantile', () => {
    const rtoOf = (which: string) => tracedRto(['trace', SCENARIO, '--incident', which, '--incidents', '1000']);
    expect(rtoOf('p50')).toBeLessThan(rtoOf('p95'));
    expect(rtoOf('p95')).toBeLessThan(rtoOf('worst'));
  });

  test('refuses an incident that it cannot name', () => {
    const { code, stderr } = drillcast(['trace', SCENARIO, '--incident', 'best']);
    expect(code).toBe(2);
    expect(stderr).toContain('--incident: expected');
  });
});

describe('drillcast trace --chrome', () => {
  test('writes the incident that it tells, and refuses what is no file', () => {
    const file = join(temporaryFolder(), 'incident.json');
    const { code } = drillcast(['trace', SCENARIO, '--incident', '3', '--chrome', file]);
    const { traceEvents } = JSON.parse(readFileSync(file, 'utf8')) as { traceEvents: readonly { name: string }[] };
    expect(code).toBe(0);
    expect(traceEvents.map(({ name }) => name)).toContain('restore-postgresql');
    const refused = drillcast(['trace', SCENARIO, '--incident', '3', '--chrome', '-']);
    expect(refused).toMatchObject({ code: 2, stdout: '' });
    expect(refused.stderr).toContain('--chrome: expected a file, found -');
  });
});

describe('drillcast trace --tabletop', () => {
  test('writes the script of the incident that it tells', () => {
    const file = join(temporaryFolder(), 'exercise.md');
    const { code, stdout } = drillcast(['trace', SCENARIO, '--incident', '3', '--tabletop', file]);
    expect(code).toBe(0);
    expect(stdout).toContain('Incident 3 of seed 1');
    const script = readFileSync(file, 'utf8');
    expect(script).toContain('## Debrief');
    expect(script).toContain(`drillcast trace ${SCENARIO} --incident 3 --seed 1`);
  });
});

describe('drillcast trace --metric', () => {
  test('is refused when no run has it, also where the incident is known by its number', () => {
    const { code, stdout, stderr } = drillcast(['trace', SCENARIO, '--incident', '5', '--metric', 'rta']);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('--metric: expected one of rto, rpo, rtt, ');
  });
});

describe('drillcast run', () => {
  test('refuses a target that cannot be written before it plays, and leaves no folder behind', () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'file'), 'mine');
    for (const option of ['--csv', '--charts', '--json']) {
      const target = option === '--json' ? folder : join(folder, 'file');
      // So many incidents would take minutes.
      const { code, stdout, stderr } = drillcast(['run', SCENARIO, '--incidents', '100000000', option, target]);
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr).toMatch(option === '--json' ? 'it is a folder' : 'a part of the path is a file, not a folder');
    }
    drillcast(['run', 'missing.yaml', '--csv', join(folder, 'new')]);
    expect(existsSync(join(folder, 'new'))).toBe(false);
  });

  test('takes a folder for no scenario, and offers the nearest that comes with it', () => {
    expect(drillcast(['run', 'scenarios']).stderr).toContain('scenarios: this is a folder');
    expect(drillcast(['run', 'dalp-hotcold']).stderr).toContain('did you mean "dalp-hot-cold"?');
    expect(drillcast(['run', 'zzzzzzzzzzzz']).stderr).toContain('patterns/hot-cold');
  });
});

describe('drillcast lint', () => {
  test('has no problem with any scenario that comes with Drillcast', () => {
    const { code, stdout, stderr } = drillcast(['lint', SCENARIO, 'patterns/hot-cold']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toBe(`${SCENARIO}: no problems\npatterns/hot-cold: no problems\n`);
  });

  test('shows the problems of every file, and ends with 2', () => {
    const folder = temporaryFolder();
    const [first, second] = [join(folder, 'first.yaml'), join(folder, 'second.yaml')];
    writeFileSync(first, 'drillcast: 1\nsurfaces: 3\n');
    writeFileSync(second, 'drillcast: 1\nname: [\n');
    const { code, stdout } = drillcast(['lint', first, SCENARIO, second, join(folder, 'third.yaml')]);
    expect(code).toBe(2);
    expect(stdout).toContain(`${first}:2:`);
    expect(stdout).toContain(`${SCENARIO}: no problems`);
    expect(stdout).toContain(`${second}:`);
    expect(stdout).toContain('third.yaml: there is no such file');
  });
});

describe('drillcast init', () => {
  test('writes a scenario that has no problems and can be played', () => {
    const folder = temporaryFolder();
    expect(drillcast(['init'], folder).code).toBe(0);
    expect(drillcast(['lint', 'scenario.yaml'], folder).stdout).toBe('scenario.yaml: no problems\n');
    const { code, stderr } = drillcast(['run', 'scenario.yaml', '--incidents', '1000'], folder);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  });

  test('never writes over a file unless forced', () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'scenario.yaml'), 'mine');
    expect(drillcast(['init'], folder).code).toBe(2);
    expect(readFileSync(join(folder, 'scenario.yaml'), 'utf8')).toBe('mine');
    expect(drillcast(['init', '--force'], folder).code).toBe(0);
    expect(readFileSync(join(folder, 'scenario.yaml'), 'utf8')).toContain('extends: patterns/hot-cold');
  });
});

describe('drillcast schema', () => {
  test.each(Object.keys(SCHEMAS))('prints the schema of a %s that is kept in schema/', (of) => {
    expect(drillcast(['schema', of]).stdout).toBe(readFileSync(`schema/${of}.json`, 'utf8'));
  });

  test('of a result accepts what run prints, and nothing with a key too many or too few', () => {
    const schema = JSON.parse(drillcast(['schema', 'result']).stdout) as object;
    const isResult = new Ajv2020({ strict: false }).compile(schema);
    const result = JSON.parse(drillcast(['run', SCENARIO, '--incidents', '1000', '--json', '-']).stdout) as Record<
      string,
      unknown
    >;
    expect(isResult(result)).toBe(true);
    expect(isResult({ ...result, surprise: 1 })).toBe(false);
    const { seed: _seed, ...seedless } = result;
    expect(isResult(seedless)).toBe(false);
  });
});

function tracedRto(args: readonly string[]): number {
  const trace = JSON.parse(drillcast([...args, '--json', '-']).stdout) as Pick<Trace, 'metrics'>;
  return trace.metrics.find(({ name }) => name === 'rto')?.seconds ?? Number.NaN;
}
