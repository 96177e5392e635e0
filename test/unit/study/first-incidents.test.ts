import { describe, expect, test } from 'vitest';
import { compile } from '../../../src/plan/compile.js';
import { firstIncidents } from '../../../src/study/first-incidents.js';
import { replicate } from '../../../src/study/replicate.js';
import { outcomeBits } from '../../support/outcome-bits.js';
import { shippedScenario } from '../../support/plan-of.js';

const plan = compile(shippedScenario('reference-r1'));
const run = replicate(plan, { seed: 1, incidents: 10_000 });

describe('The first incidents of a run', () => {
  test.each([1, 1024, 5000, 8192, 9216])('are what a run of %d gives', (incidents) => {
    expect(outcomeBits(firstIncidents(run, incidents))).toEqual(outcomeBits(replicate(plan, { seed: 1, incidents })));
  });

  test('are the run itself when they are all', () => {
    expect(firstIncidents(run, 10_000)).toBe(run);
  });

  test('are refused beyond its end, and where there is none', () => {
    expect(() => firstIncidents(run, 10_001)).toThrow('firstIncidents: a run of 10000 has no first 10001');
    expect(() => firstIncidents(run, 0)).toThrow(RangeError);
  });
});
