import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { drillcast, MAIN, temporaryFolder } from './drillcast.js';

interface Container {
  readonly command: readonly string[];
  readonly env: readonly { readonly name: string; readonly value: string }[];
  readonly volumeMounts: readonly { readonly mountPath: string }[];
}
interface Job {
  readonly spec: {
    readonly completionMode: string;
    readonly completions: number;
    readonly template: { readonly spec: { readonly containers: readonly Container[] } };
  };
}

const job = parse(readFileSync('docs/guides/kubernetes/indexed-job.yaml', 'utf8')) as Job;
const [container] = job.spec.template.spec.containers;
const environment = Object.fromEntries(container.env.map(({ name, value }) => [name, value]));

const SMALL = ['--incidents', '20000', '--seed', '3'];
const RUN = ['reference-r1', ...SMALL];

/** A folder in which the command is found by its name, as in the image. */
function commandFolder(): string {
  const folder = temporaryFolder();
  const path = join(folder, 'drillcast');
  writeFileSync(path, `#!/bin/sh\nexec "${process.execPath}" "${MAIN}" "$@"\n`);
  chmodSync(path, 0o755);
  return folder;
}

/** All that an answer writes: standard output and every file, by name. */
function answerOf(command: readonly string[]): Readonly<Record<string, string>> {
  const folder = temporaryFolder();
  const targets = ['--csv', join(folder, 'csv'), '--charts', join(folder, 'charts'), '--json', join(folder, 'r.json')];
  const { code, stdout, stderr } = drillcast([...command, ...targets]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.includes('.'));
  return { stdout, ...Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')])) };
}

describe('The Indexed Job of the guide', () => {
  test('asks for as many parts as it has completions, and writes them to the volume', () => {
    expect(job.spec.completionMode).toBe('Indexed');
    expect(environment.PARTS).toBe(String(job.spec.completions));
    expect(container.volumeMounts.map(({ mountPath }) => mountPath)).toContain(environment.PARTS_FOLDER);
  });

  test('plays in separate processes what merged is the one run, byte by byte', () => {
    const parts = join(temporaryFolder(), 'parts');
    mkdirSync(parts);
    const own = { SCENARIO: 'reference-r1', INCIDENTS: '20000', SEED: '3', PARTS_FOLDER: parts };
    const path = `${commandFolder()}:${process.env.PATH ?? ''}`;
    const [program, ...parameters] = container.command;
    for (let index = 0; index < job.spec.completions; index += 1) {
      const env = { ...environment, ...own, PATH: path, JOB_COMPLETION_INDEX: String(index) };
      const { status, stderr } = spawnSync(program, parameters, { env, encoding: 'utf8' });
      expect({ index, status, stderr }).toEqual({ index, status: 0, stderr: '' });
    }
    const files = readdirSync(parts);
    expect(files).toHaveLength(job.spec.completions);
    const merged = answerOf(['merge', ...files.map((file) => join(parts, file))]);
    const whole = answerOf(['run', ...RUN]);
    expect(Object.keys(merged).sort()).toEqual(Object.keys(whole).sort());
    expect(Object.keys(whole).filter((name) => merged[name] !== whole[name])).toEqual([]);
  });
});

describe('A part', () => {
  test('that cannot be written is refused before it is played', () => {
    const { code, stderr } = drillcast(['run', ...RUN, '--shard', '1/2', '--out', temporaryFolder()]);
    expect(code).toBe(2);
    expect(stderr).toContain('it is a folder');
  });

  test('that is not there is named by merge', () => {
    const { code, stdout, stderr } = drillcast(['merge', join(temporaryFolder(), 'nowhere')]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('there is no such file');
  });
});
