import { spawn } from 'node:child_process';
import { onTestFinished } from 'vitest';
import { MAIN } from './drillcast.js';

/** The built program while it serves the explorer. */
export interface Served {
  readonly address: string;
  readonly stdout: () => string;
  readonly stderr: () => string;
  /** Interrupts it as Ctrl-C would, and tells how it ended. */
  readonly interrupted: () => Promise<{ readonly code: number | null; readonly signal: NodeJS.Signals | null }>;
}

/** Starts the built program and waits until it has said where it serves. */
export async function serving(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Served> {
  const child = spawn(process.execPath, [MAIN, 'explore', ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  let [stdout, stderr] = ['', ''];
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  const ended = new Promise<Awaited<ReturnType<Served['interrupted']>>>((resolve) => {
    child.on('close', (code, signal) => {
      resolve({ code, signal });
    });
  });
  const address = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      stdout += chunk.toString();
      const said = /http:\S+/.exec(stdout)?.[0];
      if (said !== undefined) resolve(said);
    });
    void ended.then(({ code }) => {
      reject(new Error(`it ended with ${String(code)}: ${stderr}`));
    });
  });
  return {
    address,
    stdout: () => stdout,
    stderr: () => stderr,
    interrupted: () => {
      child.kill('SIGINT');
      return ended;
    },
  };
}
