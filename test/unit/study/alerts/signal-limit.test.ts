import { describe, expect, test } from 'vitest';
import { compile } from '../../../../src/plan/compile.js';
import { limitOf, type SignalLimit } from '../../../../src/study/alerts/signal-limit.js';
import { watchedSignals } from '../../../../src/study/alerts/watched-signal.js';
import { DAY, HOUR, MINUTE } from '../../../../src/units/quantity.js';
import { scenarioOf } from '../../../support/plan-of.js';

/** Limits by signal, of a scenario around these surfaces: 24 h of RPO, 12 h of RTO, an hour to mend. */
function limitsOf(surfaces: string, replay = 'restore: { takes: 1h }'): ReadonlyMap<string, SignalLimit> {
  const scenario = scenarioOf(`drillcast: 1
name: Limits
surfaces:
${surfaces}
incidents: { loss: {} }
runbook:
  ${replay}
milestones: { service-reopened: restore, incident-closed: restore }
`);
  const plan = compile(scenario);
  const question = { objective: { quantile: 0.95, limit: 24 * HOUR }, rto: 12 * HOUR, mendWithin: HOUR };
  return new Map(watchedSignals(plan).map((each) => [each.kind, limitOf(each, plan, scenario, question)]));
}

describe('The limit of', () => {
  test('a backup is what may be lost, less its duration when it stands for its start', () => {
    const backup = (consistent: string) =>
      limitsOf(
        `  db: { base-backup: { schedule: every 1d, takes: 2h, copied-after: 30m, consistent-at: ${consistent} } }`,
      ).get('backup-age');
    expect(backup('start')).toEqual({ limit: 22 * HOUR, limitBy: 'rpo', mends: 3.5 * HOUR });
    expect(backup('end')).toEqual({ limit: 24 * HOUR, limitBy: 'rpo', mends: 3.5 * HOUR });
  });

  const withLog = (replay?: string) =>
    limitsOf(
      `  db:
    base-backup: { schedule: every 1d, takes: 2h }
    log-archive: { every: 5m, lag: 10m, volume: 36 GiB/h, keep: 14d }`,
      replay,
    );

  test('a backup with a log is how long the log is kept', () => {
    expect(withLog().get('backup-age')).toEqual({ limit: 14 * DAY - 2 * HOUR, limitBy: 'log-keep', mends: 3 * HOUR });
  });

  test('a backup with a log is what can be read within the RTO, where that is less', () => {
    // 36 GiB in an hour are read in 2 hours: in 12 hours the log of 6 can be read.
    const replay = 'restore: { transfers: { bytes: db.log-to-replay, rate: 18 GiB/h } }';
    const limit = withLog(replay).get('backup-age');
    expect(limit?.limit).toBeCloseTo(4 * HOUR, 6);
    expect(limit?.limitBy).toBe('log-replay');
  });

  test('a log is what may be lost, less its lag; mending it needs no new run', () => {
    expect(withLog().get('log-archive-age')).toEqual({ limit: 24 * HOUR - 10 * MINUTE, limitBy: 'rpo', mends: HOUR });
  });

  test('a replica is what may be lost, and is mended as the scenario says', () => {
    const broken = 'silently-broken: { breaks-every: 100d, noticed-after: 1d, mended-after: 3h }';
    expect(limitsOf(`  db: { replica: { lag: 1s, ${broken} } }`).get('replica-lag')).toEqual({
      limit: 24 * HOUR,
      limitBy: 'rpo',
      mends: 3 * HOUR,
    });
  });

  test('a copy on a schedule needs a new run', () => {
    expect(limitsOf('  db: { replication: { every: 6h, takes: 20m } }').get('copy-age')).toEqual({
      limit: 24 * HOUR,
      limitBy: 'rpo',
      mends: HOUR + 20 * MINUTE,
    });
  });

  test('a restore test leaves as much probability to bad backups as the objective does', () => {
    const limit = limitsOf(
      `  db:
    base-backup: { schedule: every 1d, takes: 2h, silently-unrestorable-after: { exponential: { mean: 1000d } } }
    restore-test: { every: 30d }`,
      'restore: { takes: 1h, restores: db }',
    ).get('restore-test-age');
    expect(limit?.limit).toBeCloseTo(24 * HOUR - 1000 * DAY * Math.log(0.95), 3);
    expect(limit).toMatchObject({ limitBy: 'silently-unrestorable', mends: 0 });
  });
});

test('Nothing is watched that does not age, or that nothing is lost with', () => {
  const limits = limitsOf(`  files: { versions: { keep: 10d } }
  code: { versioned: true }
  metrics: { data-bearing: false, base-backup: { schedule: every 1d, takes: 2h } }`);
  expect(limits.size).toBe(0);
});
