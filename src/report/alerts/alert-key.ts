import type { Alert } from '../../study/alerts/alerts-report.js';

/** The name of an alert in a scenario: `postgresql.base-backup.log-archive-age`. */
export function alertKey({ surface, copy, signal }: Pick<Alert, 'surface' | 'copy' | 'signal'>): string {
  return `${surface}.${copy}.${signal}`;
}
