import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { compile } from '../../../src/plan/compile.js';
import { readScenario } from '../../../src/scenario/read-scenario.js';
import { expectedKept, type KeptRuns } from '../../../src/study/kept-runs.js';
import { DAY } from '../../../src/units/quantity.js';

const FOLDER = 'scenarios';

/** What age alone prunes in the shipped scenarios, as it succeeds there and much more seldom, whole and as differences. */
function prunedByAge(): { readonly kept: KeptRuns; readonly epoch: number }[] {
  const load = (name: string) => {
    const file = /\.\w+$/.test(name) ? name : `${name}.yaml`;
    return { file: name, text: readFileSync(join(FOLDER, file), 'utf8') };
  };
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.yaml'))
    .flatMap((name) => {
      const read = readScenario(readFileSync(join(FOLDER, name), 'utf8'), { file: name, load });
      if (read.kind !== 'scenario') throw new Error(`${name} has problems`);
      const plan = compile(read.scenario);
      return plan.surfaces.flatMap(({ copies }) =>
        copies.flatMap(({ protection }) => {
          if (protection.kind !== 'backup' || protection.keep.count !== Infinity) return [];
          if (protection.keep.calendar !== undefined) return [];
          const { runs, keep, horizon } = protection;
          return [1, 0.4].flatMap((luck) =>
            [NaN, 7, 1e5].map((changes) => ({
              kept: {
                runs: runs.map((level) => ({ ...level, succeeds: level.succeeds * luck })),
                keep,
                horizon,
                size: 1e9,
                changes,
              },
              epoch: plan.epoch,
            })),
          );
        }),
      );
    });
}

test('What age alone prunes is as much by its short way as by the way of all rules', () => {
  const cases = prunedByAge();
  expect(cases.length).toBeGreaterThan(20);
  for (const { kept, epoch } of cases) {
    // A count that is never reached asks for the long way.
    const long = { ...kept, keep: { ...kept.keep, count: 1e6 } };
    for (const now of [3 * DAY, 100.3 * DAY]) {
      const short = expectedKept(kept, now, epoch);
      expect(short).toBeGreaterThan(0);
      // With a count more states are told apart, and of each a billionth may be let go, run by run.
      expect(Math.abs(short / expectedKept(long, now, epoch) - 1)).toBeLessThan(1e-4);
    }
  }
});
