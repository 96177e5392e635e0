import { describe, expect, it } from 'vitest';
import { compile } from '../../src/plan/compile.js';
import { compileYears } from '../../src/plan/years-plan.js';
import { STEP_INCIDENTS } from '../../src/study/blank-outcomes.js';
import { replicate } from '../../src/study/replicate.js';
import { summariseDecisions } from '../../src/study/summarise-decisions.js';
import { estimateCosts } from '../../src/study/years/estimate-costs.js';
import { playYears } from '../../src/study/years/year-recorder.js';
import { HOUR } from '../../src/units/quantity.js';
import { scenarioOf } from '../support/plan-of.js';

/**
 * What is spared by staying offline, by theory. Each comparison fails a true sample with probability at most 1e-6: shares
 * within 5.2 standard deviations, means within 5.2 standard errors.
 *
 * To reopen at once costs an exponential amount of mean `A` with probability `p`, later; to reconcile first keeps the service
 * closed for an exponential time, which at the price of downtime costs `D` on average.
 */
const [p, A, D] = [0.6, 30_000, 20_000];
const PRICE = 10_000; // of an hour of downtime

const scenario = (
  first: 'reopen' | 'reconcile',
  later = `probability: 60%, amount: { exponential: { mean: ${A} } }`,
  runs = 'every: 4h, takes: 0s',
) =>
  scenarioOf(`
drillcast: 1
name: later
period: { from: 2026-01-01, to: 2027-01-01 }
people: { clerks: { count: 3 } }
sites: { here: {}, there: {} }
surfaces: { db: { on: here, replication: { on: there, ${runs} } } }
incidents: { loss: { frequency: 2 per year, destroys: here } }
decisions:
  reopening:
    after: declare
    alternatives:
      reconcile: ${first === 'reconcile' ? '{ for: loss }' : '{ for: loss, loses-more-than: 365d }'}
      reopen: { costs-later: { ${later} } }
runbook:
  declare: { takes: 0s }
  reconcile-offline: { follows: declare, when: reconcile, takes: { exponential: { mean: ${D / PRICE}h } } }
  last: { follows: [declare, reconcile-offline], takes: 0s }
milestones: { service-reopened: last, incident-closed: last }
costs: { currency: EUR, downtime: ${PRICE}/h, people: { clerks: 50/h } }`);

function regretOf(first: 'reopen' | 'reconcile') {
  const run = replicate(compile(scenario(first)), { seed: 21, incidents: STEP_INCIDENTS });
  const { regret, alternatives } = summariseDecisions(run, 0.95)['reopening'];
  return { ...regret, cost: regret.cost ?? { share: NaN, meanLost: NaN }, alternatives };
}

function expectShare(share: number, expected: number): void {
  expect(Math.abs(share - expected)).toBeLessThan(5.2 * Math.sqrt((expected * (1 - expected)) / STEP_INCIDENTS));
}

describe('reopening on books that do not agree, by theory', () => {
  // Of two exponential amounts the one of mean A is the larger with probability A / (A + D).
  const isDearer = (p * A) / (A + D);

  it('is regretted for money when the corrections come and cost more than staying offline, by what has no memory', () => {
    const { rto, cost, alternatives } = regretOf('reopen');
    expectShare(cost.share, isDearer);
    // How much larger the larger of the two is has the law that it had from the start: mean and deviation A.
    expect(Math.abs((cost.meanLost ?? NaN) - A)).toBeLessThan((5.2 * A) / Math.sqrt(STEP_INCIDENTS * isDearer * 0.9));
    // Nobody waits longer for it.
    expect(rto.share).toBe(0);
    expectShare(alternatives[0].cheapest ?? NaN, isDearer);
  });

  it('is spared by staying offline, which is regretted for time always, and for money only when it cost more', () => {
    const { rto, cost } = regretOf('reconcile');
    expect(rto.share).toBe(1);
    expectShare(cost.share, 1 - isDearer);
    // The expected regret is that of D beside nothing, and of D beside an amount that is smaller.
    const expected = (1 - p) * D + (p * D * D) / (A + D);
    const squares = (1 - p) * 2 * D * D + (p * 2 * D * D * D) / (A + D);
    const found = cost.share * (cost.meanLost ?? NaN);
    expect(Math.abs(found - expected)).toBeLessThan(5.2 * Math.sqrt((squares - expected ** 2) / STEP_INCIDENTS));
  });

  it('would be regretted for money whenever it is careful, if nothing came of it later', () => {
    const spared = scenario('reconcile', 'probability: 0%, amount: 1');
    const run = replicate(compile(spared), { seed: 21, incidents: STEP_INCIDENTS });
    expect(summariseDecisions(run, 0.95)['reopening'].regret.cost?.share).toBe(1);
  });
});

describe('what comes later', () => {
  const all = 'amount: 1000, data-loss: 100/h, takes: 8h, needs: { clerks: 2 }';

  it('is an amount, a price of the data lost and the work of people, and belongs to no metric', () => {
    const { metrics, costs } = replicate(compile(scenario('reopen', all)), { seed: 3, incidents: 500 });
    const [rto, rpo, rtt] = metrics.map(({ values }) => values);
    expect([Math.max(...rto), Math.max(...rtt)]).toEqual([0, 0]);
    for (const [incident, loss] of rpo.entries()) {
      expect(costs?.[incident]).toBeCloseTo(1000 + 8 * 2 * 50 + (100 * loss) / HOUR, 6);
    }
  });

  it('costs a year as many incidents as it has, in the study of years too', () => {
    const asked = scenario('reopen', all);
    const years = 4000;
    const outcomes = playYears(compileYears(asked), { seed: 4, years });
    if (asked.costs === undefined) throw new Error('the scenario has prices');
    const { afterwards } = estimateCosts(outcomes, asked.costs, 0.95).parts;
    // A Poisson number of incidents, two a year of 365.25 days, each of 1800 and of a loss uniform on four hours.
    const rate = (2 * 365) / 365.25;
    const square = 1800 ** 2 + 2 * 1800 * 200 + (400 * 400) / 3;
    expect(Math.abs((afterwards.mean ?? NaN) - rate * 2000)).toBeLessThan(5.2 * Math.sqrt((rate * square) / years));
  });
});

describe('A year whose unrecoverable loss has no price', () => {
  it('has no cost, and no part in the means: the parts of all others add up to the whole', () => {
    const asked = scenario('reopen', undefined, 'every: 4h, takes: 0s, succeeds: 30%, keep: 8h');
    const outcomes = playYears(compileYears(asked), { seed: 5, years: 500 });
    if (asked.costs === undefined) throw new Error('the scenario has prices');
    const { total, parts, unpricedYears } = estimateCosts(outcomes, asked.costs, 0.95);
    expect(unpricedYears).toBe(outcomes.unrecoverable.filter((count) => count > 0).length);
    expect(unpricedYears).toBeGreaterThan(100);
    const sum = Object.values(parts).reduce((all, { mean }) => all + (mean ?? NaN), 0);
    expect(sum).toBeCloseTo(total.mean ?? NaN, 6);
  });
});
