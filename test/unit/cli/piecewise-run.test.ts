import { describe, expect, test } from 'vitest';
import { beginRun } from '../../../src/cli/piecewise-run.js';
import { compile } from '../../../src/plan/compile.js';
import { footingsOf } from '../../../src/study/rests-on/footings.js';
import { replicate } from '../../../src/study/replicate.js';
import { SketchedSamples } from '../../../src/study/sketched-samples.js';
import { summariseSamples } from '../../../src/study/summarise.js';
import { memoryWorld } from '../../support/memory-world.js';
import { shippedScenario } from '../../support/plan-of.js';
import { syntheticContext } from '../../support/synthetic-outcomes.js';

const scenario = shippedScenario('reference-r1');
const plan = compile(scenario);
const context = { ...syntheticContext, footings: footingsOf(scenario) };
const INCIDENTS = 20_000;
const counted = new SketchedSamples(replicate(plan, { seed: 1, incidents: INCIDENTS }));

const begin = (workers: number, told: number[] = []) =>
  beginRun(
    plan,
    { seed: 1, range: { from: 0, to: INCIDENTS }, workers, onProgress: (played) => void told.push(played) },
    memoryWorld({ tickMs: 1000 }),
    { mostKept: 1000, piece: 9216 },
  );

describe('A run that is too long to keep every value', () => {
  test.each([1, 3])('is counted piece by piece into the same bytes, by %i threads', async (workers) => {
    const told: number[] = [];
    const run = begin(workers, told);
    await run.playTo(12_288);
    expect(run.samples().incidents).toBe(12_288);
    await run.playTo(INCIDENTS);
    await run.close();
    expect(run.played).toBe(INCIDENTS);
    expect(told.at(-1)).toBe(INCIDENTS);
    expect(summariseSamples(run.samples(), context)).toEqual(summariseSamples(counted, context));
  });

  test('that is stopped has counted what was played until then', async () => {
    const run = begin(1);
    await run.playTo(9216);
    run.stop();
    await run.playTo(INCIDENTS);
    expect(run.isStopped).toBe(true);
    expect(run.played).toBe(9216);
    expect(run.samples().incidents).toBe(9216);
  });

  test('has no samples before anything was played', () => {
    expect(() => begin(1).samples()).toThrow(new RangeError('PiecewiseRun: nothing was played'));
  });
});
