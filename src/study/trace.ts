import type { RunFate } from '../simulation/past-run.js';
import type { Instant } from '../units/quantity.js';

/**
 * One incident told from beginning to end: what could be restored and why no more, and when each step of the
 * runbook waited, worked, failed and ended. Times of steps and milestones are seconds from the strike.
 */
export interface Trace {
  /** Its number in the run, from 0. */
  readonly incident: number;
  readonly seed: number;
  /** The kind of disaster. */
  readonly kind: string;
  readonly strikesAt: Instant;
  /** IANA name of the time zone of the scenario. */
  readonly timezone: string;
  /** `rto`, `rpo`, `rtt`, then `rpo.<surface>`; null where the incident could not be recovered from. */
  readonly metrics: readonly { readonly name: string; readonly seconds: number | null }[];
  readonly surfaces: readonly TracedSurface[];
  /** The decisions that were taken, in the order of the scenario. */
  readonly decisions: readonly TracedDecision[];
  /** In the order in which they became ready; a step that was never reached is not among them. */
  readonly steps: readonly TracedStep[];
  readonly milestones: readonly { readonly name: string; readonly at: number }[];
}

/** What was decided, and how long people had waited for the provider by then. */
export interface TracedDecision {
  readonly name: string;
  readonly alternative: string;
  readonly waitedSeconds: number;
  /** The step at whose end it was taken. */
  readonly after: string;
}

/** What was left of a surface. */
export interface TracedSurface {
  readonly name: string;
  /** The instant to which it is restored; null when nothing usable was left. */
  readonly recoveryPoint: Instant | null;
  readonly rpoSeconds: number | null;
  /** In words: the backup run with its start and end, how far the log reaches, why nothing newer was usable. */
  readonly from: string;
  /** What it could have been recovered from, in the order of the scenario; none for one that was as it was. */
  readonly copies: readonly TracedCopy[];
}

/** One copy of a surface and its past. Times are seconds from the strike, and so below 0 before it. */
export interface TracedCopy {
  /** As the scenario calls it: `base-backup`, `snapshots`, `replica`, … */
  readonly name: string;
  /** What the incident left of it: all, nothing, or nothing that could be reached. */
  readonly left: 'unharmed' | 'cut-off' | 'lost';
  /** Whether the surface is recovered from it. */
  readonly isChosen: boolean;
  /** The instant to which it took its surface, with the log beside it; null when it held nothing usable, or was not left. */
  readonly reaches: number | null;
  /** How far the log reached that was archived beside it; null when there is none, or it was not left. */
  readonly logReaches: number | null;
  /**
   * The newest of its runs, the oldest first, as far back as one that was restored; those that nothing keeps any more are left out.
   * Empty for what is not made in runs.
   */
  readonly runs: readonly TracedRun[];
}

export interface TracedRun {
  readonly level: 'full' | 'differential' | 'incremental' | 'copy';
  /** When it began; when it was due, for one that was skipped. */
  readonly start: number;
  /** When it ended, be it well or not, or would have ended without the strike; null for one that was skipped. */
  readonly end: number | null;
  /** Since when it could be restored from, or would have been; null when it failed or was skipped. */
  readonly usableFrom: number | null;
  /** What had become of it by the strike. */
  readonly outcome: Exclude<RunFate, 'pruned'>;
  /** Whether it was restored at last, or what was restored builds on it. */
  readonly isRestored: boolean;
}

export interface TracedStep {
  readonly name: string;
  readonly ready: number;
  readonly start: number;
  readonly end: number;
  /** Who held it, one entry per person; empty when it needs nobody. */
  readonly people: readonly string[];
  /** What it waited for between ready and start, as words after "for": `an engineer`; empty when it did not. */
  readonly waitedFor: string;
  /** The step or event that released it: the last that it follows to end, or the strike. */
  readonly startedAfter: string;
  /** The step whose end let it start, by giving its people back; empty when it did not wait for another step. */
  readonly releasedBy: string;
  /** The link that it moves bytes over; empty when it shares none. */
  readonly link: string;
  /** In their order; rework fills the time from one to the next. */
  readonly attempts: readonly TracedAttempt[];
  /** It lies on the critical path to the last milestone. */
  readonly isOnCriticalPath: boolean;
}

export interface TracedAttempt {
  readonly start: number;
  readonly end: number;
  readonly outcome: 'done' | 'failed' | 'bad-backup';
  /** In words what was found, or empty. */
  readonly note: string;
}
