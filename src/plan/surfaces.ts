import { alternatingRenewal } from '../distributions/alternating-renewal.js';
import { mean } from '../distributions/families.js';
import type {
  BackupProtection,
  BackupRuns,
  LogArchive,
  SilentlyBroken,
  SilentlyUnrestorable,
  Surface,
} from '../scenario/scenario.js';
import type { ColumnTable } from './columns.js';
import { occurrencesOf } from './occurrences.js';
import type { BackupPlan, LogPlan, ProtectionPlan, RunsPlan, SilentlyUnrestorablePlan, SurfacePlan } from './plan.js';
import { compileRetention, HISTORY_REACH, retentionReach } from './retention.js';
import { UnplayableError } from './unplayable-error.js';

interface Span {
  readonly epoch: number;
  readonly periodLength: number;
  /** IANA name of the time zone in which the calendar of retention is read. */
  readonly timezone: string;
}

/** How one surface is protected, with the draws that its history makes in every incident. */
export function compileSurface(surface: Surface, span: Span, columns: ColumnTable): SurfacePlan {
  return {
    name: surface.name,
    isDataBearing: surface.isDataBearing,
    size: surface.size ?? NaN,
    protection: compileProtection(surface, span, columns),
  };
}

function compileProtection(surface: Surface, span: Span, columns: ColumnTable): ProtectionPlan {
  const prefix = `surface/${surface.name}`;
  const protection = surface.protection;
  switch (protection.kind) {
    case 'backup':
      return compileBackup(protection, surface, span, columns);
    case 'replication':
      return {
        kind: 'replication',
        horizon: HISTORY_REACH,
        runs: compileRuns({ ...protection }, 'full', `${prefix}/replication`, { ...span, reach: HISTORY_REACH }, 0),
      };
    case 'versioned':
      return { kind: 'ageless', from: 'its version store' };
    case 'rebuilt':
      return { kind: 'ageless', from: `rebuilt from ${protection.from}` };
    default:
      return protection satisfies never;
  }
}

function compileBackup(backup: BackupProtection, surface: Surface, span: Span, columns: ColumnTable): BackupPlan {
  const horizon = retentionReach(backup.keep);
  const reach = { ...span, reach: horizon };
  const prefix = `surface/${surface.name}`;
  const runs = [compileRuns(backup.full, 'full', `${prefix}/full`, reach, surface.size ?? 0)];
  if (backup.differential) {
    runs.push(compileRuns(backup.differential, 'differential', `${prefix}/differential`, reach, 0));
  }
  if (backup.incremental) {
    runs.push(compileRuns(backup.incremental, 'incremental', `${prefix}/incremental`, reach, 0));
  }
  return {
    kind: 'backup',
    runs,
    isConsistentAtEnd: backup.consistentAt === 'end',
    horizon,
    keep: compileRetention(backup.keep, reach),
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
  sizeWhenAbsent: number,
): RunsPlan {
  return {
    level,
    name,
    occurrences: occurrencesOf(runs.schedule, span),
    takes: runs.takes,
    succeeds: runs.succeeds,
    copiedAfter: runs.copiedAfter,
    size: runs.size ?? sizeWhenAbsent,
  };
}

function compileUnrestorable(
  unrestorable: SilentlyUnrestorable,
  prefix: string,
  span: Span,
  columns: ColumnTable,
): SilentlyUnrestorablePlan {
  const { every, last } = unrestorable.test;
  return {
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
    brokenColumn: log.silentlyBroken === undefined ? -1 : columns.add(`${name}/silently-broken`, 'uniform'),
    ...compileBroken(log.silentlyBroken, name),
  };
}

function compileBroken(
  broken: SilentlyBroken | undefined,
  name: string,
): Pick<LogPlan, 'brokenProbability' | 'brokenFor'> {
  if (broken === undefined) return { brokenProbability: 0, brokenFor: undefined };
  if (broken.kind === 'found') {
    return { brokenProbability: broken.probability, brokenFor: { kind: 'law', law: broken.for } };
  }
  const { breaksEvery, noticedAfter, mendedAfter } = broken;
  const cycle = mean(breaksEvery) + mean(noticedAfter) + mean(mendedAfter);
  if (!(cycle > 0 && cycle < Infinity)) {
    throw new UnplayableError(
      `"${name}": from one silent break to the next there must be a finite time, on average it is ${String(cycle)} s`,
    );
  }
  const renewal = alternatingRenewal({ up: breaksEvery, down: [noticedAfter, mendedAfter] });
  return { brokenProbability: renewal.downShare, brokenFor: { kind: 'renewal', renewal } };
}
