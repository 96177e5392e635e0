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

describe('Backups that suffer from what a plan lacks', () => {
  const lossOf = (surface: string, readiness: string, incidents = 20_000): Float64Array => {
    const plan = smallPlan(`
surfaces: { db: { ${surface} } }
runbook: { last: { restores: db, takes: 1h } }
readiness: { alerts: { asks: Alerts?, ${readiness} } }`);
    return replicate(plan, { seed: 3, incidents }).metrics[1].values;
  };
  const daily = 'base-backup: { schedule: every 1d, takes: 0s, restorable: 80%';
  const tested = `${daily}, silently-unrestorable-after: { exponential: { mean: 5y } } }, restore-test: { every: 30d }`;

  it('restore with the product of both probabilities: of 0.8 × 0.75 the loss is half a day and as many days as tries failed', () => {
    const loss = lossOf(`${daily} }`, 'answer: no, if-not: { backups: { db: { restorable: 75% } } }');
    const { mean, standardError } = moments(loss);
    expect(Math.abs((mean ?? NaN) / 86_400 - (0.5 + 0.4 / 0.6))).toBeLessThan((5 * (standardError ?? NaN)) / 86_400);
  });

  it('go bad unnoticed as soon as it says, in place of what the surface says, until a restore test finds it', () => {
    const gap = 'if-not: { backups: { db: { silently-unrestorable-after: { exponential: { mean: 60d } } } } }';
    const direct = lossOf(tested.replace('5y', '60d'), 'answer: yes', 2000);
    expect(lossOf(tested, `answer: no, ${gap}`, 2000)).toEqual(direct);
    expect(lossOf(tested, `answer: yes, ${gap}`, 2000)).not.toEqual(direct);
    expect(lossOf(tested, `answer: yes, ${gap}`, 2000)).toEqual(lossOf(tested, 'answer: yes', 2000));
  });
});
