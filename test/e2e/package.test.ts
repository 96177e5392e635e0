import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runProcess } from './drillcast.js';

/** A project of somebody else, into which the packed package is installed. */
let project: string;

beforeAll(() => {
  project = mkdtempSync(join(tmpdir(), 'drillcast-user-'));
  const packed = runProcess('npm', ['pack', '--ignore-scripts', '--json', '--pack-destination', project]);
  const [{ filename }] = JSON.parse(packed.stdout) as [{ filename: string }];
  writeFileSync(join(project, 'package.json'), '{ "name": "user", "private": true, "type": "module" }');
  const installed = runProcess(
    'npm',
    ['install', '--prefer-offline', '--no-audit', '--no-fund', `./${filename}`],
    project,
  );
  if (installed.code !== 0) throw new Error(`npm install failed:\n${installed.stderr}`);
});
afterAll(() => rmSync(project, { recursive: true, force: true }));

describe('The packed package, installed in another project', () => {
  test('brings the command, which plays a scenario by its name', () => {
    const { code, stdout, stderr } = runProcess(
      'npx',
      ['drillcast', 'run', 'dalp-hot-cold', '--incidents', '1000'],
      project,
    );
    expect(code, stderr).toBe(0);
    expect(stdout).toContain('RTO');
  });

  test('can be imported, and gives what the command gives', () => {
    writeFileSync(
      join(project, 'use.js'),
      `import { readFileSync } from 'node:fs';
      import { readScenario, compile, replicate, version } from 'drillcast';
      const file = 'node_modules/drillcast/scenarios/reference-r1.yaml';
      const read = readScenario(readFileSync(file, 'utf8'), { file, load: () => undefined });
      const { metrics } = replicate(compile(read.scenario), { seed: 1, incidents: 1000 });
      const sum = metrics[0].values.reduce((total, value) => total + value, 0);
      console.log(JSON.stringify({ version, name: metrics[0].name, mean: sum / 1000 }));`,
    );
    const { stdout } = runProcess(process.execPath, ['use.js'], project);
    const fromCommand = runProcess(
      'npx',
      ['drillcast', 'run', 'reference-r1', '--incidents', '1000', '--json', '-'],
      project,
    );
    const { mean, name, version } = JSON.parse(stdout) as { mean: number; name: string; version: string };
    const result = JSON.parse(fromCommand.stdout) as { tool: { version: string }; metrics: { rto: { mean: number } } };
    expect({ name, version }).toEqual({ name: 'rto', version: result.tool.version });
    expect(mean / result.metrics.rto.mean).toBeCloseTo(1, 12);
  });

  test('can be required by a program that is no module, such as a notebook kernel', () => {
    writeFileSync(join(project, 'use.cjs'), "console.log(typeof require('drillcast').readScenario);");
    const { stdout, stderr } = runProcess(process.execPath, ['use.cjs'], project);
    expect(stdout, stderr).toBe('function\n');
  });

  test('has types, by which a mistake is found', () => {
    const compiler = resolve('node_modules/typescript/bin/tsc');
    const check = (text: string) => {
      writeFileSync(join(project, 'use.ts'), text);
      const options = ['--noEmit', '--strict', '--module', 'NodeNext', '--target', 'ES2023'];
      return runProcess(process.execPath, [compiler, ...options, 'use.ts'], project);
    };
    const use = (seed: string) =>
      `import { readScenario, compile, replicate, type Summary } from 'drillcast';
      const read = readScenario('', { file: 'x', load: () => undefined });
      if (read.kind === 'scenario') replicate(compile(read.scenario), { seed: ${seed}, incidents: 10 });
      export type Mean = Summary['metrics'][string]['mean'];`;
    expect(check(use('1'))).toMatchObject({ code: 0, stdout: '' });
    expect(check(use("'one'")).stdout).toContain("Type 'string' is not assignable to type 'number'");
  });

  test('holds what a user needs and nothing else', () => {
    const manifest = JSON.parse(readFileSync(join(project, 'node_modules/drillcast/package.json'), 'utf8')) as {
      dependencies: Record<string, string>;
    };
    expect(Object.keys(manifest.dependencies).filter((name) => name.startsWith('@stdlib'))).toEqual([]);
    const { stdout } = runProcess('find', ['node_modules/drillcast', '-maxdepth', '1', '-mindepth', '1'], project);
    const entries = stdout
      .trim()
      .split('\n')
      .map((path) => path.replace('node_modules/drillcast/', ''))
      .sort();
    expect(entries).toEqual(['CHANGELOG.md', 'LICENSE', 'README.md', 'dist', 'package.json', 'scenarios', 'schema']);
  });
});
