import { describe, expect, it } from 'vitest';
import { compile } from '../../src/plan/compile.js';
import { readScenario } from '../../src/scenario/read-scenario.js';
import { replicate } from '../../src/study/replicate.js';
import { storageKept } from '../../src/study/storage-kept.js';
import { summarise } from '../../src/study/summarise.js';
import { summaryContext } from '../../src/study/summary-context.js';
import { scenarioOf } from '../support/plan-of.js';
import type { CostsSummary } from '../../src/study/summary.js';

const GIB = 2 ** 30;

function scenarioWith(sections: string) {
  const text = `
drillcast: 1
name: what it costs
period: { from: 2026-01-05, to: 2027-01-05 }
incidents: { loss: { frequency: 2 per year } }
people: { engineers: { count: 2 } }
milestones: { service-reopened: restore, incident-closed: close }
${sections}`;
  const read = readScenario(text, { file: 'costs.yaml', load: () => undefined });
  if (read.kind !== 'scenario') throw new Error(JSON.stringify(read.problems, null, 2));
  return read.scenario;
}

function costsOf(sections: string, incidents = 2000): CostsSummary {
  const scenario = scenarioWith(sections);
  const outcomes = replicate(compile(scenario), { seed: 5, incidents });
  const origin = { version: '0', file: 'costs.yaml', sha256: '0'.repeat(64) };
  const { costs } = summarise(outcomes, summaryContext(scenario, origin));
  if (costs === null) throw new Error('the scenario has prices');
  return costs;
}

const RUNBOOK = `
surfaces:
  files: { size: 100 GiB, replication: { every: 4h, takes: 0s } }
runbook:
  restore: { needs: { engineers: 2 }, transfers: { bytes: files.size, rate: 100 GiB/h } }
  close: { follows: restore, needs: engineers, takes: 3h }`;

describe('An incident costs', () => {
  it('downtime, lost data, people and what is moved, each by its price', () => {
    const costs = costsOf(`${RUNBOOK}
costs:
  currency: EUR
  downtime: 1000/h
  data-loss: 500/h
  people: { engineers: 100/h }
  egress: 0.1/GiB`);
    // An hour of downtime, two people for it and one for three hours more, 100 GiB; the loss is uniform on 0 to 4 h.
    const fixed = 1000 + 2 * 100 + 3 * 100 + 10;
    const { min, max, mean, meanStandardError } = costs.perIncident;
    expect(min ?? NaN).toBeGreaterThanOrEqual(fixed);
    expect(max ?? NaN).toBeLessThanOrEqual(fixed + 4 * 500);
    // Five standard errors: a false alarm in less than one of a million runs.
    expect(Math.abs((mean ?? NaN) - fixed - 2 * 500)).toBeLessThan(5 * (meanStandardError ?? NaN));
    expect(costs.incidents.perYear).toBeCloseTo(2 * (mean ?? NaN), 6);
  });

  it('what is said of an unrecoverable one, and without that nothing can be said of a year', () => {
    const lost = `
surfaces:
  files: { base-backup: { schedule: every 1d, takes: 0s, succeeds: 0% } }
runbook: { restore: { takes: 1h }, close: { follows: restore, takes: 1h } }
costs: { currency: EUR, downtime: 1000/h`;
    expect(costsOf(`${lost}, unrecoverable: 5000000 }`, 100)).toMatchObject({
      perIncident: { min: 5e6, max: 5e6 },
      perYear: expect.closeTo(1e7, 3) as number,
    });
    expect(costsOf(`${lost} }`, 100)).toMatchObject({ incidents: { perYear: null }, perYear: null });
  });
});

describe('A year costs besides', () => {
  it('what stands by, and what the copies keep', () => {
    const costs = costsOf(`${RUNBOOK}
costs:
  currency: EUR
  storage: 0.02/GiB/month
  standing: { standby: 3000 per month, drills: 5000 per 3 months }`);
    expect(costs.standing['standby']).toBeCloseTo(36_000, 6);
    expect(costs.standing['drills']).toBeCloseTo(20_000, 6);
    // One copy of 100 GiB.
    expect(costs.storage.perYear).toBeCloseTo(100 * 0.02 * 12, 9);
    expect(costs.perYear).toBeCloseTo(36_000 + 20_000 + 24, 6);
  });

  it('counts the runs that retention leaves', () => {
    const kept = (keep: string, succeeds = '100%'): number => {
      const scenario = scenarioWith(`
surfaces:
  db:
    size: 10 GiB
    base-backup:
      { schedule: every 1d, takes: 1h, succeeds: ${succeeds}, keep: ${keep}, incremental: { schedule: every 1h, takes: 1m, size: 1 GiB } }
    log-archive: { every: 5m, volume: 2 GiB/h, keep: 7d }
runbook: { restore: { takes: 1h }, close: { follows: restore, takes: 1h } }`);
      return storageKept(compile(scenario)) / GIB;
    };
    const log = 7 * 24 * 2;
    // Of the newest of fourteen fulls half a day of incrementals is made on average, of the others a whole day.
    expect(Math.abs(kept('14d') - (14 * 10 + 13.5 * 24 + log))).toBeLessThan(1);
    // Of the newest of seven likewise: what builds on a full goes with it.
    expect(Math.abs(kept('{ age: 14d, count: 7 }') - (7 * 10 + 6.5 * 24 + log))).toBeLessThan(1);
    expect(Math.abs(kept('{ daily: 7 }') - (7 * 10 + 6.5 * 24 + log))).toBeLessThan(1);
    // Half of the fulls succeed. Of all incrementals those are there whose full is: all but those before the oldest that
    // succeeded, which are (1 − p) / p = 1 day's worth.
    expect(Math.abs(kept('14d', '50%') - (7 * 10 + 12.5 * 24 + log))).toBeLessThan(1);
    // The newest two that succeeded are followed by 2 / p = 4 days of tries, half a day of them not over yet.
    expect(Math.abs(kept('2 backups', '50%') - (2 * 10 + 3.5 * 24 + log))).toBeLessThan(1);
  });

  it('counts what older copies keep by what changes: all that was overwritten, or what differs', () => {
    const kept = (copy: string, besides = 'changes: 1 GiB/d, '): number => {
      const scenario = scenarioWith(`
surfaces: { files: { size: 10 GiB, ${besides}${copy} } }
runbook: { restore: { takes: 1h }, close: { follows: restore, takes: 1h } }`);
      return storageKept(compile(scenario)) / GIB;
    };
    const daily = 'schedule: every 1d, takes: 0s';
    expect(kept('versions: { keep: 90d }')).toBeCloseTo(90, 9);
    // Of fourteen snapshots one is whole, and thirteen differ by a day.
    expect(kept(`snapshots: { ${daily}, keep: 14d }`)).toBeCloseTo(10 + 13, 6);
    const half = `snapshots: { ${daily}, succeeds: 50%, keep: 14d }`;
    expect(kept(half)).toBeCloseTo(10 * (1 - 0.5 ** 14) + spanOfHalf(14), 6);
    // Two that are a fortnight apart share nothing: all has changed by then.
    expect(kept('snapshots: { schedule: every 14d, takes: 0s, keep: 2 backups }')).toBeCloseTo(20, 6);
    expect(kept('replication: { every: 1d, takes: 0s, keep: 14d }')).toBeCloseTo(10 + 13, 6);
    expect(kept('replication: { every: 1d, takes: 0s }')).toBeCloseTo(10, 9);
    // Where nothing tells what changes, a snapshot is stored whole; what is written to the log tells.
    expect(kept(`snapshots: { ${daily}, keep: 14d }`, '')).toBeCloseTo(140, 6);
    const log = `base-backup: { ${daily}, keep: 1d }, log-archive: { every: 5m, volume: 1 GiB/d, keep: 1d }, `;
    expect(kept(`snapshots: { ${daily}, keep: 14d }`, log)).toBeCloseTo(10 + 1 + 10 + 13, 6);
  });
});

/** Days from the first to the last success of so many daily tries, each as likely to succeed as not; differences are never above 10. */
function spanOfHalf(tries: number): number {
  let sum = 0;
  for (let apart = 1; apart < tries; apart++) {
    // Two successes that are neighbours so many days apart, at any of the places where they fit.
    sum += (tries - apart) * 0.5 ** (apart + 1) * Math.min(10, apart);
  }
  return sum;
}

describe('The kinds of incident', () => {
  it('cost in a year what all of them cost: each as often as it strikes, at its own mean', () => {
    const scenario = scenarioOf(`
drillcast: 1
name: kinds
period: { from: 2026-01-05, to: 2027-01-05 }
sites: { here: {}, there: {} }
surfaces: { files: { on: here, replication: { on: there, every: 4h, takes: 0s } } }
incidents:
  rare: { frequency: 1 per 10y, destroys: here }
  often: { frequency: 2 per year }
runbook: { restore: { when: rare, takes: 10h }, mend: { when: often, takes: 1h }, close: { follows: [restore, mend], takes: 0s } }
milestones: { service-reopened: close, incident-closed: close }
costs: { currency: EUR, downtime: 1000/h }`);
    const outcomes = replicate(compile(scenario), { seed: 6, incidents: 3000 });
    const { incidentKinds } = summarise(
      outcomes,
      summaryContext(scenario, { version: '0', file: 'kinds.yaml', sha256: '0'.repeat(64) }),
    );
    expect(incidentKinds['rare'].cost?.mean).toBeCloseTo(10_000, 6);
    expect(incidentKinds['rare'].cost?.perYear).toBeCloseTo(1000, 6);
    expect(incidentKinds['often'].cost?.perYear).toBeCloseTo(2000, 6);
  });
});
