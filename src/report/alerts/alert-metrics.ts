import type { Alert, AlertSignal } from '../../study/alerts/alerts-report.js';
import { alertKey } from './alert-key.js';

/** Where the metrics of an alert come from: exporters that are well known, or gauges of the reader's own. */
export const METRIC_SOURCES = ['pgbackrest', 'postgres-exporter', 'cloudnative-pg', 'velero', 'own'] as const;

export type MetricSource = (typeof METRIC_SOURCES)[number];

/** By surface (`postgresql`) or by alert (`postgresql.base-backup.log-archive-age`): a source, or an expression. */
export type MetricsMapping = ReadonlyMap<string, string>;

type Expressions = Partial<Record<AlertSignal, (alert: Alert) => string>>;

/**
 * What each source has to say, as an expression in PromQL that gives seconds.
 *
 * @source The names as their exporters export them: woblerr/pgbackrest_exporter (an `incr` counts from the newest backup
 *   of any type), prometheus-community/postgres_exporter (collectors `stat_archiver` and `replication`), CloudNativePG
 *   (default monitoring queries; base backups by its Barman Cloud plugin), and Velero.
 */
const EXPRESSIONS: Readonly<Record<MetricSource, Expressions>> = {
  pgbackrest: {
    'backup-age': () => 'max(pgbackrest_backup_since_last_completion_seconds{backup_type="incr"})',
  },
  'postgres-exporter': {
    'log-archive-age': () => 'max(pg_stat_archiver_last_archive_age)',
    'replica-lag': () => 'max(pg_replication_lag_seconds)',
  },
  'cloudnative-pg': {
    'backup-age': () => 'time() - max(barman_cloud_cloudnative_pg_io_last_available_backup_timestamp)',
    'log-archive-age': () => 'max(cnpg_pg_stat_archiver_seconds_since_last_archival)',
    'replica-lag': () => 'max(cnpg_pg_replication_lag)',
  },
  velero: {
    'backup-age': ({ surface }) => `time() - max(velero_backup_last_successful_timestamp{schedule="${surface}"})`,
  },
  own: {
    'backup-age': (alert) => sinceSuccess('backup', alert),
    'copy-age': (alert) => sinceSuccess('copy', alert),
    'log-archive-age': (alert) => sinceSuccess('log_archive', alert),
    'restore-test-age': (alert) => sinceSuccess('restore_test', alert),
    'replica-lag': (alert) => `max(drillcast_replica_lag_seconds${labelsOf(alert)})`,
  },
};

/**
 * The expression whose value an alert watches: the one that was mapped to it or to its surface, else what usually
 * measures such a thing. A surface with a log archive counts as a PostgreSQL database.
 *
 * @param alerts all alerts of the plan.
 * @returns undefined when the source that was mapped does not measure it and nothing else does.
 */
export function alertExpression(alert: Alert, alerts: readonly Alert[], mapping: MetricsMapping): string {
  const asked = mapping.get(alertKey(alert)) ?? mapping.get(alert.surface);
  if (asked === undefined) return expressionOf(usualSources(alert, alerts), alert);
  const source = METRIC_SOURCES.find((name) => name === asked);
  return source === undefined ? asked : expressionOf([source, ...usualSources(alert, alerts)], alert);
}

/** The first source that measures it; gauges of one's own can measure anything. */
function expressionOf(sources: readonly MetricSource[], alert: Alert): string {
  for (const source of sources) {
    const expression = EXPRESSIONS[source][alert.signal];
    if (expression !== undefined) return expression(alert);
  }
  throw new Error(`alertExpression: nothing measures ${alert.signal}`);
}

function usualSources({ surface }: Alert, alerts: readonly Alert[]): readonly MetricSource[] {
  const isDatabase = alerts.some((other) => other.surface === surface && other.signal === 'log-archive-age');
  return isDatabase ? ['pgbackrest', 'postgres-exporter', 'own'] : ['velero', 'own'];
}

function sinceSuccess(what: string, alert: Alert): string {
  return `time() - max(drillcast_${what}_last_success_timestamp_seconds${labelsOf(alert)})`;
}

/** Names of a scenario are letters, digits, `-` and `_`: there is nothing to escape. */
function labelsOf({ surface, copy }: Alert): string {
  return `{surface="${surface}",copy="${copy}"}`;
}
