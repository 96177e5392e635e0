import { z } from 'zod';
import type { Path } from '../../../scenario/document/located-tree.js';
import { present } from '../../../scenario/present.js';
import type { BackupLog, BackupRun } from '../backup-log.js';
import { emptyLog, isMap, rootsOf, type ToolReader } from '../tool-reader.js';
import type { ToolReading } from '../tool-reading.js';
import { logPositionOf } from '../wal-segment.js';
import { clockOfBackupIds, type IdClock } from './barman-clock.js';
import { isServer, readServer } from './barman-server.js';

const listedShape = z.object({
  backup_id: z.string(),
  /** Since version 3.10. */
  backup_type: z.string().nullish(),
  status: z.string(),
  end_time: z.string().nullish(),
  end_time_timestamp: z.union([z.string(), z.number()]).nullish(),
  size_bytes: z.number().nullish(),
});

const shownShape = z.object({
  backup_id: z.string(),
  backup_type: z.string().nullish(),
  status: z.string(),
  error: z.string().nullish(),
  cluster_size_bytes: z.number().nullish(),
  base_backup_information: z
    .object({
      begin_time: z.string(),
      end_time: z.string(),
      begin_lsn: z.string().nullish(),
      end_lsn: z.string().nullish(),
      /** Until version 3.9; then `backup_size_bytes`. */
      disk_usage_bytes: z.number().nullish(),
      incremental_size_bytes: z.number().nullish(),
      backup_size_bytes: z.number().nullish(),
    })
    .nullish(),
  catalog_information: z.object({ parent_backup_id: z.string().nullish() }).nullish(),
});

const HINT = 'write the output of "barman -f json list-backups all"';

/**
 * Barman with `-f json`: `list-backups` (a list of backups by server), `show-backup` (one backup by server) and
 * `show-server` (settings by server). Keys that begin with `_`, such as `_WARNING`, stand beside the servers.
 *
 * Learnt from Barman 3.4.0 (real output) and 3.17.0 (`JsonOutputWriter` in barman/output.py, `BackupInfo` in
 * barman/infofile.py), which renamed the sizes of `show-backup`. A list has no start but that in the id of the backup,
 * by the clock of the server.
 */
export const barmanReader: ToolReader = {
  tool: 'barman',
  reads: 'the servers of "barman -f json list-backups", "show-backup" or "show-server"',
  recognises: (document) =>
    rootsOf(document).some((root) => isMap(root) && serversOf(root).some(([, value]) => isOfBarman(value))),
  read: (reading) =>
    rootsOf(reading.document).flatMap((root, number) => {
      if (!isMap(root)) return [];
      return serversOf(root).flatMap(([server, value]) => logOf(server, value, [number, server], reading));
    }),
};

function serversOf(root: Readonly<Record<string, unknown>>): readonly (readonly [server: string, value: unknown])[] {
  return Object.entries(root).filter(([name]) => !name.startsWith('_'));
}

function isOfBarman(value: unknown): boolean {
  if (Array.isArray(value)) return value.some((entry) => isMap(entry) && 'backup_id' in entry);
  return isMap(value) && ('backup_id' in value || isServer(value));
}

function logOf(server: string, value: unknown, path: Path, reading: ToolReading): readonly BackupLog[] {
  const log = {
    ...emptyLog({ tool: 'barman', copy: 'base-backup', listsFailures: true }),
    subject: server,
    consistentAt: 'end' as const,
  };
  if (Array.isArray(value)) {
    const runs = listedRuns(value, path, reading);
    return [{ ...log, runs, listings: [{ file: reading.source.file, ids: new Set(runs.map(({ id }) => id)) }] }];
  }
  if (isServer(value)) return [{ ...log, ...readServer(value, path, reading) }];
  const shown = reading.shaped(value, path, shownShape, 'write the output of "barman -f json show-backup SERVER ID"');
  return shown === undefined ? [] : [{ ...log, runs: [shownRun(shown, path, reading)] }];
}

function listedRuns(list: readonly unknown[], path: Path, reading: ToolReading): readonly BackupRun[] {
  const entries = list.flatMap((entry, index) => {
    const listed = reading.shaped(entry, [...path, index], listedShape, HINT);
    return listed === undefined
      ? []
      : [{ listed, stoppedAt: reading.instant(listed.end_time_timestamp, [...path, index, 'end_time_timestamp']) }];
  });
  const clock = clockOfBackupIds(
    entries.map(({ listed, stoppedAt }) => ({ clockTime: listed.end_time, at: stoppedAt })),
    reading,
  );
  return entries.map(({ listed, stoppedAt }) =>
    present({
      id: listed.backup_id,
      level: levelOf(listed.backup_type),
      startedAt: startOfId(listed.backup_id, clock, reading),
      stoppedAt,
      outcome: outcomeOf(listed.status, reading),
      storedBytes: listed.size_bytes ?? undefined,
      complaint: complaintOf(listed.status, undefined),
    }),
  );
}

function startOfId(id: string, clock: IdClock, reading: ToolReading): BackupRun['startedAt'] {
  const at = clock(id);
  if (at !== undefined)
    reading.remark('A start is taken from the id of the backup, as a list has no other; "show-backup" has it.');
  return at;
}

function shownRun(shown: z.infer<typeof shownShape>, path: Path, reading: ToolReading): BackupRun {
  const base = shown.base_backup_information;
  const here = [...path, 'base_backup_information'];
  const [start, stop] = [base?.begin_lsn, base?.end_lsn].map((lsn) => (lsn ? logPositionOf(lsn) : undefined));
  const clock = clockOfBackupIds([], reading);
  return present({
    id: shown.backup_id,
    level: levelOf(shown.backup_type),
    startedAt: reading.instant(base?.begin_time, [...here, 'begin_time']) ?? startOfId(shown.backup_id, clock, reading),
    stoppedAt: reading.instant(base?.end_time, [...here, 'end_time']),
    outcome: outcomeOf(shown.status, reading),
    originalBytes: shown.cluster_size_bytes ?? undefined,
    storedBytes: base?.disk_usage_bytes ?? base?.backup_size_bytes ?? undefined,
    buildsOn: shown.catalog_information?.parent_backup_id ?? undefined,
    log: start === undefined || stop === undefined ? undefined : { start, stop },
    complaint: complaintOf(shown.status, shown.error ?? undefined),
  });
}

/** With rsync a backup shares what did not change with the one before, but restores alone: it is a full. */
function levelOf(type: string | null | undefined): BackupRun['level'] {
  return type === 'incremental' ? 'incremental' : 'full';
}

const OUTCOMES: Readonly<Record<string, BackupRun['outcome'] | undefined>> = {
  DONE: 'succeeded',
  WAITING_FOR_WALS: 'succeeded',
  FAILED: 'failed',
  EMPTY: 'running',
  STARTED: 'running',
  SYNCING: 'running',
};

function outcomeOf(status: string, reading: ToolReading): BackupRun['outcome'] {
  const outcome = OUTCOMES[status];
  if (outcome === undefined)
    reading.remark(`Barman gives the status "${status}", which is not known here; such a run counts as failed.`);
  return outcome ?? 'failed';
}

function complaintOf(status: string, error: string | undefined): string | undefined {
  if (error !== undefined) return error;
  return status === 'WAITING_FOR_WALS'
    ? 'the log that makes it consistent has not arrived yet (WAITING_FOR_WALS)'
    : undefined;
}
