import { z } from 'zod';
import type { Path } from '../../../scenario/document/located-tree.js';
import { present } from '../../../scenario/present.js';
import type { BackupLog, BackupRun } from '../backup-log.js';
import { emptyLog, isMap, rootsOf, type ToolReader } from '../tool-reader.js';
import type { ToolReading } from '../tool-reading.js';

const stampShape = z.union([z.string(), z.number()]).nullish();

const backupJobShape = z.object({
  BackupJobId: z.string(),
  State: z.string(),
  CreationDate: z.union([z.string(), z.number()]),
  CompletionDate: stampShape,
  ResourceArn: z.string().nullish(),
  ResourceName: z.string().nullish(),
  RecoveryPointArn: z.string().nullish(),
  BackupSizeInBytes: z.number().nullish(),
  StatusMessage: z.string().nullish(),
  MessageCategory: z.string().nullish(),
});

const restoreJobShape = z.object({
  RestoreJobId: z.string(),
  Status: z.string(),
  CreationDate: z.union([z.string(), z.number()]),
  CompletionDate: stampShape,
  RecoveryPointArn: z.string().nullish(),
  SourceResourceArn: z.string().nullish(),
  BackupSizeInBytes: z.number().nullish(),
});

const HINT = 'write the output of "aws backup list-backup-jobs" or "list-restore-jobs", with --output json';

/**
 * `aws backup list-backup-jobs` and `list-restore-jobs`: jobs of the last 30 days, of every state. A job is taken to run
 * from its creation to its completion, as AWS does not tell when it began to copy. Dates are seconds since 1970 (version 1
 * of the command line) or ISO 8601 (version 2). Recovery points restore alone, however they are stored.
 *
 * Learnt from the AWS Backup API reference (`BackupJob`, `RestoreJobsListMember`) and the examples of aws-cli.
 */
export const awsBackupReader: ToolReader = {
  tool: 'aws-backup',
  reads: 'the jobs of "aws backup list-backup-jobs" or "list-restore-jobs"',
  recognises: (document) =>
    rootsOf(document).some(
      (root) => isMap(root) && (Array.isArray(root['BackupJobs']) || Array.isArray(root['RestoreJobs'])),
    ),
  read: (reading) =>
    rootsOf(reading.document).flatMap((root, number) => (isMap(root) ? logsOf(root, number, reading) : [])),
};

function logsOf(root: Readonly<Record<string, unknown>>, number: number, reading: ToolReading): readonly BackupLog[] {
  if (typeof root['NextToken'] === 'string')
    reading.remark('The list goes on (NextToken): only what is in the file is read.');
  const backups = itemsOf(root, 'BackupJobs').map((value, index) =>
    backupLog(value, [number, 'BackupJobs', index], reading),
  );
  const owners = new Map(backups.flatMap((backup) => (backup?.point ? [[backup.point, backup.log.subject]] : [])));
  const restores = itemsOf(root, 'RestoreJobs').map((value, index) =>
    restoreLog(value, [number, 'RestoreJobs', index], { owners, reading }),
  );
  return [...backups.map((backup) => backup?.log), ...restores].filter((log) => log !== undefined);
}

function itemsOf(root: Readonly<Record<string, unknown>>, key: string): readonly unknown[] {
  const items = root[key];
  return Array.isArray(items) ? items : [];
}

function blank(subject: string | undefined): BackupLog {
  const log = emptyLog({ tool: 'aws-backup', copy: 'snapshots', listsFailures: true });
  return subject === undefined ? log : { ...log, subject };
}

/** The last part of a resource's name: `arn:aws:ec2:eu-west-1:…:volume/vol-0abc` is `vol-0abc`. */
function resourceOf(arn: string | null | undefined): string | undefined {
  return arn ? arn.split(/[:/]/).at(-1) : undefined;
}

const OUTCOMES: Readonly<Record<string, BackupRun['outcome'] | undefined>> = {
  COMPLETED: 'succeeded',
  PARTIAL: 'partial',
  FAILED: 'failed',
  ABORTED: 'failed',
  EXPIRED: 'failed',
  CREATED: 'running',
  PENDING: 'running',
  RUNNING: 'running',
  ABORTING: 'running',
};

function outcomeOf(state: string, reading: ToolReading): BackupRun['outcome'] {
  const outcome = OUTCOMES[state];
  if (outcome === undefined)
    reading.remark(`AWS Backup gives the state "${state}", which is not known here; such a job counts as failed.`);
  return outcome ?? 'failed';
}

function backupLog(
  value: unknown,
  path: Path,
  reading: ToolReading,
): { readonly log: BackupLog; readonly point: string | undefined } | undefined {
  const job = reading.shaped(value, path, backupJobShape, HINT);
  if (job === undefined) return undefined;
  const hasIssues =
    job.MessageCategory !== undefined && job.MessageCategory !== null && job.MessageCategory !== 'SUCCESS';
  const run = present({
    id: job.BackupJobId,
    level: 'full' as const,
    startedAt: reading.instant(job.CreationDate, [...path, 'CreationDate']),
    stoppedAt: reading.instant(job.CompletionDate, [...path, 'CompletionDate']),
    outcome: outcomeOf(job.State, reading),
    originalBytes: job.BackupSizeInBytes ? job.BackupSizeInBytes : undefined,
    complaint: job.StatusMessage ?? (hasIssues ? `message category ${job.MessageCategory}` : undefined),
  });
  const log = blank(job.ResourceName ?? resourceOf(job.ResourceArn));
  return { log: { ...log, runs: [run] }, point: job.RecoveryPointArn ?? undefined };
}

function restoreLog(
  value: unknown,
  path: Path,
  { owners, reading }: { readonly owners: ReadonlyMap<string, string | undefined>; readonly reading: ToolReading },
): BackupLog | undefined {
  const job = reading.shaped(value, path, restoreJobShape, HINT);
  if (job === undefined) return undefined;
  const restore = present({
    id: job.RestoreJobId,
    startedAt: reading.instant(job.CreationDate, [...path, 'CreationDate']),
    stoppedAt: reading.instant(job.CompletionDate, [...path, 'CompletionDate']),
    outcome: outcomeOf(job.Status, reading),
    bytes: job.BackupSizeInBytes ?? undefined,
  });
  const subject = resourceOf(job.SourceResourceArn) ?? owners.get(job.RecoveryPointArn ?? '');
  return { ...blank(subject), restores: [restore] };
}
