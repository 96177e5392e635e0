import { fileURLToPath } from 'node:url';
import type { SharedRun } from './shared-run.js';
import type { Threads } from './world.js';

/**
 * Starts threads that play parts of a run. The pool is loaded here and not before: most runs are over before it would
 * pay.
 */
export async function startNodeThreads(run: SharedRun, count: number): Promise<Threads> {
  const { Piscina } = await import('piscina');
  const pool = new Piscina({
    filename: fileURLToPath(new URL('play-thread.js', import.meta.url)),
    workerData: run,
    minThreads: count,
    maxThreads: count,
  });
  return {
    play: (range) => pool.run(range) as Promise<void>,
    stop: () => pool.destroy(),
  };
}
