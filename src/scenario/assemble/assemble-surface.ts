import { bytes } from '../../units/quantity.js';
import { present } from '../present.js';
import { COPY_NAMES, LOSSLESS_COPIES } from '../copy-names.js';
import type { CopyName } from '../disaster.js';
import type {
  BackupProtection,
  BackupRuns,
  Copy,
  LogArchive,
  Protection,
  Schedule,
  SilentlyBroken,
  Surface,
} from '../scenario.js';
import type { ScheduleDraft } from '../shape/schedule-shape.js';
import type { ScenarioDraft } from '../shape/scenario-shape.js';
import { assembleDurability } from './assemble-durability.js';
import { dayIn } from './day-in.js';

type SurfaceDraft = ScenarioDraft['surfaces'][string];
type BackupDraft = NonNullable<SurfaceDraft['base-backup']>;
type RunsDraft = NonNullable<BackupDraft['incremental']>;
type LogArchiveDraft = NonNullable<SurfaceDraft['log-archive']>;

/** A surface from a draft that has at least one copy. */
export function assembleSurface(name: string, draft: SurfaceDraft, timezone: string): Surface {
  const sites = sorted(draft.on);
  const copies = COPY_NAMES.flatMap((copy): Copy[] => {
    const protection = protectionOf(copy, draft, timezone);
    if (protection === undefined) return [];
    const written = draft[copy];
    const place = typeof written === 'object' ? written : {};
    const isBesideIt = copy === 'versions' && place.on === undefined;
    return [
      present({
        name: copy,
        sites: isBesideIt ? sites : sorted(place.on),
        isImmutable: place.immutable ?? false,
        readableWith: place['readable-with'],
        protection,
      }),
    ];
  });
  return present({
    name,
    isDataBearing: draft['data-bearing'] ?? copies.some((copy) => !LOSSLESS_COPIES.includes(copy.name)),
    size: draft.size === undefined ? undefined : bytes(draft.size),
    changes: draft.changes,
    sites,
    copies,
    durability: draft.durability && assembleDurability(draft.durability),
  });
}

function sorted(names: readonly string[] | undefined): readonly string[] {
  return [...(names ?? [])].sort();
}

/** How one copy of the surface is made; undefined when it has none of that name. */
function protectionOf(copy: CopyName, draft: SurfaceDraft, timezone: string): Protection | undefined {
  switch (copy) {
    case 'base-backup':
      return draft[copy] && backupOf(draft[copy], draft, timezone);
    case 'snapshots':
      return draft[copy] && snapshotsOf(draft[copy], timezone);
    case 'replication':
      return draft[copy] && replicationOf(draft[copy], timezone);
    case 'replica':
      return draft[copy] && replicaOf(draft[copy]);
    case 'versions':
      return draft[copy] && { kind: 'versions', keep: draft[copy].keep };
    case 'versioned':
      return draft[copy] === true ? { kind: 'versioned' } : undefined;
    case 'rebuilt-from':
      return draft[copy] === undefined ? undefined : { kind: 'rebuilt', from: draft[copy] };
    default:
      return copy satisfies never;
  }
}

function replicationOf(draft: NonNullable<SurfaceDraft['replication']>, timezone: string): Protection {
  const { schedule, every, takes, succeeds, keep } = draft;
  const runs: ScheduleDraft | undefined = every === undefined ? schedule : { kind: 'every', period: every };
  if (runs === undefined) throw new RangeError('Surface: a replication was let through without a schedule');
  return present({ kind: 'replication' as const, schedule: scheduleOf(runs, timezone), takes, succeeds, keep });
}

function replicaOf(draft: NonNullable<SurfaceDraft['replica']>): Protection {
  return present({
    kind: 'replica' as const,
    lag: draft.lag,
    delay: draft['delayed-by'],
    volume: draft.volume,
    silentlyBroken: brokenOf(draft['silently-broken']),
  });
}

/** Snapshots are backups of one level that stand for the instant at which they were taken. */
function snapshotsOf(draft: NonNullable<SurfaceDraft['snapshots']>, timezone: string): BackupProtection {
  return {
    kind: 'backup',
    full: runsOf(draft, timezone),
    consistentAt: 'start',
    keep: present(draft.keep ?? {}),
    restorable: draft.restorable,
  };
}

function backupOf(draft: BackupDraft, surface: SurfaceDraft, timezone: string): BackupProtection {
  const after = draft['silently-unrestorable-after'];
  const test = surface['restore-test'];
  return present({
    kind: 'backup' as const,
    full: runsOf(draft, timezone),
    differential: draft.differential === undefined ? undefined : runsOf(draft.differential, timezone),
    incremental: draft.incremental === undefined ? undefined : runsOf(draft.incremental, timezone),
    overlap: draft.overlap,
    underLoad: draft['under-load'],
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
              finds: test.finds,
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
    sites: sorted(draft.on),
    every: draft.every,
    lag: draft.lag,
    volume: draft.volume,
    keep: draft.keep,
    silentlyBroken: brokenOf(draft['silently-broken']),
  });
}

function brokenOf(draft: LogArchiveDraft['silently-broken']): SilentlyBroken | undefined {
  if (draft === undefined) return undefined;
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
