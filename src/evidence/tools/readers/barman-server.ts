import { z } from 'zod';
import type { Path } from '../../../scenario/document/located-tree.js';
import { present } from '../../../scenario/present.js';
import type { Retention } from '../../../scenario/scenario.js';
import { DAY, seconds, type Instant } from '../../../units/quantity.js';
import { YEAR, MONTH } from '../../../units/unit-table.js';
import type { ArchiveLog, BackupLog } from '../backup-log.js';
import { isMap } from '../tool-reader.js';
import type { ToolReading } from '../tool-reading.js';

const serverShape = z.object({
  retention_policy: z.string().nullish(),
  archive_timeout: z.number().nullish(),
  current_size: z.union([z.string(), z.number()]).nullish(),
  last_archived_time: z.string().nullish(),
  last_failed_time: z.string().nullish(),
  archived_count: z.number().nullish(),
  failed_count: z.number().nullish(),
  is_archiving: z.boolean().nullish(),
});

/** True for what `show-server` prints of one server. */
export function isServer(value: unknown): value is Readonly<Record<string, unknown>> {
  return isMap(value) && 'backup_directory' in value && 'retention_policy' in value;
}

/** Settings of a server, and the state of its archiver. `show-server` has no date: the newest instant in it is taken. */
export function readServer(
  value: Readonly<Record<string, unknown>>,
  path: Path,
  reading: ToolReading,
): Partial<BackupLog> {
  const server = reading.shaped(value, path, serverShape, 'write the output of "barman -f json show-server SERVER"');
  if (server === undefined) return {};
  const lastArchivedAt = reading.instant(server.last_archived_time, [...path, 'last_archived_time']);
  const lastFailedAt = reading.instant(server.last_failed_time, [...path, 'last_failed_time']);
  const keep = server.retention_policy ? retentionOf(server.retention_policy, reading) : undefined;
  const size = Number(server.current_size ?? NaN);
  return {
    archive: archiveOf({ ...server, lastArchivedAt, lastFailedAt }),
    stated: present({ schedules: [], keep, size: Number.isFinite(size) ? size : undefined }),
  };
}

function archiveOf(
  server: z.infer<typeof serverShape> & { lastArchivedAt: Instant | undefined; lastFailedAt: Instant | undefined },
): ArchiveLog {
  const { lastArchivedAt, lastFailedAt } = server;
  const at = [lastArchivedAt, lastFailedAt]
    .filter((one) => one !== undefined)
    .sort((a, b) => b - a)
    .at(0);
  const sample = present({
    at,
    archivedCount: server.archived_count ?? undefined,
    failedCount: server.failed_count ?? undefined,
    lastArchivedAt,
    lastFailedAt,
  });
  return present({
    segments: [],
    samples: at === undefined ? [] : [{ ...sample, at }],
    timeout: server.archive_timeout ? seconds(server.archive_timeout) : undefined,
    complaint: server.is_archiving === false ? 'the database does not archive (is_archiving: false)' : undefined,
  });
}

const SPANS: Readonly<Record<string, number>> = { DAYS: DAY, WEEKS: 7 * DAY, MONTHS: MONTH, YEARS: YEAR };

/**
 * @source Barman documentation, "Retention policies": `REDUNDANCY n`, or `RECOVERY WINDOW OF n DAYS | WEEKS | MONTHS`. A
 *   window keeps one backup from before its beginning, which a rule of age does not: backups are then as old as it at least.
 */
function retentionOf(policy: string, reading: ToolReading): Retention | undefined {
  const count = /^REDUNDANCY (\d+)$/i.exec(policy.trim())?.[1];
  if (count !== undefined) return { count: Number(count) };
  const window = /^RECOVERY WINDOW OF (\d+) (DAYS|WEEKS|MONTHS|YEARS)$/i.exec(policy.trim());
  if (window !== null) return { age: seconds(Number(window[1]) * SPANS[window[2].toUpperCase()]) };
  reading.remark(`The retention policy "${policy}" is not known here and left out.`);
  return undefined;
}
