import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RunPlayer } from '../../src/cli/run-player.js';
import { compile } from '../../src/plan/compile.js';
import { replicate } from '../../src/study/replicate.js';
import { memoryWorld } from '../support/memory-world.js';
import { outcomeBits } from '../support/outcome-bits.js';
import { shippedScenario } from '../support/plan-of.js';

// One is played by the quick way for plain runbooks, the other by the general one.
const plans = ['reference-r1', 'dalp-hot-cold'].map((name) => compile(shippedScenario(name)));

describe('A run', () => {
  it('gives the same bytes for any number of workers, and for any stops on the way', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.record({
          plan: fc.constantFrom(...plans),
          seed: fc.nat(),
          incidents: fc.integer({ min: 1, max: 16_000 }),
          workers: fc.integer({ min: 1, max: 5 }),
          stops: fc.array(fc.integer({ min: 1, max: 15 }), { maxLength: 3 }),
        }),
        async ({ plan, seed, incidents, workers, stops }) => {
          const options = { seed, range: { from: 0, to: incidents }, workers, onProgress: () => undefined };
          // By this clock every block takes a second, so that other threads join at once.
          const player = new RunPlayer(plan, options, memoryWorld({ tickMs: 1000 }));
          for (const blocks of stops.sort((a, b) => a - b)) {
            if (blocks * 1024 < incidents) await player.playTo(blocks * 1024);
          }
          await player.playTo(incidents);
          expect(player.played).toBe(incidents);
          expect(outcomeBits(player.outcomes)).toEqual(outcomeBits(replicate(plan, { seed, incidents })));
        },
      ),
      { numRuns: 25 },
    );
  });
});
