import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { Log } from 'sarif';
import { parse } from 'yaml';
import { describe, expect, test } from 'vitest';
import type { CheckReport } from '../../src/study/check/check-report.js';
import { drillcast, temporaryFolder } from './drillcast.js';

const FEW = ['--incidents', '2000'];
const FILE = `drillcast: 1
extends: reference-r1
objectives:
  rto:
    p95: 30h
`;

/** A folder with a scenario that keeps its objective. */
function folderWithPlan(file = FILE): string {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'plan.yaml'), file);
  return folder;
}

describe('drillcast check', () => {
  test('ends with 0 when all is met, and prints the command that gives the same bytes again', () => {
    const plan = join(folderWithPlan(), 'plan.yaml');
    const { code, stdout, stderr } = drillcast(['check', plan, ...FEW, '--require', 'share(rto<=30h)>=90%']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/met {7}p95\(rto\) <= 30h\n.*plan\.yaml:5\n/);
    const replay = /^drillcast check (.*\\\n)*.*$/m.exec(stdout)?.[0].replaceAll('\\\n', '') ?? '';
    const words = replay.match(/(\\.|[^\s\\])+/g)?.slice(1) ?? [];
    expect(drillcast(words.map((word) => word.replace(/\\(.)/g, '$1'))).stdout).toBe(stdout);
  });

  test('holds the plan against every requirement that is given, not only the last', () => {
    const plan = join(folderWithPlan(), 'plan.yaml');
    const twice = ['--require', 'p95(rpo) <= 1m', '--require', 'p95(rto) <= 30h'];
    const { code, stdout } = drillcast(['check', plan, ...FEW, ...twice]);
    expect(code).toBe(1);
    expect(stdout).toMatch(/^ *missed +p95\(rpo\) <= 1m$/m);
  });

  test('ends with 1 on a miss, and with --undecided fail on what is undecided', () => {
    const plan = join(folderWithPlan(), 'plan.yaml');
    expect(drillcast(['check', plan, ...FEW, '--require', 'p95(rpo) <= 1m']).code).toBe(1);
    const undecided = ['check', plan, ...FEW, '--require', 'share(rto <= 14h17m) >= 50%'];
    expect(drillcast(undecided)).toMatchObject({ code: 0 });
    expect(drillcast([...undecided, '--undecided', 'fail'])).toMatchObject({ code: 1 });
  });

  test('ends with 2 and a caret at what is no requirement, before anything is played', () => {
    const { code, stdout, stderr } = drillcast(['check', 'reference-r1', '--require', 'p95(rot) <= 24h']);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('  p95(rot) <= 24h\n      ^^^\n  mend: did you mean "rto"?\n');
  });

  test('writes JSON, JUnit, SARIF and Markdown of the same items', () => {
    const folder = folderWithPlan(FILE.replace('30h', '1h'));
    const at = (name: string) => join(folder, name);
    const targets = [
      '--json',
      at('c.json'),
      '--junit',
      at('c.xml'),
      '--sarif',
      at('c.sarif'),
      '--markdown',
      at('c.md'),
    ];
    const { code } = drillcast(['check', at('plan.yaml'), ...FEW, ...targets]);
    expect(code).toBe(1);
    const report = JSON.parse(readFileSync(at('c.json'), 'utf8')) as CheckReport;
    const isReport = new Ajv2020({ strict: false }).compile(
      JSON.parse(drillcast(['schema', 'check']).stdout) as object,
    );
    expect(isReport(report)).toBe(true);
    expect(report.items.map(({ verdict, place }) => [verdict, place?.line, place?.column])).toEqual([['missed', 5, 5]]);
    expect(readFileSync(at('c.xml'), 'utf8')).toContain('failures="1"');
    const sarif = JSON.parse(readFileSync(at('c.sarif'), 'utf8')) as Log;
    expect(sarif.runs[0].results?.[0].locations?.[0].physicalLocation?.region?.startLine).toBe(5);
    expect(readFileSync(at('c.md'), 'utf8')).toContain('❌');
  });

  test('against an earlier result plays the same incidents, so that only the change moves anything', () => {
    const folder = folderWithPlan();
    const base = join(folder, 'base.json');
    expect(drillcast(['run', 'reference-r1', ...FEW, '--seed', '5', '--json', base]).code).toBe(0);
    const same = drillcast(['check', 'reference-r1', '--against', base, '--json', '-']);
    const { seed, incidents, against } = JSON.parse(same.stdout) as CheckReport;
    expect({ seed, incidents, isSameLuck: against?.isSameLuck }).toEqual({
      seed: 5,
      incidents: 2000,
      isSameLuck: true,
    });
    for (const { p50, p95 } of Object.values(against?.metrics ?? {})) {
      expect([p50.after, p95.after]).toEqual([p50.before, p95.before]);
    }
    const other = drillcast(['check', 'reference-r1-unlimited', '--against', base, '--json', '-']);
    const moved = (JSON.parse(other.stdout) as CheckReport).against?.metrics;
    expect(moved?.rto.p50.after).toBeLessThan(moved?.rto.p50.before ?? 0);
    expect(moved?.rpo.p50.after).toBe(moved?.rpo.p50.before);
  });

  test.each([
    ['{', 'it is no JSON'],
    ['[]', 'expected a result of the format drillcast-result/1, found none'],
    ['{"format":"drillcast-comparison/1"}', 'found drillcast-comparison/1'],
    ['{"format":"drillcast-result/1","seed":1}', 'incidents is missing or of another kind'],
  ])('refuses %j as an earlier result', (text, words) => {
    const folder = folderWithPlan();
    writeFileSync(join(folder, 'base.json'), text);
    const { code, stderr } = drillcast(['check', 'reference-r1', '--against', join(folder, 'base.json')]);
    expect(code).toBe(2);
    expect(stderr).toContain(words);
    expect(stderr).toContain('mend: give a file that "drillcast run … --json FILE" has written');
  });
});

/** Runs what a step of the action says, in the folder. */
function shell(script: string, folder: string, environment: Readonly<Record<string, string>>) {
  const { status, stderr, stdout } = spawnSync('bash', ['-eo', 'pipefail', '-c', script], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, ...environment, ACTION: process.cwd(), GITHUB_STEP_SUMMARY: join(folder, 'summary.md') },
  });
  return { code: status, stderr, stdout };
}

describe('The action for continuous integration', () => {
  const action = parse(readFileSync('action.yml', 'utf8')) as {
    readonly inputs: Readonly<Partial<Record<string, { readonly default?: string }>>>;
    readonly runs: {
      readonly steps: readonly { readonly run?: string; readonly env?: Readonly<Record<string, string>> }[];
    };
  };

  test('runs the command with what it is given, and nothing that it is given becomes a command', () => {
    const folder = folderWithPlan();
    const [step] = action.runs.steps.filter(({ run }) => run?.includes('check') === true);
    const given: Readonly<Partial<Record<string, string>>> = {
      scenario: join(folder, 'plan.yaml'),
      require: 'p95(rto) <= 40h\nshare(rto <= 40h) >= 90%; touch hacked\n',
      arguments: '--incidents 2000',
    };
    const environment = Object.fromEntries(
      Object.entries(step.env ?? {}).map(([name, value]) => {
        const input = /^\$\{\{ inputs\.(\S+) \}\}$/.exec(value)?.[1] ?? '';
        return [name, given[input] ?? action.inputs[input]?.default ?? ''];
      }),
    );
    expect(step.run).not.toContain('${{');
    const { code, stderr } = shell(step.run ?? '', folder, environment);
    expect(code).toBe(2);
    expect(stderr).toContain('share(rto <= 40h) >= 90%; touch hacked');
    const mended = { ...environment, REQUIRE: 'p95(rto) <= 40h\n' };
    expect(shell(step.run ?? '', folder, mended)).toMatchObject({ code: 0 });
    expect(existsSync(join(folder, 'hacked'))).toBe(false);
    expect(readFileSync(join(folder, 'drillcast-check.xml'), 'utf8')).toContain('p95(rto) &lt;= 40h');
    expect(readFileSync(join(folder, 'summary.md'), 'utf8')).toContain('✅');
  });
});
