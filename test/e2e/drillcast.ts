import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { onTestFinished } from 'vitest';

/** The built program, as a user's shell finds it. */
export const MAIN = resolve('dist/cli/main.js');
if (!existsSync(MAIN)) throw new Error(`${MAIN} is not there: npm run build`);

/** How a process ended. */
export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the built program in a process of its own. */
export function drillcast(args: readonly string[], cwd = process.cwd()): Ended {
  return runProcess(process.execPath, [MAIN, ...args], cwd);
}

/** Runs any program; its output is no terminal, and no colour is asked for. */
export function runProcess(program: string, args: readonly string[], cwd = process.cwd()): Ended {
  const { NO_COLOR: _never, FORCE_COLOR: _always, ...env } = process.env;
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    cwd,
    env,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  if (error !== undefined) throw error;
  return { code: status, stdout, stderr };
}

/** A folder that is gone when the test is. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'drillcast-e2e-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
