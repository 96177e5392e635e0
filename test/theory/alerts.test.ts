import { describe, expect, test } from 'vitest';
import { compile } from '../../src/plan/compile.js';
import type { Alert } from '../../src/study/alerts/alerts-report.js';
import { watchPlan } from '../../src/study/alerts/watch-plan.js';
import { HOUR, MINUTE } from '../../src/units/quantity.js';
import { scenarioOf } from '../support/plan-of.js';

const INCIDENTS = 200_000;
/** So many standard deviations are exceeded with a probability of at most 1e-6. */
const SIGMAS = 4.9;

/** The only alert of a surface with an objective of `limit` hours at P95; it holds for 5 minutes. */
function alertOf(surface: string, limit: number, mendWithin: number, signal?: Alert['signal']): Alert {
  const scenario = scenarioOf(`drillcast: 1
name: Alerts
objectives: { rpo: { p95: ${limit}h } }
surfaces:
  db: ${surface}
incidents: { loss: {} }
runbook: { restore: { takes: 1h } }
milestones: { service-reopened: restore, incident-closed: restore }
`);
  const report = watchPlan(scenario, compile(scenario), {
    tool: { name: 'drillcast', version: '0.0.0' },
    origin: { file: 'test.yaml', sha256: '0'.repeat(64) },
    seed: 11,
    incidents: INCIDENTS,
    confidence: 0.95,
    mendWithin,
    hold: 5 * MINUTE,
  });
  const alerts = report?.alerts.filter((alert) => signal === undefined || alert.signal === signal) ?? [];
  expect(alerts.length).toBe(1);
  return alerts[0];
}

function expectShare(share: { readonly count: number; readonly of: number } | null, probability: number): void {
  if (share === null) throw new Error('there is no share');
  const deviation = Math.sqrt((probability * (1 - probability)) / share.of);
  expect(Math.abs(share.count / share.of - probability)).toBeLessThanOrEqual(SIGMAS * deviation);
}

/** Broken in one of five incidents, for a time that is exponential with a mean of 4 hours. */
const REPLICA = '{ replica: { silently-broken: { probability: 20%, for: { exponential: { mean: 4h } } } } }';

describe('A replica that stops unnoticed', () => {
  test('hurts as many incidents as have been stopped for longer than the objective (false alarm 1e-6)', () => {
    expectShare(alertOf(REPLICA, 6, HOUR).hurt, 0.2 * Math.exp(-6 / 4));
  });

  test('is always told in time where there is time to mend it', () => {
    const alert = alertOf(REPLICA, 6, HOUR);
    expect(alert).toMatchObject({ boundBy: 'objective', threshold: 5 * HOUR - 5 * MINUTE, falseAlarms: { count: 0 } });
    expect(alert.inTime?.share).toBe(1);
  });

  test('gives a warning that is what it was stopped for beyond the threshold (false alarm 1e-6)', () => {
    // Beyond the limit the time is exponential again: its median lies ln 2 × 4 h above mending. The median of n values has
    // a standard error of 1 / (2 f √n), where f is the density at it: 1 / (2 × 4 h).
    const { warning, hurt } = alertOf(REPLICA, 6, HOUR);
    const error = (4 * HOUR) / Math.sqrt(hurt.count);
    expect(Math.abs((warning?.p50 ?? 0) - HOUR - 4 * HOUR * Math.LN2)).toBeLessThan(SIGMAS * error);
  });

  test('is told too late for those that last no longer than mending, where there is no time (false alarm 1e-6)', () => {
    // Nothing is wrong with a lag of 0, so the alert fires after 5 minutes; mending takes longer than the objective.
    const alert = alertOf(REPLICA, 6, 8 * HOUR);
    expect(alert).toMatchObject({ boundBy: 'healthy', threshold: 0 });
    expect(alert.fired?.share).toBe(1);
    expectShare(alert.inTime, Math.exp(-(8 + 1 / 12 - 6) / 4));
  });
});

describe('A backup', () => {
  test('each day that may fail hurts when the last one failed and the objective had passed (false alarm 1e-6)', () => {
    // The age of the newest is uniform over a day when the last run was good. It is above 30 h when the last run failed, which
    // it does in one of ten, and more than 6 h ago; two failures in a row are beyond it at any hour.
    const alert = alertOf('{ base-backup: { schedule: every 1d, takes: 0s, succeeds: 90% } }', 30, HOUR);
    expectShare(alert.hurt, 0.1 * 0.9 * (18 / 24) + 0.1 * 0.1);
    expect(alert).toMatchObject({ boundBy: 'objective', inTime: { share: 1 } });
    expect(alert.healthy).toBeGreaterThan(23.9 * HOUR);
    expect(alert.healthy).toBeLessThanOrEqual(24 * HOUR);
  });

  test('each day keeps no objective of four hours by itself, and its alert says so', () => {
    const alert = alertOf('{ base-backup: { schedule: every 1d, takes: 0s, succeeds: 90% } }', 4, HOUR);
    expect(alert).toMatchObject({ boundBy: 'hopeless', threshold: alert.healthy });
    // A thousandth of the time in which nothing is wrong, by the choice of the threshold.
    expect(alert.falseAlarms?.share).toBeCloseTo(0.001, 5);
  });
});

test('A log archive that stops is told by the time since its last segment arrived (false alarm 1e-6)', () => {
  // Weekly backups are no help in 165 of 168 hours; what is lost reaches back to a boundary, each minute.
  const log =
    'log-archive: { every: 1m, volume: 1 MiB/s, silently-broken: { probability: 20%, for: { exponential: { mean: 4h } } } }';
  const alert = alertOf(`{ base-backup: { schedule: every 7d, takes: 0s }, ${log} }`, 3, HOUR, 'log-archive-age');
  // Half a minute is lost besides, on average: the share lies between those of 179 and of 180 minutes.
  const share = alert.hurt.share / (1 - 3 / 168);
  const slack = SIGMAS * Math.sqrt(0.1 / INCIDENTS);
  expect(share).toBeGreaterThan(0.2 * Math.exp(-180 / 240) - slack);
  expect(share).toBeLessThan(0.2 * Math.exp(-179 / 240) + slack);
  expect(alert.inTime?.share).toBe(1);
});

test('Another copy that is left spares the incident', () => {
  const both =
    '{ replica: { silently-broken: { probability: 20%, for: { exponential: { mean: 4h } } } }, replication: { every: 1h, takes: 0s } }';
  expect(alertOf(both, 6, HOUR, 'replica-lag').hurt.count).toBe(0);
});
