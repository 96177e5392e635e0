import { bytes } from '../../units/quantity.js';
import { present } from '../present.js';
import type {
  BackupProtection,
  BackupRuns,
  LogArchive,
  Protection,
  Schedule,
  SilentlyBroken,
  Surface,
} from '../scenario.js';
import type { ScheduleDraft } from '../shape/schedule-shape.js';
import type { ScenarioDraft } from '../shape/scenario-shape.js';
import { dayIn } from './day-in.js';

type SurfaceDraft = ScenarioDraft['surfaces'][string];
type BackupDraft = NonNullable<SurfaceDraft['base-backup']>;
type RunsDraft = NonNullable<BackupDraft['incremental']>;
type LogArchiveDraft = NonNullable<SurfaceDraft['log-archive']>;

/** A surface from a draft that has exactly one protection. */
export function assembleSurface(name: string, draft: SurfaceDraft, timezone: string): Surface {
  const protection = protectionOf(name, draft, timezone);
  const canLose = protection.kind === 'backup' || protection.kind === 'replication';
  return present({
    name,
    isDataBearing: draft['data-bearing'] ?? canLose,
    size: draft.size === undefined ? undefined : bytes(draft.size),
    protection,
  });
}

function protectionOf(name: string, draft: SurfaceDraft, timezone: string): Protection {
  if (draft['base-backup'] !== undefined) return backupOf(draft['base-backup'], draft, timezone);
  if (draft.versioned === true) return { kind: 'versioned' };
  if (draft['rebuilt-from'] !== undefined) return { kind: 'rebuilt', from: draft['rebuilt-from'] };
  const { replication } = draft;
  if (replication === undefined) throw new RangeError(`Surface: "${name}" was let through without a protection`);
  const { schedule, every, takes, succeeds } = replication;
  const runs: ScheduleDraft | undefined = every === undefined ? schedule : { kind: 'every', period: every };
  if (runs === undefined) throw new RangeError(`Surface: "${name}" was let through without a schedule`);
  return { kind: 'replication', schedule: scheduleOf(runs, timezone), takes, succeeds };
}

function backupOf(draft: BackupDraft, surface: SurfaceDraft, timezone: string): BackupProtection {
  const after = draft['silently-unrestorable-after'];
  const test = surface['restore-test'];
  return present({
    kind: 'backup' as const,
    full: runsOf(draft, timezone),
    differential: draft.differential === undefined ? undefined : runsOf(draft.differential, timezone),
    incremental: draft.incremental === undefined ? undefined : runsOf(draft.incremental, timezone),
    consistentAt: draft['consistent-at'],
    keep: present(draft.keep ?? {}),
    restorable: draft.restorable,
    silentlyUnrestorable:
      after === undefined || test === undefined
        ? undefined
        : {
            after,
            test: present({
              every: test.every,
              last: test.last === undefined ? undefined : dayIn(test.last, timezone),
            }),
          },
    logArchive: surface['log-archive'] === undefined ? undefined : logArchiveOf(surface['log-archive']),
  });
}

function runsOf(draft: RunsDraft, timezone: string): BackupRuns {
  return present({
    schedule: scheduleOf(draft.schedule, timezone),
    takes: draft.takes,
    succeeds: draft.succeeds,
    copiedAfter: draft['copied-after'],
    size: draft.size === undefined ? undefined : bytes(draft.size),
  });
}

function logArchiveOf(draft: LogArchiveDraft): LogArchive {
  return present({
    every: draft.every,
    lag: draft.lag,
    volume: draft.volume,
    keep: draft.keep,
    silentlyBroken: draft['silently-broken'] === undefined ? undefined : brokenOf(draft['silently-broken']),
  });
}

function brokenOf(draft: NonNullable<LogArchiveDraft['silently-broken']>): SilentlyBroken {
  if ('probability' in draft) return { kind: 'found', ...draft };
  return {
    kind: 'recurring',
    breaksEvery: draft['breaks-every'],
    noticedAfter: draft['noticed-after'],
    mendedAfter: draft['mended-after'],
  };
}

function scheduleOf(draft: ScheduleDraft, timezone: string): Schedule {
  return draft.kind === 'every' ? draft : { timezone, ...draft };
}
