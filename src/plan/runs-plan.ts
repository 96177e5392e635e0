import type { Law } from '../distributions/law.js';
import type { Occurrences } from './occurrences.js';

/** The runs of one schedule of backups, of one level. */
export interface RunsPlan {
  readonly level: 'full' | 'differential' | 'incremental';
  /** Prefix of the names of its sources of chance. */
  readonly name: string;
  readonly occurrences: Occurrences;
  readonly takes: Law;
  /** Undefined when a run is as quick at any hour. */
  readonly load: LoadPlan | undefined;
  readonly succeeds: number;
  readonly copiedAfter: Law | undefined;
  /** Bytes that a restore moves for one such backup. */
  readonly size: number;
}

/** What becomes of a run that is due while an earlier one of the same copy, of whatever level, still runs. */
export interface LinePlan {
  readonly overlap: 'skip' | 'queue';
  /** Seconds that no run takes longer, and that runs which queue are never further behind, but for one in 10⁹. */
  readonly longest: number;
  readonly backlog: number;
  /** How far to look back at first for what a run had to wait for, in seconds. */
  readonly reach: number;
}

/** Ascending, disjoint spans, relative to the period, in which work takes so many times as long. */
export interface LoadPlan {
  readonly opens: Float64Array;
  readonly closes: Float64Array;
  readonly times: number;
}
