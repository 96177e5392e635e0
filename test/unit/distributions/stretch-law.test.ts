import { describe, expect, test } from 'vitest';
import { quantile } from '../../../src/distributions/families.js';
import type { Law } from '../../../src/distributions/law.js';
import { logMoments } from '../../../src/distributions/log-moments.js';
import { stretcherOf, type Stretch } from '../../../src/distributions/stretch-law.js';

const LAWS: readonly Law[] = [
  { kind: 'lognormal', mu: 8, sigma: 0.4 },
  { kind: 'weibull', shape: 1.7, scale: 900 },
  { kind: 'exponential', mean: 600 },
  { kind: 'gamma', shape: 3, scale: 100 },
  { kind: 'uniform', min: 60, max: 600 },
  { kind: 'triangular', min: 60, mode: 90, max: 600 },
  { kind: 'pert', min: 60, mode: 90, max: 600 },
  { kind: 'empirical', values: [60, 90, 600] },
  { kind: 'mixture', parts: [{ weight: 1, law: { kind: 'lognormal', mu: 5, sigma: 1 } }] },
];

const stretchLaw = (law: Law, stretch: Stretch): Law => stretcherOf(law)(stretch);

describe('A stretched law', () => {
  test.each(LAWS)('of kind $kind has the moments of the logarithm that were asked for', (law) => {
    const before = logMoments(law);
    const after = logMoments(stretchLaw(law, { shift: 0.7, factor: 1.5 }));
    expect(after.mean).toBeCloseTo(before.mean + 0.7, 2);
    expect(after.variance / before.variance / 2.25).toBeCloseTo(1, 1);
  });

  test.each(LAWS)('of kind $kind stays as it is where nothing is asked for', (law) => {
    const same = stretchLaw(law, { shift: 0, factor: 1 });
    for (const p of [0.1, 0.5, 0.9]) expect(quantile(same, p) / quantile(law, p)).toBeCloseTo(1, 1);
  });

  test('keeps its bounds, a fixed value its being fixed, and 0 its being 0', () => {
    const law: Law = { kind: 'clamped', law: { kind: 'lognormal', mu: 8, sigma: 0.4 }, atLeast: 30 };
    expect(stretchLaw(law, { shift: 1, factor: 2 })).toEqual({ ...law, law: { kind: 'lognormal', mu: 9, sigma: 0.8 } });
    expect(stretchLaw({ kind: 'fixed', value: 10 }, { shift: Math.LN2, factor: 9 })).toEqual({
      kind: 'fixed',
      value: expect.closeTo(20, 9) as number,
    });
    const zeros = stretchLaw({ kind: 'empirical', values: [0, 10] }, { shift: 1, factor: 1 });
    expect(quantile(zeros, 0.25)).toBe(0);
  });
});
