import { LOST, UNHARMED } from '../plan/disaster-plan.js';
import type { SurfacePlan } from '../plan/plan.js';
import { NO_COPY } from '../simulation/protection.js';
import type {
  BackupsBeforeStrike,
  CopyHistory,
  ReplicaAtStrike,
  ReplicationBeforeStrike,
  VersionsAtStrike,
} from '../simulation/copy-history.js';
import type { Protection } from '../simulation/protection.js';
import type { Strike } from '../simulation/strike.js';
import { durationText } from '../units/duration-text.js';

/** In words: what a surface is recovered from, and why from nothing newer. */
export function describeRecovery(
  { copies }: SurfacePlan,
  surface: number,
  { protection, strike }: { readonly protection: Protection; readonly strike: Strike },
): string {
  if (protection.isHit[surface] === 0) return 'as it was';
  const chosen = protection.chosen[surface];
  if (chosen !== NO_COPY) {
    const { protection: plan } = copies[chosen];
    if (plan.kind === 'ageless') return plan.from;
    return describeHistory(protection.histories[surface][chosen], strike);
  }
  return copies
    .map(({ name }, copy) => {
      const left = protection.left[surface][copy];
      if (left === UNHARMED) return describeHistory(protection.histories[surface][copy], strike);
      return left === LOST ? `${name} lost with it` : `${name} out of reach`;
    })
    .join('; ');
}

function describeHistory(history: CopyHistory, strike: Strike): string {
  switch (history?.kind) {
    case 'backup':
      return describeBackup(history, strike.at);
    case 'replication':
      return describeReplication(history, strike.at);
    case 'replica':
      return describeReplica(history, strike.at);
    case 'versions':
      return describeVersions(history, strike.at);
    case undefined:
      return '';
    default:
      return history satisfies never;
  }
}

function describeReplica({ recoveryPoint, brokenFor, isInfected }: ReplicaAtStrike, strike: number): string {
  if (isInfected) return 'the replica has repeated the corruption';
  const told = [`replica that had come to ${durationText(strike - recoveryPoint)} before the strike`];
  if (brokenFor > 0) told.push(`it had stopped unnoticed ${durationText(brokenFor)} earlier`);
  return told.join('; ');
}

function describeVersions({ recoveryPoint, plan }: VersionsAtStrike, strike: number): string {
  if (Number.isNaN(recoveryPoint))
    return `no version from before the onset, as they are kept ${durationText(plan.keep)}`;
  return `versions turned back to ${durationText(strike - recoveryPoint)} before the strike`;
}

/** In words: which backup is restored, how far the log takes it, and why nothing newer would do. */
function describeBackup(history: BackupsBeforeStrike, strike: number): string {
  const skipped = skippedRuns(history);
  if (Number.isNaN(history.recoveryPoint)) return ['no usable backup', ...skipped].join('; ');
  const { log } = history;
  const told = [
    `backup begun ${durationText(strike - history.start)} and ended ${durationText(strike - history.end)} before the strike`,
  ];
  if (log !== undefined) {
    const isRolledForward = history.isRolledForward;
    told.push(
      isRolledForward
        ? `rolled forward over ${durationText(history.logSpan)} of log`
        : 'the log does not reach beyond the backup',
    );
    if (log.brokenFor > 0) told.push(`archiving had stopped unnoticed ${durationText(log.brokenFor)} earlier`);
  }
  return [...told, ...skipped].join('; ');
}

/** In words: which copy there is, and why no newer one. */
function describeReplication(history: ReplicationBeforeStrike, strike: number): string {
  const skipped = skippedRuns(history);
  if (Number.isNaN(history.recoveryPoint)) return ['no copy', ...skipped].join('; ');
  return [`copy begun ${durationText(strike - history.recoveryPoint)} before the strike`, ...skipped].join('; ');
}

function skippedRuns(history: {
  readonly failedRuns: number;
  readonly skippedRuns?: number;
  readonly unfinishedRuns: number;
  readonly infectedBackups?: number;
  readonly infectedRuns?: number;
  readonly badBackups?: number;
}): string[] {
  const counted = (count: number, what: string): string[] =>
    count === 0 ? [] : [`${String(count)} newer ${count === 1 ? 'one' : 'ones'} ${what}`];
  return [
    ...counted(history.failedRuns, 'failed'),
    ...counted(history.skippedRuns ?? 0, 'skipped, as an earlier one still ran'),
    ...counted(history.unfinishedRuns, 'not yet usable'),
    ...counted((history.infectedBackups ?? 0) + (history.infectedRuns ?? 0), 'made after the onset'),
    ...counted(history.badBackups ?? 0, 'found bad'),
  ];
}
