import { z } from 'zod';
import { present } from '../../../scenario/present.js';
import type { BackupLog, BackupRun } from '../backup-log.js';
import { emptyLog, isMap, rootsOf, type ToolReader } from '../tool-reader.js';
import type { ToolReading } from '../tool-reading.js';

const detailShape = z.object({
  backup_name: z.string(),
  time: z.string().nullish(),
  start_time: z.string(),
  finish_time: z.string(),
  hostname: z.string().nullish(),
  start_lsn: z.number().nullish(),
  finish_lsn: z.number().nullish(),
  is_permanent: z.boolean().nullish(),
  uncompressed_size: z.number().nullish(),
  compressed_size: z.number().nullish(),
});

const HINT = 'write the output of "wal-g backup-list --detail --json"';

/**
 * `wal-g backup-list --detail --json`: a list of backups that succeeded, of one archive. Positions in the log are plain
 * numbers. A backup that builds on another says so in its name, after `_D_`; it counts as incremental, as WAL-G builds a
 * delta on the last backup unless it is told otherwise.
 *
 * Learnt from WAL-G's sources of August 2026 (`BackupTime` in internal/backup_time.go, `ExtendedMetadataDto` in
 * internal/databases/postgres/backup_sentinel_dto.go).
 */
export const walGReader: ToolReader = {
  tool: 'wal-g',
  reads: 'the backups of "wal-g backup-list --detail --json"',
  recognises: (document) =>
    rootsOf(document).some(
      (root) => Array.isArray(root) && root.some((entry) => isMap(entry) && 'backup_name' in entry),
    ),
  read: (reading) => {
    const runs = rootsOf(reading.document).flatMap((root, number) => {
      if (!Array.isArray(root)) return [];
      return root.flatMap((entry: unknown, index) => {
        const detail = reading.shaped(entry, [number, index], detailShape, HINT);
        return detail === undefined ? [] : [runOf(detail, [number, index], reading)];
      });
    });
    if (runs.length === 0) return [];
    return [logOf(runs, reading)];
  },
};

function logOf(runs: readonly BackupRun[], reading: ToolReading): BackupLog {
  return {
    ...emptyLog({ tool: 'wal-g', copy: 'base-backup', listsFailures: false }),
    consistentAt: 'end',
    runs,
    listings: [{ file: reading.source.file, ids: new Set(runs.map(({ id }) => id)) }],
  };
}

function runOf(
  detail: z.infer<typeof detailShape>,
  path: readonly (string | number)[],
  reading: ToolReading,
): BackupRun {
  const { backup_name: id, start_lsn: start, finish_lsn: stop } = detail;
  const parent = /_D_([0-9A-F]{24})/.exec(id)?.[1];
  if (detail.is_permanent === true) reading.remark('A backup is permanent: no rule of retention prunes it.');
  return present({
    id,
    level: parent === undefined ? ('full' as const) : ('incremental' as const),
    startedAt: reading.instant(detail.start_time, [...path, 'start_time']),
    stoppedAt: reading.instant(detail.finish_time, [...path, 'finish_time']),
    outcome: 'succeeded' as const,
    // Of a delta this is the delta, and not the database.
    originalBytes: parent === undefined ? positive(detail.uncompressed_size) : undefined,
    storedBytes: positive(detail.compressed_size),
    buildsOn: parent === undefined ? undefined : `base_${parent}`,
    log: typeof start === 'number' && typeof stop === 'number' ? { start, stop } : undefined,
  });
}

/** Backups of versions that did not write sizes down have 0 there. */
function positive(size: number | null | undefined): number | undefined {
  return typeof size === 'number' && size > 0 ? size : undefined;
}
