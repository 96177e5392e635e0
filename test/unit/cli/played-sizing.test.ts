import { describe, expect, test } from 'vitest';
import { Interruption } from '../../../src/cli/interruption.js';
import { playSizing } from '../../../src/cli/played-sizing.js';
import { requireSizing } from '../../../src/cli/sizing-question.js';
import type { World } from '../../../src/cli/world.js';
import { memoryWorld } from '../../support/memory-world.js';

const SCENARIO = `drillcast: 1
name: Sized
surfaces: { db: { base-backup: { schedule: every 1d, takes: 30m, keep: 7d } } }
incidents: { loss: { frequency: 1 per 5y } }
runbook: { restore: { takes: 1h to 9h } }
milestones: { service-reopened: restore, incident-closed: restore }
costs: { currency: EUR, downtime: 100/h, unrecoverable: 1000, storage: 0.02/GiB/month }
`;

/** Two backup schedules, of which neither certainly keeps a limit near the middle: looked at again and again. */
function asked(world: World) {
  return requireSizing(
    {
      files: ['sized.yaml'],
      vary: ['surfaces.db.base-backup.schedule=every 1d|every 2d'],
      meet: ['p50(rto) <= 3h'],
      minimise: 'cost',
    },
    { seed: 1, incidents: 65_536, tolerance: 0 },
    world,
  );
}

/** A world in which the reader interrupts the piece of work with this number, from 1. */
function interruptedAt(piece: number): World {
  let pieces = 0;
  return memoryWorld({
    files: { 'sized.yaml': SCENARIO },
    onInterrupt: (stop) => {
      if (++pieces >= piece) stop();
      return () => undefined;
    },
  });
}

const wish = (world: World) => ({ ...asked(world), asked: { draws: undefined, assumptionsCount: 2 } });

const numbers = { seed: 1, incidents: 65_536, workers: 1 };

describe('A sizing that is interrupted', () => {
  test('tells what was known at the last look', async () => {
    const world = interruptedAt(4);
    const sizing = await playSizing(wish(world), numbers, world);
    expect(sizing.end).toBe('interrupted');
    expect(sizing.candidates.map(({ incidents }) => incidents)).toEqual([4096, 4096]);
    const once = interruptedAt(Infinity);
    const whole = await playSizing(wish(once), numbers, once);
    expect(whole.end).toBe('ceiling');
    expect(whole.candidates.map(({ incidents }) => incidents)).toEqual([65_536, 65_536]);
  });

  test('has no answer before every combination was looked at', async () => {
    const world = interruptedAt(2);
    await expect(playSizing(wish(world), numbers, world)).rejects.toThrow(Interruption);
  });
});
