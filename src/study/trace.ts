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
