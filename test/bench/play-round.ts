import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { Contender } from './contenders.js';

const PRINTED = /([\d.]+) ns\/incident, cpu ([\d.]+) ns\/incident/;

/** What one process took. */
export interface Round {
  /** Per incident, by the clock and by the processor: on a busy machine the second tells more. */
  readonly nanoseconds: number;
  readonly cpuNanoseconds: number;
  /** The most memory that it held; NaN where the system does not tell. */
  readonly peakMebibytes: number;
}

/**
 * Lets a contender play once, in a process of its own.
 *
 * @throws Error when it fails or prints no result.
 */
export async function playRound({ name, command: [program, ...parameters] }: Contender): Promise<Round> {
  const child = spawn(program, parameters, { stdio: ['ignore', 'pipe', 'pipe'] });
  let printed = '';
  let peakMebibytes = Number.NaN;
  child.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  const poll = setInterval(() => (peakMebibytes = peakMemory(child.pid) ?? peakMebibytes), 5);
  const status = await new Promise((resolve, reject) => child.on('close', resolve).on('error', reject));
  clearInterval(poll);
  const found = PRINTED.exec(printed);
  if (status !== 0 || found === null) throw new Error(`${name} failed:\n${printed}`);
  return { nanoseconds: Number(found[1]), cpuNanoseconds: Number(found[2]), peakMebibytes };
}

/** The most memory that the process has held so far, where the system tells (Linux). */
function peakMemory(pid: number | undefined): number | undefined {
  try {
    const kibibytes = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kibibytes === undefined ? undefined : Number(kibibytes) / 1024;
  } catch {
    // It has just ended, or the system has no such file: the last value known stands.
    return undefined;
  }
}
