/** The tools whose output is read, by the names that `--from` takes. */
export const TOOL_NAMES = [
  'pgbackrest',
  'barman',
  'wal-g',
  'pg-stat-archiver',
  'wal-archive',
  'cloudnative-pg',
  'velero',
  'restic',
  'aws-backup',
] as const;

/** One of the tools. */
export type ToolName = (typeof TOOL_NAMES)[number];

/** How the makers write the names of their tools. */
export const TOOL_TITLES: Readonly<Record<ToolName, string>> = {
  pgbackrest: 'pgBackRest',
  barman: 'Barman',
  'wal-g': 'WAL-G',
  'pg-stat-archiver': 'pg_stat_archiver',
  'wal-archive': 'WAL archive listing',
  'cloudnative-pg': 'CloudNativePG',
  velero: 'Velero',
  restic: 'restic',
  'aws-backup': 'AWS Backup',
};
