import { describe, expect, test } from 'vitest';
import { RunPlayer, type RunPlayerOptions } from '../../../src/cli/run-player.js';
import { beginSharedRun } from '../../../src/cli/shared-run.js';
import type { World } from '../../../src/cli/world.js';
import { compile } from '../../../src/plan/compile.js';
import type { Outcomes } from '../../../src/study/outcomes.js';
import { memoryWorld, startTurns, type MemoryWorldOptions } from '../../support/memory-world.js';
import { shippedScenario } from '../../support/plan-of.js';

const plan = compile(shippedScenario('reference-r1'));
const INCIDENTS = 40_000;
/** A clock by which every block takes a second, so that threads are worth it at once. */
const SLOW = 1000;

function playerIn(world: World, options: Partial<RunPlayerOptions> = {}): RunPlayer<Outcomes> {
  const range = { from: 0, to: INCIDENTS };
  return new RunPlayer(
    beginSharedRun(plan, { seed: 1, range }),
    { seed: 1, range, workers: 3, onProgress: () => undefined, ...options },
    world,
  );
}

/** A world that counts how many threads were started. */
function countingWorld(options: MemoryWorldOptions): World & { readonly started: number[] } {
  const started: number[] = [];
  const startThreads: World['startThreads'] = (run, count) => {
    started.push(count);
    return startTurns(run, count);
  };
  return { ...memoryWorld({ ...options, startThreads }), started };
}

describe('Threads', () => {
  test('are started once, one fewer than players, when the rest of the run is long', async () => {
    const world = countingWorld({ tickMs: SLOW });
    const player = playerIn(world);
    await player.playTo(20_480);
    await player.playTo(INCIDENTS);
    expect(world.started).toEqual([2]);
    expect(player.played).toBe(INCIDENTS);
  });

  test('are started before anything is played when there is so much that they are surely worth it', async () => {
    const many = 2 ** 20;
    const startThreads: World['startThreads'] = () => Promise.reject(new Error('asked for threads'));
    const world = memoryWorld({ tickMs: 0, startThreads });
    const playerOf = (workers: number) => playerIn(world, { range: { from: 0, to: many }, workers });
    await expect(playerOf(2).playTo(many)).rejects.toThrow('asked for threads');
    const few = playerOf(2);
    await few.playTo(1024);
    expect(few.played).toBe(1024);
  });

  test('are not started for a run that is soon over, nor when one worker is asked for', async () => {
    const quick = countingWorld({ tickMs: 1 });
    await playerIn(quick).playTo(INCIDENTS);
    const alone = countingWorld({ tickMs: SLOW });
    await playerIn(alone, { workers: 1 }).playTo(INCIDENTS);
    expect([quick.started, alone.started]).toEqual([[], []]);
  });

  test('that fail end the run with their error, and no further work is dealt', async () => {
    let dealt = 0;
    const startThreads: World['startThreads'] = () =>
      Promise.resolve({
        play: () => {
          dealt += 1;
          return Promise.reject(new Error('a thread broke'));
        },
        stop: () => Promise.resolve(),
      });
    const player = playerIn(memoryWorld({ tickMs: SLOW, startThreads }));
    await expect(player.playTo(INCIDENTS)).rejects.toThrow('a thread broke');
    expect(dealt).toBe(2);
    expect(player.played).toBeLessThan(INCIDENTS);
  });
});

describe('A run that is stopped', () => {
  test('has played whole blocks from its beginning on, those included that threads had begun', async () => {
    const progress: number[] = [];
    const world = memoryWorld({ tickMs: SLOW, breathe: () => new Promise(setImmediate) });
    const player = playerIn(world, {
      onProgress: (played) => {
        progress.push(played);
        if (played > 10_000) player.stop();
      },
    });
    await player.playTo(INCIDENTS);
    expect(player.played).toBe(progress.at(-1));
    expect(player.played % 1024).toBe(0);
    expect(player.played).toBeLessThan(INCIDENTS);
    const rto = player.outcomes.metrics[0].values;
    expect(rto.subarray(0, player.played).includes(0)).toBe(false);
    expect(rto.subarray(player.played).every((value) => value === 0)).toBe(true);
  });
});
