import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { renderAlertsText } from '../../../../src/report/alerts/render-alerts-text.js';
import { renderPrometheusRules } from '../../../../src/report/alerts/render-prometheus-rules.js';
import type { Alert, AlertsReport } from '../../../../src/study/alerts/alerts-report.js';
import { DAY, HOUR, MINUTE } from '../../../../src/units/quantity.js';

const LOG: Alert = {
  surface: 'db',
  copy: 'base-backup',
  signal: 'log-archive-age',
  threshold: 2.75 * HOUR,
  boundBy: 'objective',
  limit: 3 * HOUR + 50 * MINUTE,
  limitBy: 'rpo',
  mends: HOUR,
  latest: 2.75 * HOUR,
  healthy: 5 * MINUTE,
  falseAlarms: { count: 0, of: 900, share: 0, low: 0, high: 0.004 },
  hurt: { count: 4, of: 1000, share: 0.004, low: 0.0016, high: 0.01 },
  inTime: { count: 3, of: 4, share: 0.75, low: 0.3, high: 0.95 },
  fired: { count: 4, of: 4, share: 1, low: 0.5, high: 1 },
  warning: { p5: HOUR, p50: 2 * HOUR },
  step: 'restore-db',
};

const REPORT: AlertsReport = {
  format: 'drillcast-alerts/1',
  tool: { name: 'drillcast', version: '1.2.3' },
  scenario: { name: 'Rude \u001b[2J {{ $value }}', file: 'plan.yaml', sha256: 'a'.repeat(64) },
  seed: 1,
  incidents: 1000,
  unit: 'seconds',
  confidence: 0.95,
  objective: { quantile: 0.95, limit: 4 * HOUR },
  mendWithin: HOUR,
  hold: 5 * MINUTE,
  dataLossPrice: { currency: 'EUR', perHour: 1000 },
  alerts: [LOG],
};

interface Rule {
  readonly alert: string;
  readonly expr: string;
  readonly for: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
}

function rulesOf(alerts: readonly Alert[], mapping: Readonly<Record<string, string>> = {}): readonly Rule[] {
  const text = renderPrometheusRules({ ...REPORT, alerts }, new Map(Object.entries(mapping)));
  return (parse(text) as { groups: readonly { rules: readonly Rule[] }[] }).groups[0].rules;
}

const expressionsOf = (...given: Parameters<typeof rulesOf>) => rulesOf(...given).map(({ expr }) => expr);

describe('renderPrometheusRules', () => {
  test('writes a rule with its threshold in seconds, why it follows and what is at stake', () => {
    const [rule] = rulesOf([LOG]);
    expect(rule).toEqual({
      alert: 'DrillcastDbBaseBackupLogArchiveAge',
      expr: 'max(pg_stat_archiver_last_archive_age) > 9900',
      for: '300s',
      labels: {
        severity: 'critical',
        surface: 'db',
        copy: 'base-backup',
        drillcast: 'db.base-backup.log-archive-age',
      },
      annotations: {
        summary: 'db: no log archived for 2.75h',
        description:
          'Up to 3.83h the objective of 4h is kept; less 1.00h until it is mended and 5m of holding. ' +
          'Objective: P95 of RPO within 4h.',
        // At the alert 2.75 h since the segment, and the ten minutes by which the limit is below the objective.
        expected_loss: 'an incident that strikes now loses 2.92h of data (2,920 EUR); the objective is 4h',
        runbook_step: 'restore-db',
      },
    });
  });

  test('writes a second rule for a metric that is not there', () => {
    expect(rulesOf([LOG])[1]).toMatchObject({
      alert: 'DrillcastDbBaseBackupLogArchiveAgeUnknown',
      expr: 'absent(max(pg_stat_archiver_last_archive_age))',
      for: '15m',
      labels: { severity: 'warning' },
    });
  });

  test('takes the metric of the source that is mapped to the surface, and the expression that is mapped to the alert', () => {
    expect(expressionsOf([LOG], { db: 'cloudnative-pg' })[0]).toBe(
      'max(cnpg_pg_stat_archiver_seconds_since_last_archival) > 9900',
    );
    const mapping = { db: 'cloudnative-pg', 'db.base-backup.log-archive-age': 'my_age' };
    expect(expressionsOf([LOG], mapping)[0]).toBe('my_age > 9900');
  });

  test('counts a surface with a log as a database, and any other backup as one of Velero', () => {
    const backup: Alert = { ...LOG, signal: 'backup-age' };
    expect(expressionsOf([backup])[0]).toBe(
      'time() - max(velero_backup_last_successful_timestamp{schedule="db"}) > 9900',
    );
    expect(expressionsOf([backup, LOG])[0]).toBe(
      'max(pgbackrest_backup_since_last_completion_seconds{backup_type="incr"}) > 9900',
    );
  });

  test('falls back on gauges of the reader for what a source does not measure', () => {
    const own = (signal: Alert['signal']) => expressionsOf([{ ...LOG, signal }], { db: 'velero' })[0];
    const labels = '{surface="db",copy="base-backup"}';
    expect(own('restore-test-age')).toBe(
      `time() - max(drillcast_restore_test_last_success_timestamp_seconds${labels}) > 9900`,
    );
    expect(own('copy-age')).toBe(`time() - max(drillcast_copy_last_success_timestamp_seconds${labels}) > 9900`);
    expect(own('replica-lag')).toBe(`max(drillcast_replica_lag_seconds${labels}) > 9900`);
  });

  test('lets nothing into a rule that others have written', () => {
    const rules = renderPrometheusRules(REPORT, new Map());
    for (const written of ['{{', '\u001b', 'Rude']) expect(rules).not.toContain(written);
  });
});

describe('renderAlertsText', () => {
  test('says of each alert its threshold, why, and how often it came in time', () => {
    expect(renderAlertsText(REPORT, { options: ['--mend-within', '1h'] })).toBe(`Alerts of Rude [2J {{ $value }}
They guard the objective P95 of RPO within 4h, leave 1h to mend what has stopped
and hold for 5m; 1,000 incidents played.

db.base-backup.log-archive-age
  no log archived for 2.75h
    Up to 3.83h the objective of 4h is kept; less 1.00h until it is mended and
    5m of holding.
    4 of 1,000 incidents were hurt by something that had gone wrong unnoticed.
    The alert came in time in 3 of them; it fired 2.00h before the strike in
    half of them.
    In time: 75.0% (30.0% to 95.0%); needed: 1.00h.

drillcast alerts plan.yaml --mend-within 1h --incidents 1000 --seed 1
drillcast 1.2.3, scenario sha256 aaaaaaaaaaaa
`);
  });

  test('says where an alert comes late, and where the copy cannot keep the objective at all', () => {
    const late: Alert = {
      ...LOG,
      boundBy: 'healthy',
      falseAlarms: { count: 9, of: 900, share: 0.01, low: 0, high: 1 },
    };
    const text = renderAlertsText({ ...REPORT, alerts: [late] }).replaceAll(/\n +/g, ' ');
    expect(text).toContain('it would cry wolf: with nothing wrong it is below 5.00m. People have less time.');
    expect(text).toContain('It is above the threshold in 1.0% of the time in which nothing is wrong.');
    const never = renderAlertsText({
      ...REPORT,
      alerts: [{ ...LOG, boundBy: 'hopeless', healthy: DAY, limit: -HOUR, inTime: null, fired: null, warning: null }],
    }).replaceAll(/\n +/g, ' ');
    expect(never).toContain('By itself this copy does not keep the objective: with nothing wrong it is below 24.0h');
    expect(never).toContain('None of 1,000 incidents was hurt');
  });

  test('says so when there is nothing to watch', () => {
    expect(renderAlertsText({ ...REPORT, alerts: [] })).toContain('Nothing ages');
  });
});
