import { z } from 'zod';
import { present } from '../../../scenario/present.js';
import { instant } from '../../../units/quantity.js';
import type { ArchiveLog, BackupLevel, BackupLog, BackupRun } from '../backup-log.js';
import { emptyLog, isMap, rootsOf, type ToolReader } from '../tool-reader.js';
import type { ToolReading } from '../tool-reading.js';
import { logPositionOf, segmentNumber, USUAL_SEGMENT_BYTES, walSegmentOf } from '../wal-segment.js';

const LEVEL_OF = { full: 'full', diff: 'differential', incr: 'incremental' } as const satisfies Record<
  string,
  BackupLevel
>;

const backupShape = z.object({
  label: z.string(),
  type: z.enum(['full', 'diff', 'incr']),
  timestamp: z.object({ start: z.number(), stop: z.number() }),
  /** Before version 2.38, or when page checksums were not looked at, there is none. */
  error: z.boolean().nullish(),
  prior: z.string().nullish(),
  /** A repository that stores blocks has no `size` of the repository; one that was asked for little has no `info`. */
  info: z
    .object({ size: z.number(), delta: z.number(), repository: z.object({ delta: z.number().nullish() }).nullish() })
    .nullish(),
  lsn: z.object({ start: z.string().nullish(), stop: z.string().nullish() }).nullish(),
  database: z.object({ 'repo-key': z.number() }).partial().nullish(),
});

const stanzaShape = z.object({
  name: z.string(),
  backup: z.array(backupShape),
  archive: z.array(z.object({ min: z.string().nullish(), max: z.string().nullish() })).nullish(),
  status: z.object({ code: z.number(), message: z.string() }).nullish(),
});

const HINT = 'write the output of "pgbackrest info --output=json"';

/**
 * `pgbackrest info --output=json`: a list of stanzas, each with the backups that are kept and the reach of its archive.
 * A backup that failed is in no list; a run is only seen to be missing.
 *
 * Learnt from pgBackRest 2.45 (real output of drills) and 2.60.0dev (src/command/info/info.c): later versions leave
 * `info.repository.size` out for block-incremental backups and add keys that are not read here.
 */
export const pgbackrestReader: ToolReader = {
  tool: 'pgbackrest',
  reads: 'the stanzas of "pgbackrest info --output=json"',
  recognises: (document) =>
    rootsOf(document).some((root) => Array.isArray(root) && root.some((entry) => isMap(entry) && isStanza(entry))),
  read: (reading) =>
    rootsOf(reading.document).flatMap((root, number) => {
      if (!Array.isArray(root)) return [];
      return root.flatMap((entry: unknown, index) => {
        const stanza = reading.shaped(entry, [number, index], stanzaShape, HINT);
        return stanza === undefined ? [] : [logOf(stanza, reading)];
      });
    }),
};

function isStanza(entry: Readonly<Record<string, unknown>>): boolean {
  return 'name' in entry && ('backup' in entry || 'archive' in entry) && !('snapshots' in entry);
}

function logOf(stanza: z.infer<typeof stanzaShape>, reading: ToolReading): BackupLog {
  const repositories = new Set(stanza.backup.map(({ database }) => database?.['repo-key'] ?? 1));
  const first = Math.min(...repositories);
  if (repositories.size > 1) {
    reading.remark(
      `Stanza "${stanza.name}" has ${String(repositories.size)} repositories; only repository ${String(first)} is read.`,
    );
  }
  const { status } = stanza;
  if (status && status.code !== 0) reading.remark(`pgBackRest says of stanza "${stanza.name}": ${status.message}.`);
  const runs = stanza.backup.filter(({ database }) => (database?.['repo-key'] ?? 1) === first).map(runOf);
  const reach = reachOf(stanza.archive ?? []);
  return {
    ...emptyLog({ tool: 'pgbackrest', copy: 'base-backup', listsFailures: false }),
    subject: stanza.name,
    consistentAt: 'end',
    runs,
    archive: { segments: [], samples: [], ...(reach === undefined ? {} : { reach }) },
    listings: [{ file: reading.source.file, ids: new Set(runs.map(({ id }) => id)) }],
  };
}

function runOf(backup: z.infer<typeof backupShape>): BackupRun {
  const { label, type, timestamp, error, prior, info, lsn } = backup;
  const start = lsn?.start ? logPositionOf(lsn.start) : undefined;
  const stop = lsn?.stop ? logPositionOf(lsn.stop) : undefined;
  return present({
    id: label,
    level: LEVEL_OF[type],
    startedAt: instant(timestamp.start),
    stoppedAt: instant(timestamp.stop),
    outcome: 'succeeded' as const,
    originalBytes: info?.size,
    storedBytes: info?.repository?.delta ?? undefined,
    buildsOn: prior ?? undefined,
    log: start === undefined || stop === undefined ? undefined : { start, stop },
    complaint: error === true ? 'page checksums of the database do not match (error: true)' : undefined,
  });
}

/** The archive of each version of the database has an entry of its own; what counts is all of them together. */
function reachOf(
  entries: readonly { readonly min?: string | null | undefined; readonly max?: string | null | undefined }[],
): ArchiveLog['reach'] {
  const segments = entries
    .flatMap(({ min, max }) => [min, max])
    .map((name) => (name ? walSegmentOf(name) : undefined))
    .filter((segment) => segment !== undefined)
    .sort((a, b) => segmentNumber(a, USUAL_SEGMENT_BYTES) - segmentNumber(b, USUAL_SEGMENT_BYTES));
  const [oldest, newest] = [segments.at(0), segments.at(-1)];
  return oldest === undefined || newest === undefined ? undefined : { oldest, newest };
}
