import { describe, expect, it } from 'vitest';
import { replicate } from '../../src/study/replicate.js';
import { moments } from '../../src/statistics/moments.js';
import { smallPlan } from '../support/small-plan.js';

const RUNBOOK = `
surfaces: { settings: { versioned: true } }
runbook:
  last: { takes: 1h, fails: 20% }`;

const rtoOf = (readiness: string, incidents = 40_000): Float64Array => {
  const [rto] = replicate(smallPlan(`${RUNBOOK}\nreadiness:\n  tested:\n${readiness}`), { seed: 3, incidents }).metrics;
  return rto.values;
};

describe('What a plan lacks', () => {
  const gap = '    asks: Tested?\n    fresh-for: 90d\n    if-not: { fails: { last: 25% }, delays: { last: 30m } }';

  it('makes attempts fail besides their own failures, and adds its delay once', () => {
    // An attempt succeeds with 0.8 × 0.75 = 0.6: 1 / 0.6 hours on average, and half an hour.
    const { mean, standardError } = moments(rtoOf(`${gap}\n    answer: no`));
    // Five standard errors: a false alarm in less than one of a million runs.
    expect(Math.abs((mean ?? NaN) - 3600 * (1 / 0.6 + 0.5))).toBeLessThan(5 * (standardError ?? NaN));
  });

  it('counts what was done too long ago as lacking: 91 days before the period, but not 89', () => {
    const lacking = rtoOf(`${gap}\n    answer: no`, 500);
    const whole = rtoOf('    asks: Tested?', 500);
    expect(rtoOf(`${gap}\n    answer: 2025-10-06`, 500)).toEqual(lacking);
    expect(rtoOf(`${gap}\n    answer: 2025-10-08`, 500)).toEqual(whole);
  });

  it('changes no number where the answer is yes or not known', () => {
    const whole = rtoOf('    asks: Tested?', 500);
    expect(rtoOf(`${gap}\n    answer: yes`, 500)).toEqual(whole);
    expect(rtoOf(gap, 500)).toEqual(whole);
  });
});
