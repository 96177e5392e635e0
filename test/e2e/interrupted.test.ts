import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Summary } from '../../src/study/summary.js';
import { drillcast, MAIN, temporaryFolder } from './drillcast.js';

const SCENARIO = 'scenarios/reference-r1.yaml';
/** Minutes of playing, were it not interrupted. */
const LONG = ['run', SCENARIO, '--incidents', '10000000', '--workers', '2'];

const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** What it takes here and now to start and to play little: after some times that, a long run is in its middle. */
const startMs = ((): number => {
  const started = performance.now();
  drillcast(['run', SCENARIO, '--incidents', '2000']);
  return performance.now() - started;
})();

interface Interrupted {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Starts the built program, gives it time to be in the middle of its run, and interrupts it as Ctrl-C would. */
async function interrupted(args: readonly string[], times = 1): Promise<Interrupted> {
  const child = spawn(process.execPath, [MAIN, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  const ended = new Promise<Pick<Interrupted, 'code' | 'signal'>>((resolve) => {
    child.on('close', (code, signal) => {
      resolve({ code, signal });
    });
  });
  await wait(3 * startMs + 1000);
  for (let time = 0; time < times; time += 1) {
    child.kill('SIGINT');
    // Signals that come in one breath are one to the system. The answer of so many incidents takes longer than this.
    await wait(300);
  }
  return { ...(await ended), stdout, stderr };
}

describe('A run that is interrupted', () => {
  test('ends with 130 and the answer of what was played, which is that of a run of so many incidents', async () => {
    const folder = temporaryFolder();
    const file = join(folder, 'part.json');
    const { code, stdout, stderr } = await interrupted([...LONG, '--json', file]);
    expect(code, stderr).toBe(130);
    const result = JSON.parse(readFileSync(file, 'utf8')) as Summary;
    expect(result.incidents % 1024).toBe(0);
    expect(result.end).toEqual({ reason: 'interrupted', asked: 10_000_000, precision: null });
    expect(stdout.replaceAll('\n', ' ')).toMatch(/!! INTERRUPTED after [\d,]+ of 10,000,000 incidents\./);
    const replay = stderr.trimEnd().split('\n').at(-1) ?? '';
    expect(replay).toBe(`drillcast run ${SCENARIO} --incidents ${result.incidents} --seed 1`);
    expect(readdirSync(folder)).toEqual(['part.json']);

    const whole = drillcast([...replay.split(' ').slice(1), '--json', '-']).stdout;
    expect({ ...result, end: undefined }).toEqual({ ...(JSON.parse(whole) as Summary), end: undefined });
  });
});

describe('A second interruption', () => {
  test('ends the process at once, without an answer', async () => {
    const { code, signal, stdout } = await interrupted(LONG, 2);
    expect({ code, signal, stdout }).toEqual({ code: null, signal: 'SIGINT', stdout: '' });
  });
});

describe('A review that is interrupted', () => {
  test('leaves the earlier one as it was, and nothing half-written beside it', async () => {
    const folder = temporaryFolder();
    const file = join(folder, 'review.html');
    writeFileSync(file, 'the last review');
    const { code, signal, stdout } = await interrupted([
      'report',
      ...LONG.slice(1),
      '--html',
      file,
      '--charts',
      folder,
    ]);
    // Ended by the signal or, where it is in the middle of what it can give up by itself, by the code for it.
    expect([
      { code: null, signal: 'SIGINT' },
      { code: 130, signal: null },
    ]).toContainEqual({ code, signal });
    expect(stdout).toBe('');
    expect(readFileSync(file, 'utf8')).toBe('the last review');
    expect(readdirSync(folder)).toEqual(['review.html']);
  });
});
