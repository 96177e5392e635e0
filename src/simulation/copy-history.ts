import type { BackupPlan, LogPlan, ReplicaPlan, VersionsPlan } from '../plan/plan.js';
import type { Strike } from './strike.js';

/**
 * What one copy can tell of the time before a strike; undefined for one that does not age.
 *
 * There are two ways to know it, and the recovery cannot tell which: the incident study draws the past backwards from
 * the strike, and the years study has played it.
 */
export type CopyHistory =
  BackupsBeforeStrike | ReplicationBeforeStrike | ReplicaAtStrike | VersionsAtStrike | undefined;

interface BeforeStrike {
  /** The instant to which the copy takes its surface, relative to the period; NaN when it holds nothing usable. */
  readonly recoveryPoint: number;
  /** Finds what the strike finds; false when that is no use. */
  begin(strike: Strike, isLogLeft: boolean): boolean;
}

/** Backups of one surface: the newest usable one, and after that the next older one as often as one turns out bad. */
export interface BackupsBeforeStrike extends BeforeStrike {
  readonly kind: 'backup';
  readonly plan: BackupPlan;
  readonly log: LogAtStrike | undefined;
  /** Start and end of the chosen backup, relative to the period; NaN when none is left. */
  readonly start: number;
  readonly end: number;
  /** Bytes of the chosen backup and of all that it builds on. */
  readonly bytesToRestore: number;
  /** Seconds of log from the start of the chosen backup to the recovery point. */
  readonly logSpan: number;
  /** Whether the log takes the chosen backup further than it goes by itself. */
  readonly isRolledForward: boolean;
  /** Runs passed over on the way to the chosen one. */
  readonly failedRuns: number;
  readonly unfinishedRuns: number;
  readonly infectedBackups: number;
  readonly badBackups: number;
  /** Whether a restore of the chosen backup fails in the end: it, or one it builds on, is bad. */
  isBad(): boolean;
  /**
   * Gives up the chosen backup, whose restore has met a bad run, for the newest one that does not build on that run;
   * false when there is none.
   */
  chooseOlder(): boolean;
}

/** The log archive beside backups. */
export interface LogAtStrike {
  readonly plan: LogPlan;
  /** The newest archived segment boundary, relative to the period. */
  readonly newestBoundary: number;
  /** Seconds for which archiving had stopped unnoticed; 0 when it had not. */
  readonly brokenFor: number;
}

/** Copies made on a schedule. */
export interface ReplicationBeforeStrike extends BeforeStrike {
  readonly kind: 'replication';
  readonly failedRuns: number;
  readonly unfinishedRuns: number;
  readonly infectedRuns: number;
}

/** A running copy. */
export interface ReplicaAtStrike extends BeforeStrike {
  readonly kind: 'replica';
  readonly plan: ReplicaPlan;
  /** Seconds of changes that it has yet to apply to come to its recovery point. */
  readonly logSpan: number;
  readonly brokenFor: number;
  readonly isInfected: boolean;
}

/** Older states kept beside the newest. */
export interface VersionsAtStrike extends BeforeStrike {
  readonly kind: 'versions';
  readonly plan: VersionsPlan;
}
