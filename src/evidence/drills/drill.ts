import type { Instant } from '../../units/quantity.js';

/**
 * How much of a recovery a drill carried out. Of a table-top nothing was measured; a real incident is the drill that
 * nobody asked for.
 */
export type DrillKind = 'full-restore' | 'partial' | 'table-top' | 'real-incident';

/** How a drill, or an attempt at a step, can come to its end before it is done. */
export type Broken = 'cancelled' | 'timed-out';

/**
 * A recovery that was really carried out, or begun. What was broken off is kept as what it is: it took at least so long
 * (right-censored); leaving it out would make the slow ones disappear.
 */
export interface Drill {
  /** What reports call it: its `name`, else its file. */
  readonly name: string;
  readonly kind: DrillKind;
  /** When the disruption began: RTO and RTT are counted from here. */
  readonly began: Instant;
  /** Where it was carried out; empty when the file does not say. */
  readonly environment: string;
  /** The kind of incident that it was, or was played, by its name in the scenario; absent when the file does not say. */
  readonly incident?: string;
  /** Surfaces that were restored. */
  readonly restored: readonly string[];
  readonly ended: 'completed' | Broken;
  readonly achieved: Achieved;
  /** In the order of the file. */
  readonly steps: readonly DrilledStep[];
  /** What failed, in words. */
  readonly failures: readonly string[];
  /** What else there is to say; empty when there is nothing. */
  readonly note: string;
}

/** What a drill achieved; what the file does not say is worked out from its steps, where these say it. */
export interface Achieved {
  readonly rto?: Measured;
  readonly rtt?: Measured;
  /** By surface. */
  readonly rpo: Readonly<Record<string, Measured>>;
}

/** A measured duration in seconds. A censored one is known to be at least so long, and no more is known. */
export interface Measured {
  readonly seconds: number;
  readonly isCensored: boolean;
}

export interface DrilledStep {
  readonly name: string;
  /** At least one, in their order; they do not overlap. */
  readonly attempts: readonly DrilledAttempt[];
}

export interface DrilledAttempt {
  readonly start: Instant;
  /** Of an attempt that was broken off, when that was. */
  readonly end: Instant;
  readonly outcome: 'done' | 'failed' | Broken;
  /** Seconds of it that belong to the exercise and not to the recovery; taken off whatever it is a part of. */
  readonly paused: number;
  readonly note: string;
}
