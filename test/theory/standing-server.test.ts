import { describe, expect, it } from 'vitest';
import { compileYears } from '../../src/plan/years-plan.js';
import { IncidentSimulator } from '../../src/simulation/incident-simulator.js';
import { YearSimulator } from '../../src/simulation/years/year-simulator.js';
import { replicate } from '../../src/study/replicate.js';
import { HOUR, MINUTE } from '../../src/units/quantity.js';
import { kolmogorovDistance, kolmogorovLimit } from '../support/kolmogorov-smirnov.js';
import { scenarioOf } from '../support/plan-of.js';
import { disasterPlan } from '../support/small-plan.js';

/**
 * A server that stands, by theory: what is only corrupted has its log still there, so that only what was written since
 * the onset is lost. Whole laws are within the Dvoretzky–Kiefer–Wolfowitz bound, which a true sample passes but for one
 * of a million.
 */
const INCIDENTS = 40_000;
const LIMIT = kolmogorovLimit(INCIDENTS, 1e-6);
const LATENCY = 'latency: { exponential: { mean: 20m } }';

const sections = (copies: string, kind: string) => `
sites: { here: {}, there: {} }
surfaces: { db: { on: here, ${copies} } }
incidents: { loss: { ${kind} } }
runbook: { last: { takes: 1h } }`;
const losses = (copies: string, kind: string): Float64Array =>
  replicate(disasterPlan(sections(copies, kind)), { seed: 23, incidents: INCIDENTS }).metrics[1].values;

const latency = (x: number): number => 1 - Math.exp(-x / (20 * MINUTE));
const BACKUP = 'base-backup: { on: there, schedule: every 1d, takes: 0s, keep: 60d }';
const ARCHIVES = [
  ['every minute', 'log-archive: { on: there, every: 1m, volume: 1 MB/s }'],
  ['every eight hours', 'log-archive: { on: there, every: 8h, volume: 1 MB/s }'],
  ['an hour late', 'log-archive: { on: there, every: 5m, lag: 1h, volume: 1 MB/s }'],
  [
    'not at all since yesterday, half of the time',
    'log-archive: { on: there, every: 5m, volume: 1 MB/s, silently-broken: { probability: 50%, for: 1d } }',
  ],
] as const;

describe('an error on a server that stands', () => {
  it.each(ARCHIVES)('loses what was written since the onset and no more, whose log is archived %s', (_, archive) => {
    expect(kolmogorovDistance(losses(`${BACKUP}, ${archive}`, `corrupts: db, ${LATENCY}`), latency)).toBeLessThan(
      LIMIT,
    );
  });

  it('loses nothing when it is noticed at once', () => {
    expect(losses(`${BACKUP}, ${ARCHIVES[1][1]}`, 'corrupts: db').every((loss) => loss === 0)).toBe(true);
  });

  it('brings a replica that keeps changes back to the onset, however late they are on their way', () => {
    const replica = 'replica: { on: there, delayed-by: 1000d, lag: { exponential: { mean: 1d } } }';
    expect(kolmogorovDistance(losses(replica, `corrupts: db, ${LATENCY}`), latency)).toBeLessThan(LIMIT);
  });

  it('does not give a replica that had stopped what it had missed', () => {
    const replica = 'replica: { on: there, delayed-by: 1000d, silently-broken: { probability: 50%, for: 10h } }';
    const found = losses(replica, `corrupts: db, ${LATENCY}`);
    const law = (x: number): number => 0.5 * latency(x) + (x < 10 * HOUR ? 0 : 0.5 * latency(x));
    expect(kolmogorovDistance(found, law)).toBeLessThan(LIMIT);
  });

  it('replays the log from the start of the backup to the onset', () => {
    const simulator = new IncidentSimulator(
      disasterPlan(sections(`${BACKUP}, ${ARCHIVES[1][1]}`, `corrupts: db, ${LATENCY}`)),
      3,
    );
    for (let incident = 0; incident < 500; incident++) {
      simulator.play(incident);
      const { corruptedFrom } = simulator.strike;
      const sinceBackup = corruptedFrom - Math.floor(corruptedFrom / (24 * HOUR)) * 24 * HOUR;
      expect(simulator.protection.bytes(0, 'log-to-replay') / 1e6).toBeCloseTo(sinceBackup, 3);
    }
  });
});

describe('what has no use of it', () => {
  const age = (x: number): number => Math.min(1, x / (6 * HOUR));

  it.each([
    ['a copy that a schedule makes', 'replication: { on: there, every: 6h, takes: 0s, keep: 60d }', 'corrupts: db'],
    ['a snapshot', 'snapshots: { on: there, schedule: every 6h, takes: 0s, keep: 60d }', 'corrupts: db'],
    ['a backup without a log', BACKUP.replace('1d', '6h'), 'corrupts: db'],
    [
      'an onset that nobody knows',
      `${BACKUP.replace('1d', '6h')}, ${ARCHIVES[0][1]}`,
      'corrupts: db, latency: 1ms, onset: unknown',
    ],
  ])('is %s', (_, copies, kind) => {
    const found = losses(copies, kind);
    expect(kolmogorovDistance(found, age)).toBeLessThan(LIMIT);
  });

  const archived = `${BACKUP.replace('on: there', 'on: there, immutable: true')}, ${ARCHIVES[1][1]}`;
  const segment = (x: number): number => Math.min(1, x / (8 * HOUR));
  it.each([
    ['is destroyed too', 'corrupts: db, destroys: here'],
    ['is cut off too', 'corrupts: db, cuts-off: here'],
    ['is deleted too', 'corrupts: db, deletes: db'],
    ['was in the hands of an attacker', 'corrupts: db, attacks-copies: 57%'],
  ])('is a server that %s', (_, kind) => {
    const found = losses(archived, kind);
    expect(kolmogorovDistance(found, segment)).toBeLessThan(LIMIT);
  });
});

describe('in years', () => {
  const lossesOf = (incidents: string, kind: number): Float64Array => {
    const scenario = scenarioOf(`drillcast: 1
name: years
sites: { here: {}, there: {} }
surfaces: { db: { on: here, ${BACKUP}, ${ARCHIVES[1][1]} } }
incidents: ${incidents}
runbook: { last: { takes: 1h } }
milestones: { service-reopened: last, incident-closed: last }
`);
    const simulator = new YearSimulator(compileYears(scenario), 7);
    return Float64Array.from(
      Array.from({ length: 300 }, (_, year) => {
        simulator.play(year);
        return simulator.incidents.filter((one) => one.kind === kind).map(({ rpo }) => rpo);
      }).flat(),
    );
  };

  it('a server stands as in a run', () => {
    const found = lossesOf(`{ loss: { frequency: 6 per 1y, corrupts: db, ${LATENCY} } }`, 0);
    expect(found.length).toBeGreaterThan(1500);
    expect(kolmogorovDistance(found, latency)).toBeLessThan(kolmogorovLimit(found.length, 1e-6));
  });

  it('a server does not stand that another incident has just taken', () => {
    const found = lossesOf(
      `{ error: { frequency: 1 per 10000y, corrupts: db },
  fire: { frequency: 6 per 1y, destroys: here, sets-off: { error: { probability: 100%, after: 1s } } } }`,
      0,
    );
    expect(found.length).toBeGreaterThan(1500);
    expect(kolmogorovDistance(found, (x) => Math.min(1, x / (8 * HOUR)))).toBeLessThan(
      kolmogorovLimit(found.length, 1e-6),
    );
  });
});
