import type { BackupHistory } from '../simulation/backup-history.js';
import type { ReplicationHistory } from '../simulation/replication-history.js';
import { durationText } from '../units/duration-text.js';

/** In words: which backup is restored, how far the log takes it, and why nothing newer would do. */
export function describeBackup(history: BackupHistory, strike: number): string {
  const skipped = skippedRuns(history);
  if (Number.isNaN(history.recoveryPoint)) return ['no usable backup', ...skipped].join('; ');
  const { log } = history;
  const told = [
    `backup begun ${durationText(strike - history.start)} and ended ${durationText(strike - history.end)} before the strike`,
  ];
  if (log !== undefined) {
    const isRolledForward = history.recoveryPoint === log.newestBoundary;
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
export function describeReplication(history: ReplicationHistory, strike: number): string {
  const skipped = skippedRuns(history);
  if (Number.isNaN(history.recoveryPoint)) return ['no copy', ...skipped].join('; ');
  return [`copy begun ${durationText(strike - history.recoveryPoint)} before the strike`, ...skipped].join('; ');
}

function skippedRuns(history: {
  readonly failedRuns: number;
  readonly unfinishedRuns: number;
  readonly badBackups?: number;
}): string[] {
  const counted = (count: number, what: string): string[] =>
    count === 0 ? [] : [`${String(count)} newer ${count === 1 ? 'one' : 'ones'} ${what}`];
  return [
    ...counted(history.failedRuns, 'failed'),
    ...counted(history.unfinishedRuns, 'not yet usable'),
    ...counted(history.badBackups ?? 0, 'found bad'),
  ];
}
