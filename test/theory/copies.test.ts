import { describe, expect, it } from 'vitest';
import type { Plan } from '../../src/plan/plan.js';
import { BackupHistory } from '../../src/simulation/backup-history.js';
import { IncidentSimulator } from '../../src/simulation/incident-simulator.js';
import { ReplicaState } from '../../src/simulation/replica-state.js';
import { replicate } from '../../src/study/replicate.js';
import { DAY, HOUR, MINUTE } from '../../src/units/quantity.js';
import { kolmogorovDistance, kolmogorovLimit } from '../support/kolmogorov-smirnov.js';
import { disasterPlan } from '../support/small-plan.js';

/**
 * What several copies leave after a disaster, by theory. Whole distributions are held against their closed form by the
 * Dvoretzky–Kiefer–Wolfowitz bound, shares by 5.2 standard deviations of a normal law, which is beyond the binomial's
 * here: either fails a true sample with probability at most 1e-6.
 */
const INCIDENTS = 40_000;
const LIMIT = kolmogorovLimit(INCIDENTS, 1e-6);

function losses(plan: Plan, metric = 'rpo'): Float64Array {
  const found = replicate(plan, { seed: 7, incidents: INCIDENTS }).metrics.find(({ name }) => name === metric);
  if (found === undefined) throw new Error(`no metric ${metric}`);
  return found.values;
}

function expectShare(count: number, of: number, share: number): void {
  expect(Math.abs(count / of - share)).toBeLessThan(5.2 * Math.sqrt((share * (1 - share)) / of));
}

const clamp = (x: number): number => Math.min(1, Math.max(0, x));
const SITES = 'sites: { here: {}, there: {} }';
const LAST = 'runbook: { last: { takes: 1h } }';

describe('replicas by theory', () => {
  it('lose their lag with the site of the original, whatever its law', () => {
    const plan = disasterPlan(`${SITES}
surfaces:
  db: { on: here, replica: { on: there, lag: { exponential: { mean: 5m } } } }
incidents: { loss: { destroys: here } }
${LAST}`);
    expect(kolmogorovDistance(losses(plan), (x) => 1 - Math.exp(-x / (5 * MINUTE)))).toBeLessThan(LIMIT);
  });

  it('lose nothing when they are never behind, and all when they live where the original does', () => {
    const on = (site: string): Float64Array =>
      losses(
        disasterPlan(`${SITES}
surfaces:
  db: { on: here, replica: { on: ${site} } }
incidents: { loss: { destroys: here } }
${LAST}`),
      );
    expect(on('there').every((loss) => loss === 0)).toBe(true);
    expect(on('here').every((loss) => Number.isNaN(loss))).toBe(true);
  });

  it('lose a mixture when they stop unnoticed: their lag, and sometimes the time since they stopped with it', () => {
    const plan = disasterPlan(`${SITES}
surfaces:
  db:
    on: here
    replica:
      on: there
      lag: { uniform: { min: 0s, max: 1m } }
      silently-broken: { probability: 10%, for: { uniform: { min: 1h, max: 3h } } }
incidents: { loss: { destroys: here } }
${LAST}`);
    // The sum of two uniform parts, of which the shorter only rounds the corners of the longer.
    const sum = (x: number): number => {
      const ramp = (y: number): number => Math.max(0, y) ** 2 / 2;
      const [short, long] = [MINUTE, 2 * HOUR];
      const y = x - HOUR;
      return (ramp(y) - ramp(y - short) - ramp(y - long) + ramp(y - short - long)) / (short * long);
    };
    const law = (x: number): number => 0.9 * clamp(x / MINUTE) + 0.1 * sum(x);
    expect(kolmogorovDistance(losses(plan), law)).toBeLessThan(LIMIT);
  });

  it('with a delay are clean exactly when the corruption is younger, and then lose what was written since', () => {
    const plan = disasterPlan(`
surfaces: { db: { replica: { delayed-by: 4h } } }
incidents: { loss: { corrupts: db, latency: { exponential: { mean: 3h } } } }
${LAST}`);
    const values = losses(plan);
    const usable = values.filter((loss) => !Number.isNaN(loss));
    const share = 1 - Math.exp(-4 / 3);
    expectShare(usable.length, INCIDENTS, share);
    const law = (x: number): number => clamp((1 - Math.exp(-x / (3 * HOUR))) / share);
    expect(kolmogorovDistance(usable, law)).toBeLessThan(kolmogorovLimit(usable.length, 1e-6));
    expect(Math.max(...usable)).toBeLessThanOrEqual(4 * HOUR);
  });

  it('with a delay have all of it to apply after the loss of a site, and only its younger part after a corruption', () => {
    const plan = disasterPlan(`${SITES}
surfaces: { db: { on: here, replica: { on: there, delayed-by: 4h, volume: 1 MB/s } } }
incidents:
  loss: { frequency: 1 per 2y, destroys: here }
  mistake: { frequency: 1 per 2y, corrupts: db, latency: 1h }
${LAST}`);
    const simulator = new IncidentSimulator(plan, 1);
    for (let incident = 0; incident < 200; incident++) {
      simulator.play(incident);
      const [[replica]] = simulator.protection.histories;
      if (!(replica instanceof ReplicaState)) throw new Error('db has a replica');
      const isCorrupted = simulator.strike.kind.name === 'mistake';
      expect(simulator.rpo).toBeCloseTo(isCorrupted ? HOUR : 0, 6);
      expect(replica.logSpan).toBeCloseTo(isCorrupted ? 3 * HOUR : 4 * HOUR, 6);
      expect(simulator.protection.bytes(0, 'log-to-replay')).toBeCloseTo(replica.logSpan * 1e6, 1);
    }
  });

  it('with a delay are only as good as what they have applied when nobody knows when the corruption began', () => {
    const plan = disasterPlan(`
surfaces: { db: { replica: { delayed-by: 4h } } }
incidents: { loss: { corrupts: db, latency: { uniform: { min: 0h, max: 8h } }, onset: unknown } }
${LAST}`);
    const values = losses(plan);
    const usable = values.filter((loss) => !Number.isNaN(loss));
    expectShare(usable.length, INCIDENTS, 0.5);
    for (const loss of usable) expect(loss).toBeCloseTo(4 * HOUR, 6);
  });
});

describe('versions by theory', () => {
  it('turn a corruption back to its onset as long as they are kept', () => {
    const plan = disasterPlan(`
surfaces: { files: { versions: { keep: 30d } } }
incidents: { loss: { corrupts: files, latency: { exponential: { mean: 20d } } } }
${LAST}`);
    const values = losses(plan);
    const usable = values.filter((loss) => !Number.isNaN(loss));
    const share = 1 - Math.exp(-1.5);
    expectShare(usable.length, INCIDENTS, share);
    const law = (x: number): number => clamp((1 - Math.exp(-x / (20 * DAY))) / share);
    expect(kolmogorovDistance(usable, law)).toBeLessThan(kolmogorovLimit(usable.length, 1e-6));
  });

  it.each([
    ['deleted with the storage', '', 'deletes: files'],
    ['lost with all that is live, where a file does not say where things live', '', ''],
    ['lost with the site of the data', SITES, 'destroys: here'],
  ])('are %s', (_, sites, kind) => {
    const on = sites === '' ? '' : 'on: here, ';
    const plan = disasterPlan(`${sites}
surfaces: { files: { ${on}versions: { keep: 30d } } }
incidents: { loss: { ${kind} } }
${LAST}`);
    expect(losses(plan).every((loss) => Number.isNaN(loss))).toBe(true);
  });
});

describe('a latent corruption by theory', () => {
  const corrupted = (copies: string, incident: string): Plan =>
    disasterPlan(`
surfaces: { db: { ${copies} } }
incidents: { loss: { corrupts: db, ${incident} } }
${LAST}`);

  it('costs its latency to the second when its onset is known and the log reaches back', () => {
    const plan = corrupted(
      'base-backup: { schedule: every 1d, takes: 0s, keep: 60d }, log-archive: { every: 1s, volume: 1 MB/s }',
      'latency: { exponential: { mean: 2d } }',
    );
    const values = losses(plan);
    expect(kolmogorovDistance(values, (x) => 1 - Math.exp(-x / (2 * DAY)))).toBeLessThan(LIMIT + 1e-5);
  });

  it('costs the age of the newest backup from before it when the log is not kept for as long', () => {
    const plan = corrupted(
      'base-backup: { schedule: every 1d, takes: 0s, keep: 60d }, log-archive: { every: 1s, volume: 1 MB/s, keep: 2d }',
      'latency: 3d',
    );
    // The onset is uniform between two backups, and no log from before it is left.
    expect(kolmogorovDistance(losses(plan), (x) => clamp((x - 3 * DAY) / DAY))).toBeLessThan(LIMIT);
  });

  it.each([
    'base-backup: { schedule: every 1d, takes: 0s, keep: 60d }',
    'replication: { every: 1d, takes: 0s, keep: 60d }',
  ])('of unknown onset costs the latency and the age of the newest copy at the onset: %s', (copy) => {
    const plan = corrupted(copy, 'latency: { exponential: { mean: 2d } }, onset: unknown');
    // A sum of an exponential part and, as the strike is uniform, an independent uniform part.
    const m = 2;
    const law = (x: number): number => {
      const t = x / DAY;
      return t < 1 ? t - m * (1 - Math.exp(-t / m)) : 1 - m * (Math.exp(-(t - 1) / m) - Math.exp(-t / m));
    };
    expect(kolmogorovDistance(losses(plan), law)).toBeLessThan(LIMIT);
  });

  it('of unknown onset is not rolled forward, whatever log there is', () => {
    const plan = corrupted(
      'base-backup: { schedule: every 1d, takes: 0s, keep: 60d }, log-archive: { every: 1s, volume: 1 MB/s }',
      'latency: 36h, onset: unknown',
    );
    expect(kolmogorovDistance(losses(plan), (x) => clamp((x - 1.5 * DAY) / DAY))).toBeLessThan(LIMIT);
  });

  it('leaves one backup to look at in vain for each that was made since the onset, and the clean one', () => {
    const plan = disasterPlan(`
surfaces: { db: { base-backup: { schedule: every 6h, takes: 0s, keep: 60d } } }
incidents: { loss: { corrupts: db, latency: { uniform: { min: 0d, max: 5d } }, onset: unknown } }
runbook: { last: { searches: { backups-of: db, each: 1h } } }`);
    const simulator = new IncidentSimulator(plan, 3);
    for (let incident = 0; incident < 5000; incident++) {
      simulator.play(incident);
      const [[history]] = simulator.protection.histories;
      if (!(history instanceof BackupHistory)) throw new Error('db has backups');
      const { at, corruptedFrom } = simulator.strike;
      const since = Math.floor(at / (6 * HOUR)) - Math.floor(corruptedFrom / (6 * HOUR));
      expect(history.infectedBackups).toBe(since);
      expect(simulator.rto).toBeCloseTo((since + 1) * HOUR, 6);
    }
  });

  it('leaves one backup to look at when its onset is known', () => {
    const plan = disasterPlan(`
surfaces: { db: { base-backup: { schedule: every 6h, takes: 0s, keep: 60d } } }
incidents: { loss: { corrupts: db, latency: 3d } }
runbook: { last: { searches: { backups-of: db, each: 1h } } }`);
    expect(losses(plan, 'rto').every((rto) => rto === HOUR)).toBe(true);
  });

  it('is unrecoverable when it is older than every backup', () => {
    const plan = corrupted(
      'base-backup: { schedule: every 1d, takes: 0s, keep: 14d }',
      'latency: { exponential: { mean: 10d } }',
    );
    const lost = losses(plan).filter((loss) => Number.isNaN(loss)).length;
    // The oldest backup is between 13 and 14 days old, uniformly.
    expectShare(lost, INCIDENTS, 10 * (Math.exp(-1.3) - Math.exp(-1.4)));
  });

  it('costs nothing of a surface that the same disaster destroys, but does not corrupt', () => {
    const plan = disasterPlan(`
surfaces:
  db: { replication: { every: 1h, takes: 0s, keep: 60d } }
  files: { replication: { every: 1h, takes: 0s, keep: 60d } }
incidents: { loss: { corrupts: db, deletes: files, latency: 5d } }
${LAST}`);
    expect(kolmogorovDistance(losses(plan, 'rpo.files'), (x) => clamp(x / HOUR))).toBeLessThan(LIMIT);
    expect(kolmogorovDistance(losses(plan, 'rpo.db'), (x) => clamp((x - 5 * DAY) / HOUR))).toBeLessThan(LIMIT);
  });
});
