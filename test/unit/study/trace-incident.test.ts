import { describe, expect, it } from 'vitest';
import { traceIncident } from '../../../src/study/trace-incident.js';
import { NO_LOSS, smallPlan } from '../../support/small-plan.js';

describe('traceIncident', () => {
  it('tells each attempt under the visit in which it was made, also where attempts take no time', () => {
    const plan = smallPlan(`${NO_LOSS}
runbook:
  a: { takes: 0s }
  last: { follows: a, takes: 0s, fails: { probability: 75%, back-to: a } }`);
    let repeated = 0;
    for (let incident = 0; incident < 50; incident++) {
      const { steps } = traceIncident(plan, { seed: 1, incident });
      // Each visit to either step is one attempt; only the last visit to the last step succeeds.
      expect(steps.map(({ attempts }) => attempts.length)).toEqual(steps.map(() => 1));
      const outcomes = steps.filter(({ name }) => name === 'last').map(({ attempts }) => attempts[0].outcome);
      expect(outcomes).toEqual([...outcomes.slice(1).map(() => 'failed'), 'done']);
      if (outcomes.length > 1) repeated++;
    }
    expect(repeated).toBeGreaterThan(20);
  });
});
