import type { Retention, Schedule } from '../../scenario/scenario.js';
import type { Duration, Instant } from '../../units/quantity.js';
import type { ToolName } from './tool-name.js';
import type { WalSegment } from './wal-segment.js';

/**
 * What a backup tool knows of one thing that it protects: the one form into which every tool's output is read, and
 * from which everything is inferred. Nothing in it is inferred: what the tool does not say is absent.
 */
export interface BackupLog {
  readonly tool: ToolName;
  /** What the tool calls the thing: a stanza, a server, a cluster, a resource; absent when the output has no name. */
  readonly subject?: string;
  /** The kind of copy of the scenario language that these runs make. */
  readonly copy: 'base-backup' | 'snapshots';
  /** A physical backup of a database with its log is consistent when it ends; absent when that is not known. */
  readonly consistentAt?: 'end';
  /** In the order of the tool. */
  readonly runs: readonly BackupRun[];
  /** Whether a run that failed stays in the tool's list; else a failure shows only as a run that is missing. */
  readonly listsFailures: boolean;
  readonly archive: ArchiveLog;
  readonly stated: StatedPlan;
  readonly restores: readonly RestoreRun[];
  /** The ids that each file listed, by which it is seen what was pruned from one to the next. */
  readonly listings: readonly Listing[];
  readonly remarks: readonly Remark[];
}

/** How much a run copies: all, what changed since the last full, or since the last run of any kind. */
export type BackupLevel = 'full' | 'differential' | 'incremental';

/** The levels from the one that restores alone to the one that builds on most. */
export const LEVELS: readonly BackupLevel[] = ['full', 'differential', 'incremental'];

/** One run of a backup. */
export interface BackupRun {
  /** By which the tool knows it; the same in every listing. */
  readonly id: string;
  readonly level: BackupLevel;
  readonly startedAt?: Instant;
  readonly stoppedAt?: Instant;
  /** `partial` is a run that ended with errors in a part of what it copied. */
  readonly outcome: 'succeeded' | 'partial' | 'failed' | 'running';
  /** Bytes of the live data that the run stands for. */
  readonly originalBytes?: number;
  /** Bytes that a restore reads for this run alone: what the run put into the repository. */
  readonly storedBytes?: number;
  /** The run that it needs. */
  readonly buildsOn?: string;
  /** When the tool will prune it. */
  readonly expiresAt?: Instant;
  /** From where to where it needs the log, in bytes since the beginning of the log. */
  readonly log?: { readonly start: number; readonly stop: number };
  /** What the tool says is wrong with it. */
  readonly complaint?: string;
}

/** What is known of the log archive. */
export interface ArchiveLog {
  /** Segments in the archive, from a listing. */
  readonly segments: readonly ArchivedSegment[];
  /** Looks at the archiver of the database. */
  readonly samples: readonly ArchiverSample[];
  /** From where to where the tool says that the archive reaches. */
  readonly reach?: { readonly oldest: WalSegment; readonly newest: WalSegment };
  /** How long an unfilled segment is kept open at most, where the tool states it. */
  readonly timeout?: Duration;
  /** A complaint of the tool that archiving does not work. */
  readonly complaint?: string;
}

/** A segment of the log that has reached the archive. */
export interface ArchivedSegment {
  readonly segment: WalSegment;
  readonly archivedAt: Instant;
  /** When it was closed and ready to be shipped. */
  readonly readyAt?: Instant;
}

/** One look at the archiver. */
export interface ArchiverSample {
  readonly at: Instant;
  readonly archivedCount?: number;
  readonly failedCount?: number;
  readonly lastArchivedAt?: Instant;
  readonly lastFailedAt?: Instant;
  /** Bytes of log that had been written since the beginning of the log. */
  readonly logPosition?: number;
}

/** What the tool is told to do, where it says so. */
export interface StatedPlan {
  readonly schedules: readonly StatedSchedule[];
  readonly keep?: Retention;
  readonly size?: number;
}

/** A schedule with the level of its runs; its time zone is the tool's own, usually UTC. */
export interface StatedSchedule {
  readonly level: BackupLevel;
  readonly schedule: Schedule;
  /** Who states it: `ScheduledBackup nightly`. */
  readonly by: string;
  readonly isPaused: boolean;
}

/** A restore that was carried out. */
export interface RestoreRun {
  readonly id: string;
  readonly startedAt?: Instant;
  readonly stoppedAt?: Instant;
  readonly outcome: BackupRun['outcome'];
  readonly bytes?: number;
}

/** What one file listed. */
export interface Listing {
  readonly file: string;
  readonly ids: ReadonlySet<string>;
}

/** What was assumed or left out while reading, in a sentence for people. */
export interface Remark {
  readonly file: string;
  readonly text: string;
  /** How many values of the file it is about. */
  readonly times: number;
}
