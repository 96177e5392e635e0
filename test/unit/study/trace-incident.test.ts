import { describe, expect, it } from 'vitest';
import { traceIncident } from '../../../src/study/trace-incident.js';
import { disasterPlan, NO_LOSS, smallPlan } from '../../support/small-plan.js';

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

describe('traceIncident of what was decided', () => {
  const plan = disasterPlan(`
sites: { here: {}, there: {} }
surfaces: { db: { on: here, replication: { on: there, every: 1h, takes: 0s } } }
incidents:
  loss: { frequency: 1 per 1y, destroys: here }
  outage: { frequency: 1 per 1y, cuts-off: here, provider-returns-after: 90m }
decisions: { way-back: { after: declare, alternatives: { wait: { waits: 2h }, rebuild: {} } } }
runbook:
  declare: { takes: 30m }
  rebuild-all: { follows: declare, when: rebuild, takes: 5h }
  last: { follows: rebuild-all, takes: 1h }`);
  const traces = Array.from({ length: 20 }, (_, incident) => traceIncident(plan, { seed: 1, incident }));
  const traceOf = (kind: string) => traces.find((trace) => trace.kind === kind);

  it('tells the alternative, how long people waited, and no step that was not carried out', () => {
    const outage = traceOf('outage');
    expect(outage?.decisions).toEqual([
      { name: 'way-back', alternative: 'wait', waitedSeconds: 3600, after: 'declare' },
    ]);
    expect(outage?.steps.map(({ name, start, end }) => [name, start, end])).toEqual([
      ['declare', 0, 5400],
      ['last', 5400, 9000],
    ]);
    expect(outage?.steps[1].startedAfter).toBe('rebuild-all');
    expect(outage?.surfaces[0]).toMatchObject({ from: 'as it was', rpoSeconds: 0 });
  });

  it('tells the steps of the alternative that was taken', () => {
    const loss = traceOf('loss');
    expect(loss?.decisions).toEqual([{ name: 'way-back', alternative: 'rebuild', waitedSeconds: 0, after: 'declare' }]);
    expect(loss?.steps.map(({ name }) => name)).toEqual(['declare', 'rebuild-all', 'last']);
    expect(loss?.steps.every(({ isOnCriticalPath }) => isOnCriticalPath)).toBe(true);
  });
});
