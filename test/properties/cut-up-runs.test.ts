import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RunPlayer } from '../../src/cli/run-player.js';
import { beginSharedRun } from '../../src/cli/shared-run.js';
import { compile } from '../../src/plan/compile.js';
import { blankOutcomes, outcomeNames } from '../../src/study/blank-outcomes.js';
import { outcomeColumns } from '../../src/study/outcome-columns.js';
import { outcomesOfRange } from '../../src/study/outcomes-of-range.js';
import { replicate } from '../../src/study/replicate.js';
import { mostShards, shardRange } from '../../src/study/shard-range.js';
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
          // Those of fewer than 16,384 are played in one way, longer ones in another.
          incidents: fc.oneof(fc.integer({ min: 1, max: 16_000 }), fc.integer({ min: 16_384, max: 20_000 })),
          workers: fc.integer({ min: 1, max: 5 }),
          stops: fc.array(fc.integer({ min: 1, max: 15 }), { maxLength: 3 }),
        }),
        async ({ plan, seed, incidents, workers, stops }) => {
          const options = { seed, range: { from: 0, to: incidents }, workers, onProgress: () => undefined };
          // By this clock every block takes a second, so that other threads join at once.
          const player = new RunPlayer(beginSharedRun(plan, options), options, memoryWorld({ tickMs: 1000 }));
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

describe('The parts of a run', () => {
  it('hold every incident once, in their order, for any cut, and none is empty', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000_000 }), fc.integer({ min: 1, max: 200 }), (incidents, wished) => {
        const of = Math.min(wished, mostShards(incidents));
        const ranges = Array.from({ length: of }, (_, index) => shardRange({ number: index + 1, of }, incidents));
        expect(ranges[0].from).toBe(0);
        expect(ranges.at(-1)?.to).toBe(incidents);
        ranges.forEach(({ from, to }, index) => {
          expect(to).toBeGreaterThan(from);
          expect(from % 1024).toBe(0);
          if (index > 0) expect(from).toBe(ranges[index - 1].to);
        });
      }),
    );
  });

  it('are put together into the bytes of the run, whoever played them', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...plans),
        fc.integer({ min: 9000, max: 14_000 }),
        fc.integer({ min: 1, max: 14 }),
        fc.nat(),
        async (plan, incidents, wished, seed) => {
          const of = Math.min(wished, mostShards(incidents));
          const names = outcomeNames(plan);
          const whole = blankOutcomes(names, { seed, range: { from: 0, to: incidents } });
          for (let number = of; number >= 1; number -= 1) {
            const range = shardRange({ number, of }, incidents);
            const options = { seed, range, workers: 1 + (number % 3), onProgress: () => undefined };
            const player = new RunPlayer(beginSharedRun(plan, options), options, memoryWorld({ tickMs: 1000 }));
            await player.playTo(range.to);
            const targets = outcomeColumns(outcomesOfRange(whole, range));
            outcomeColumns(player.outcomes).forEach((column, index) => targets[index].set(column));
          }
          expect(outcomeBits(whole)).toEqual(outcomeBits(replicate(plan, { seed, incidents })));
        },
      ),
      { numRuns: 12 },
    );
  });
});
