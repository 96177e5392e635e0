import { z } from 'zod';
import { present } from '../../../scenario/present.js';
import { parseDuration } from '../../../units/parse-duration.js';
import type { Duration } from '../../../units/quantity.js';
import type { BackupLog, BackupRun } from '../backup-log.js';
import { emptyLog, type ToolReader } from '../tool-reader.js';
import type { ToolReading } from '../tool-reading.js';
import { listingOf, manifestsOf, metadataShape, stampShape, type Manifest } from './manifests.js';
import { statedSchedule } from './stated-schedule.js';

const GROUP = 'velero.io';

/** The label by which a backup tells the schedule that made it. */
const SCHEDULE_LABEL = 'velero.io/schedule-name';

const scheduleShape = z.object({
  metadata: metadataShape,
  spec: z.object({
    schedule: z.string(),
    paused: z.boolean().nullish(),
    template: z.object({ ttl: z.string().nullish() }).nullish(),
  }),
});

const backupShape = z.object({
  metadata: metadataShape,
  status: z
    .object({
      phase: z.string().nullish(),
      startTimestamp: stampShape,
      completionTimestamp: stampShape,
      expiration: stampShape,
      errors: z.number().nullish(),
      failureReason: z.string().nullish(),
      validationErrors: z.array(z.string()).nullish(),
    })
    .nullish(),
});

const restoreShape = z.object({
  metadata: metadataShape,
  spec: z.object({ backupName: z.string().nullish(), scheduleName: z.string().nullish() }),
  status: z
    .object({ phase: z.string().nullish(), startTimestamp: stampShape, completionTimestamp: stampShape })
    .nullish(),
});

const HINT = 'write the output of "kubectl -n velero get schedules,backups,restores -o yaml"';

/**
 * Objects of Velero, `Schedule`, `Backup` and `Restore`, as kubectl prints them. Backups of one schedule belong
 * together; those that were made by hand are known as `on-demand`. How many bytes one holds is not in it.
 *
 * Learnt from Velero's sources, version 1 of the API (pkg/apis/velero/v1/backup_types.go, schedule_types.go,
 * restore_types.go); an absent `ttl` is the 30 days of the documentation, "How Velero Works", and `expiration` says so.
 */
export const veleroReader: ToolReader = {
  tool: 'velero',
  reads: 'Schedule, Backup and Restore objects of Velero',
  recognises: (document) => manifestsOf(document, GROUP).length > 0,
  read: (reading) => {
    const manifests = manifestsOf(reading.document, GROUP);
    const logs = manifests.flatMap((manifest) => logOf(manifest, reading));
    return [...logs, ...manifests.flatMap((manifest) => restoreLogs(manifest, logs, reading))];
  },
};

const KINDS = ['Schedule', 'Backup', 'Restore'];

function logOf(manifest: Manifest, reading: ToolReading): readonly BackupLog[] {
  if (manifest.kind === 'Schedule') return scheduleLog(manifest, reading);
  if (manifest.kind === 'Backup') return backupLog(manifest, reading);
  if (!KINDS.includes(manifest.kind)) reading.remark(`Objects of the kind ${manifest.kind} are not read.`);
  return [];
}

function blank(subject: string): BackupLog {
  return { ...emptyLog({ tool: 'velero', copy: 'base-backup', listsFailures: true }), subject };
}

function scheduleLog({ value, path }: Manifest, reading: ToolReading): readonly BackupLog[] {
  const read = reading.shaped(value, path, scheduleShape, HINT);
  if (read === undefined) return [];
  const { metadata, spec } = read;
  const schedule = statedSchedule(spec.schedule, { hasSeconds: false, timezone: 'UTC' });
  if (schedule === undefined) {
    reading.remark(
      `The schedule "${spec.schedule}" of ${metadata.name} cannot be said in the scenario language and is left out.`,
    );
  }
  const ttl = spec.template?.ttl ? spanOfGo(spec.template.ttl) : undefined;
  const by = `Schedule ${metadata.name}`;
  return [
    {
      ...blank(metadata.name),
      stated: present({
        schedules:
          schedule === undefined ? [] : [{ level: 'full' as const, schedule, by, isPaused: spec.paused === true }],
        keep: ttl === undefined ? undefined : { age: ttl },
      }),
    },
  ];
}

/** A duration of Go without fractions: `720h0m0s`; none where it is zero, which asks for the default. */
function spanOfGo(text: string): Duration | undefined {
  const parsed = parseDuration(text);
  return parsed.kind === 'read' && parsed.value > 0 ? parsed.value : undefined;
}

const OUTCOMES: Readonly<Record<string, BackupRun['outcome'] | undefined>> = {
  Completed: 'succeeded',
  Deleting: 'succeeded',
  PartiallyFailed: 'partial',
  FinalizingPartiallyFailed: 'running',
  WaitingForPluginOperationsPartiallyFailed: 'running',
  Failed: 'failed',
  FailedValidation: 'failed',
  New: 'running',
  Queued: 'running',
  ReadyToStart: 'running',
  InProgress: 'running',
  WaitingForPluginOperations: 'running',
  Finalizing: 'running',
};

function outcomeOf(phase: string, reading: ToolReading): BackupRun['outcome'] {
  const outcome = OUTCOMES[phase];
  if (outcome === undefined)
    reading.remark(`Velero gives the phase "${phase}", which is not known here; such a run counts as failed.`);
  return outcome ?? 'failed';
}

function backupLog({ value, path }: Manifest, reading: ToolReading): readonly BackupLog[] {
  const read = reading.shaped(value, path, backupShape, HINT);
  if (read === undefined) return [];
  const { metadata, status } = read;
  const { errors, failureReason, validationErrors } = status ?? {};
  const run = present({
    id: metadata.name,
    level: 'full' as const,
    startedAt: reading.instant(status?.startTimestamp, [...path, 'status', 'startTimestamp']),
    stoppedAt: reading.instant(status?.completionTimestamp, [...path, 'status', 'completionTimestamp']),
    outcome: outcomeOf(status?.phase ?? 'New', reading),
    expiresAt: reading.instant(status?.expiration, [...path, 'status', 'expiration']),
    complaint: failureReason ?? validationErrors?.[0] ?? (errors ? `${String(errors)} errors` : undefined),
  });
  const log = blank(metadata.labels?.[SCHEDULE_LABEL] ?? 'on-demand');
  return [{ ...log, runs: [run], listings: listingOf(reading.source.file, [run]) }];
}

/** A restore belongs to what its backup belongs to; that is told by the backup, or by the name that schedules give. */
function restoreLogs(manifest: Manifest, logs: readonly BackupLog[], reading: ToolReading): readonly BackupLog[] {
  if (manifest.kind !== 'Restore') return [];
  const { value, path } = manifest;
  const read = reading.shaped(value, path, restoreShape, HINT);
  if (read === undefined) return [];
  const { metadata, spec, status } = read;
  const backup = spec.backupName ?? '';
  const owner = logs.find(({ runs }) => runs.some(({ id }) => id === backup))?.subject;
  const subject = (spec.scheduleName || undefined) ?? owner ?? backup.replace(/-\d{14}$/, '');
  const restore = present({
    id: metadata.name,
    startedAt: reading.instant(status?.startTimestamp, [...path, 'status', 'startTimestamp']),
    stoppedAt: reading.instant(status?.completionTimestamp, [...path, 'status', 'completionTimestamp']),
    outcome: outcomeOf(status?.phase ?? 'New', reading),
  });
  return [{ ...blank(subject === '' ? 'on-demand' : subject), restores: [restore] }];
}
