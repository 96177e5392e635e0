import { describe, expect, test } from 'vitest';
import { compile } from '../../../src/plan/compile.js';
import { outcomesOfRange } from '../../../src/study/outcomes-of-range.js';
import { replicate } from '../../../src/study/replicate.js';
import { RunRecorder } from '../../../src/study/run-recorder.js';
import { outcomeBits } from '../../support/outcome-bits.js';
import { shippedScenario } from '../../support/plan-of.js';

const plan = compile(shippedScenario('reference-r1'));
const run = replicate(plan, { seed: 1, incidents: 10_000 });

describe('The outcomes of a range of a run', () => {
  test.each([1, 1024, 5000, 8192, 9216, 10_000])('are what a run of %d gives, for the first so many', (to) => {
    expect(outcomeBits(outcomesOfRange(run, { from: 0, to }))).toEqual(
      outcomeBits(replicate(plan, { seed: 1, incidents: to })),
    );
  });

  test.each([
    [1024, 2048],
    [7168, 9216],
    [9216, 10_000],
  ])('are what is recorded when only incidents %d to %d are played', (from, to) => {
    const recorder = new RunRecorder(plan, { seed: 1, range: { from, to } });
    recorder.play({ from, to });
    expect(outcomeBits(outcomesOfRange(run, { from, to }))).toEqual(outcomeBits(recorder.outcomes));
  });

  test('are refused beyond its end, and where there is none', () => {
    expect(() => outcomesOfRange(run, { from: 0, to: 10_001 })).toThrow('a run of 10000 has no incidents 0 to 10000');
    expect(() => outcomesOfRange(run, { from: 5, to: 5 })).toThrow(RangeError);
  });
});
