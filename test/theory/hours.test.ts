import { describe, expect, it } from 'vitest';
import { replicate } from '../../src/study/replicate.js';
import { smallPlan, NO_LOSS } from '../support/small-plan.js';

/** A runbook in which two people are fought over, and who they are. */
const contested = (officer: string): string => `${NO_LOSS}
people: { officer: { count: 2${officer} } }
runbook:
  a: { takes: { exponential: { mean: 3h } } }
  b: { follows: a, needs: officer, takes: { exponential: { mean: 2h } } }
  c: { follows: a, needs: { officer: 2 }, takes: 30m to 2h }
  d: { follows: a, needs: officer, takes: { exponential: { mean: 1h } } }
  last: { follows: [b, c, d], needs: officer, takes: 30m }`;

describe('people who are always there', () => {
  it.each([
    ['around the clock', ", hours: 'Mon-Sun 00:00-24:00'"],
    ['called out in no time', ', call-out: 0s'],
  ])('recover alike whether that is said or not: %s', (_, how) => {
    const said = replicate(smallPlan(contested(how)), { seed: 3, incidents: 3000 });
    const unsaid = replicate(smallPlan(contested('')), { seed: 3, incidents: 3000 });
    expect(said.metrics).toEqual(unsaid.metrics);
    // Whoever waits, waits for people at work, and the critical path knows it.
    for (const [i, step] of unsaid.steps.steps.entries()) {
      expect(said.steps.steps[i].secondsOnPathToReopen).toEqual(step.secondsOnPathToReopen);
    }
    expect(Math.max(...said.steps.people[0].secondsOnPathToReopen)).toBe(0);
  });
});

describe('people who are busy and then away', () => {
  it('hold up the path by their work first, and by their absence after that', () => {
    // Strikes at any time of a week; both steps need the one clerk, who works from Monday to Friday, eight to six.
    const plan = smallPlan(`${NO_LOSS}
people: { clerk: { count: 1, hours: Mon-Fri 08:00-18:00 } }
runbook:
  a: { needs: clerk, takes: 8h }
  last: { needs: clerk, takes: 1h }`);
    const { metrics, steps } = replicate(plan, { seed: 1, incidents: 2000 });
    const [a, last] = steps.steps;
    for (let incident = 0; incident < 2000; incident++) {
      expect(a.secondsOnPathToReopen[incident]).toBeCloseTo(8 * 3600, 6);
      expect(last.secondsOnPathToReopen[incident]).toBeCloseTo(3600, 6);
      const away = steps.people[0].secondsOnPathToReopen[incident];
      expect(away + 9 * 3600).toBeCloseTo(metrics[0].values[incident], 6);
    }
  });
});

describe('people of two roles who come free at one instant', () => {
  it('are waited for once: the path adds up to the metric, and nobody is absent who was at work', () => {
    // At one hour the first arrives, and the second, who was there all along, ends another step.
    const plan = smallPlan(`${NO_LOSS}
people: { called: { count: 1, call-out: 1h }, there: { count: 1 } }
runbook:
  before: { needs: there, takes: 1h }
  last: { needs: [called, there], takes: 1h }`);
    const { metrics, steps } = replicate(plan, { seed: 1, incidents: 10 });
    const onPath = (part: { readonly secondsOnPathToReopen: Float64Array }) => part.secondsOnPathToReopen[0];
    expect(metrics[0].values[0]).toBe(7200);
    expect(steps.steps.map(onPath)).toEqual([3600, 3600]);
    expect(steps.people.map(onPath)).toEqual([0, 0]);
  });
});
