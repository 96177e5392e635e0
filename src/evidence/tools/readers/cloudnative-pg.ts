import { z } from 'zod';
import { present } from '../../../scenario/present.js';
import { parseDuration } from '../../../units/parse-duration.js';
import { DAY, minutes, seconds } from '../../../units/quantity.js';
import { MONTH } from '../../../units/unit-table.js';
import type { BackupLog, BackupRun } from '../backup-log.js';
import { emptyLog, type ToolReader } from '../tool-reader.js';
import type { ToolReading } from '../tool-reading.js';
import { logPositionOf } from '../wal-segment.js';
import { listingOf, manifestsOf, metadataShape, stampShape, type Manifest } from './manifests.js';
import { statedSchedule } from './stated-schedule.js';

const GROUP = 'postgresql.cnpg.io';

const clusterShape = z.object({
  metadata: metadataShape,
  spec: z.object({
    backup: z.object({ retentionPolicy: z.string().nullish() }).nullish(),
    postgresql: z.object({ parameters: z.record(z.string(), z.string()).nullish() }).nullish(),
  }),
  status: z
    .object({
      conditions: z.array(z.object({ type: z.string(), status: z.string(), message: z.string().nullish() })).nullish(),
    })
    .nullish(),
});

const scheduledShape = z.object({
  metadata: metadataShape,
  spec: z.object({
    schedule: z.string(),
    suspend: z.boolean().nullish(),
    cluster: z.object({ name: z.string() }),
    method: z.string().nullish(),
  }),
});

const backupShape = z.object({
  metadata: metadataShape,
  spec: z.object({ cluster: z.object({ name: z.string() }), method: z.string().nullish() }),
  status: z
    .object({
      phase: z.string().nullish(),
      method: z.string().nullish(),
      startedAt: stampShape,
      stoppedAt: stampShape,
      beginLSN: z.string().nullish(),
      endLSN: z.string().nullish(),
      error: z.string().nullish(),
    })
    .nullish(),
});

/** What the operator sets unless the cluster says otherwise (docs/src/wal_archiving.md). */
const USUAL_TIMEOUT = minutes(5);

const HINT = 'write the output of "kubectl get clusters,scheduledbackups,backups -o yaml"';

/**
 * Objects of CloudNativePG, `Cluster`, `ScheduledBackup` and `Backup`, as kubectl prints them. Schedules have six fields,
 * the seconds first, and run by the clock of the operator, which is UTC unless its image was changed. What a `Backup`
 * weighs is not in it.
 *
 * Learnt from CloudNativePG's sources of 2026, version 1 of the API (api/v1/backup_types.go, scheduledbackup_types.go,
 * cluster_types.go) and docs/src/backup.md.
 */
export const cloudNativePgReader: ToolReader = {
  tool: 'cloudnative-pg',
  reads: 'Cluster, ScheduledBackup and Backup objects of CloudNativePG',
  recognises: (document) => manifestsOf(document, GROUP).length > 0,
  read: (reading) => manifestsOf(reading.document, GROUP).flatMap((manifest) => logOf(manifest, reading)),
};

function logOf(manifest: Manifest, reading: ToolReading): readonly BackupLog[] {
  switch (manifest.kind) {
    case 'Cluster':
      return clusterLog(manifest, reading);
    case 'ScheduledBackup':
      return scheduleLog(manifest, reading);
    case 'Backup':
      return backupLog(manifest, reading);
    default:
      reading.remark(`Objects of the kind ${manifest.kind} are not read.`);
      return [];
  }
}

function blank(subject: string, method: string | null | undefined): BackupLog {
  const copy = method === 'volumeSnapshot' ? ('snapshots' as const) : ('base-backup' as const);
  const log = { ...emptyLog({ tool: 'cloudnative-pg', copy, listsFailures: true }), subject };
  return copy === 'snapshots' ? log : { ...log, consistentAt: 'end' };
}

function clusterLog({ value, path }: Manifest, reading: ToolReading): readonly BackupLog[] {
  const cluster = reading.shaped(value, path, clusterShape, HINT);
  if (cluster === undefined) return [];
  const { metadata, spec, status } = cluster;
  const log = blank(metadata.name, undefined);
  const keep = retentionOf(spec.backup?.retentionPolicy ?? undefined);
  const timeout = spec.postgresql?.parameters?.['archive_timeout'];
  if (timeout === undefined)
    reading.remark('A cluster states no archive_timeout; the 5 minutes of the operator are taken.');
  const failing = status?.conditions?.find(
    ({ type, status: state }) => type === 'ContinuousArchiving' && state === 'False',
  );
  return [
    {
      ...log,
      stated: present({ schedules: [], keep }),
      archive: present({
        segments: [],
        samples: [],
        timeout: timeout === undefined ? USUAL_TIMEOUT : durationOf(timeout),
        complaint:
          failing === undefined ? undefined : `continuous archiving fails (${failing.message ?? 'no reason given'})`,
      }),
    },
  ];
}

/** PostgreSQL takes a number of seconds, or one with its unit. */
function durationOf(text: string): ReturnType<typeof seconds> | undefined {
  const parsed = parseDuration(/^\d+$/.test(text.trim()) ? `${text.trim()}s` : text);
  return parsed.kind === 'read' && parsed.value > 0 ? parsed.value : undefined;
}

const SPANS: Readonly<Record<string, number>> = { d: DAY, w: 7 * DAY, m: MONTH };

function retentionOf(policy: string | undefined): BackupLog['stated']['keep'] {
  const match = /^([1-9]\d*)([dwm])$/.exec(policy ?? '');
  return match === null ? undefined : { age: seconds(Number(match[1]) * SPANS[match[2]]) };
}

function scheduleLog({ value, path }: Manifest, reading: ToolReading): readonly BackupLog[] {
  const scheduled = reading.shaped(value, path, scheduledShape, HINT);
  if (scheduled === undefined) return [];
  const { metadata, spec } = scheduled;
  const log = blank(spec.cluster.name, spec.method);
  const schedule = statedSchedule(spec.schedule, { hasSeconds: true, timezone: 'UTC' });
  if (schedule === undefined) {
    reading.remark(
      `The schedule "${spec.schedule}" of ${metadata.name} cannot be said in the scenario language and is left out.`,
    );
    return [log];
  }
  const by = `ScheduledBackup ${metadata.name}`;
  return [{ ...log, stated: { schedules: [{ level: 'full', schedule, by, isPaused: spec.suspend === true }] } }];
}

const OUTCOMES: Readonly<Record<string, BackupRun['outcome'] | undefined>> = {
  completed: 'succeeded',
  failed: 'failed',
  walArchivingFailing: 'failed',
  'invalid backup definition': 'failed',
  pending: 'running',
  started: 'running',
  running: 'running',
  finalizing: 'running',
};

function backupLog({ value, path }: Manifest, reading: ToolReading): readonly BackupLog[] {
  const backup = reading.shaped(value, path, backupShape, HINT);
  if (backup === undefined) return [];
  const { metadata, spec, status } = backup;
  const phase = status?.phase ?? 'pending';
  const outcome = OUTCOMES[phase];
  if (outcome === undefined)
    reading.remark(`CloudNativePG gives the phase "${phase}", which is not known here; such a run counts as failed.`);
  const [start, stop] = [status?.beginLSN, status?.endLSN].map((lsn) => (lsn ? logPositionOf(lsn) : undefined));
  const run = present({
    id: metadata.name,
    level: 'full' as const,
    startedAt:
      reading.instant(status?.startedAt, [...path, 'status', 'startedAt']) ??
      reading.instant(metadata.creationTimestamp, [...path, 'metadata', 'creationTimestamp']),
    stoppedAt: reading.instant(status?.stoppedAt, [...path, 'status', 'stoppedAt']),
    outcome: outcome ?? ('failed' as const),
    log: start === undefined || stop === undefined ? undefined : { start, stop },
    complaint: status?.error ?? undefined,
  });
  const log = blank(spec.cluster.name, status?.method ?? spec.method);
  return [{ ...log, runs: [run], listings: listingOf(reading.source.file, [run]) }];
}
