import type {
  BackupProtection,
  BackupRuns,
  Copy,
  LogArchive,
  ReplicaProtection,
  Scenario,
  SilentlyUnrestorable,
  Surface,
} from '../scenario/scenario.js';
import { compileLine } from './backup-line.js';
import { compileBreakage } from './breakage.js';
import type { ColumnTable } from './columns.js';
import { compileLoad } from './load-hours.js';
import { occurrencesOf } from './occurrences.js';
import type {
  BackupPlan,
  CopyPlan,
  LogPlan,
  ProtectionPlan,
  ReplicaPlan,
  SilentlyUnrestorablePlan,
  SurfacePlan,
} from './plan.js';
import type { LoadPlan, RunsPlan } from './runs-plan.js';
import { compileRetention, HISTORY_REACH, retentionReach } from './retention.js';

interface Span {
  readonly epoch: number;
  readonly periodLength: number;
  /** IANA name of the time zone in which the calendar of retention is read. */
  readonly timezone: string;
  /** Seconds before the period from which on time is played. */
  readonly before: number;
}

/** How one surface is protected, with the draws that its copies make in every incident. */
export function compileSurface(surface: Surface, scenario: Scenario, span: Span, columns: ColumnTable): SurfacePlan {
  const isAttacked = scenario.incidents.some(({ attack }) => attack !== undefined);
  return {
    name: surface.name,
    isDataBearing: surface.isDataBearing,
    size: surface.size ?? NaN,
    copies: surface.copies.map((copy): CopyPlan => ({
      name: copy.name,
      readableWith: scenario.surfaces.findIndex(({ name }) => name === copy.readableWith),
      attackColumn:
        isAttacked && !copy.isImmutable && !isAgeless(copy)
          ? columns.add(`surface/${surface.name}/${copy.name}/attack`, 'uniform')
          : -1,
      protection: compileProtection(copy, surface, span, columns),
    })),
  };
}

function compileProtection(copy: Copy, surface: Surface, span: Span, columns: ColumnTable): ProtectionPlan {
  const { protection } = copy;
  const prefix = `surface/${surface.name}`;
  switch (protection.kind) {
    case 'backup':
      return compileBackup(protection, copy, surface, { span, columns });
    case 'replication': {
      const horizon = protection.keep ?? HISTORY_REACH;
      return {
        kind: 'replication',
        horizon,
        isOverwritten: protection.keep === undefined,
        changes: protection.keep === undefined ? 0 : (changesOf(surface) ?? 0),
        runs: compileRuns(
          { ...protection },
          'full',
          `${prefix}/replication`,
          { ...span, reach: horizon + span.before },
          { size: 0, load: undefined },
        ),
      };
    }
    case 'replica':
      return compileReplica(protection, `${prefix}/replica`, columns);
    case 'versions':
      return { kind: 'versions', keep: protection.keep, changes: changesOf(surface) ?? 0 };
    case 'versioned':
      return { kind: 'ageless', from: 'its version store' };
    case 'rebuilt':
      return { kind: 'ageless', from: `rebuilt from ${protection.from}` };
    default:
      return protection satisfies never;
  }
}

/**
 * How much of a surface changes, in bytes per second: where it does not say, what is written to its log, or sent to its
 * replica, which is no less; undefined where nothing tells.
 */
function changesOf({ changes, copies }: Surface): number | undefined {
  const told = copies.map(({ protection }) => {
    if (protection.kind === 'backup') return protection.logArchive?.volume;
    return protection.kind === 'replica' ? protection.volume : undefined;
  });
  return changes ?? told.find((rate) => rate !== undefined);
}

function compileReplica(replica: ReplicaProtection, name: string, columns: ColumnTable): ReplicaPlan {
  return {
    kind: 'replica',
    name,
    lagColumn: columns.addOptional(`${name}/lag`, replica.lag),
    delay: replica.delay ?? 0,
    volume: replica.volume ?? 0,
    breakage: replica.silentlyBroken && compileBreakage(replica.silentlyBroken, name, columns),
  };
}

/** Snapshots have luck of their own; the names of a base backup are as old as the format. */
function compileBackup(
  backup: BackupProtection,
  copy: Copy,
  surface: Surface,
  { span, columns }: { readonly span: Span; readonly columns: ColumnTable },
): BackupPlan {
  const horizon = retentionReach(backup.keep);
  const reach = { ...span, reach: horizon + span.before };
  const prefix = `surface/${surface.name}${copy.name === 'snapshots' ? '/snapshots' : ''}`;
  const load = backup.underLoad && compileLoad(backup.underLoad, reach);
  const runs = [compileRuns(backup.full, 'full', `${prefix}/full`, reach, { size: surface.size ?? 0, load })];
  if (backup.differential) {
    runs.push(compileRuns(backup.differential, 'differential', `${prefix}/differential`, reach, { size: 0, load }));
  }
  if (backup.incremental) {
    runs.push(compileRuns(backup.incremental, 'incremental', `${prefix}/incremental`, reach, { size: 0, load }));
  }
  return {
    kind: 'backup',
    runs,
    line: compileLine(backup.overlap, runs, { name: prefix, periodLength: span.periodLength }),
    isConsistentAtEnd: backup.consistentAt === 'end',
    horizon,
    keep: compileRetention(backup.keep, { ...span, horizon }),
    changes: copy.name === 'snapshots' ? (changesOf(surface) ?? NaN) : NaN,
    restorable: backup.restorable,
    name: prefix,
    silentlyUnrestorable:
      backup.silentlyUnrestorable && compileUnrestorable(backup.silentlyUnrestorable, prefix, span, columns),
    log: backup.logArchive && compileLog(backup.logArchive, `${prefix}/log-archive`, span, columns),
  };
}

function compileRuns(
  runs: BackupRuns,
  level: RunsPlan['level'],
  name: string,
  span: Span & { readonly reach: number },
  besides: { readonly size: number; readonly load: LoadPlan | undefined },
): RunsPlan {
  return {
    level,
    name,
    occurrences: occurrencesOf(runs.schedule, span),
    takes: runs.takes,
    load: besides.load,
    succeeds: runs.succeeds,
    copiedAfter: runs.copiedAfter,
    size: runs.size ?? besides.size,
  };
}

function compileUnrestorable(
  unrestorable: SilentlyUnrestorable,
  prefix: string,
  span: Span,
  columns: ColumnTable,
): SilentlyUnrestorablePlan {
  const { every, last, finds } = unrestorable.test;
  return {
    name: prefix,
    after: unrestorable.after,
    finds: finds ?? 1,
    afterColumn: columns.add(`${prefix}/silently-unrestorable/after`, unrestorable.after),
    phaseColumn: columns.add(`${prefix}/restore-test/age`, 'uniform'),
    every: every ?? Infinity,
    last: last === undefined ? NaN : last - span.epoch,
  };
}

function compileLog(log: LogArchive, name: string, span: Span, columns: ColumnTable): LogPlan {
  return {
    name,
    every: log.every,
    phase: span.epoch - Math.floor(span.epoch / log.every) * log.every,
    lagColumn: columns.addOptional(`${name}/lag`, log.lag),
    volume: log.volume,
    keep: log.keep ?? Infinity,
    breakage: log.silentlyBroken && compileBreakage(log.silentlyBroken, name, columns),
  };
}

/** Kept in a version store of its own, or rebuilt from elsewhere: beyond the reach of whoever attacks the platform. */
function isAgeless({ protection }: Copy): boolean {
  return protection.kind === 'versioned' || protection.kind === 'rebuilt';
}
