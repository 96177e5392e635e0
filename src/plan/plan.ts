import type { AlternatingRenewal } from '../distributions/alternating-renewal.js';
import type { Law } from '../distributions/law.js';
import type { Rhythm } from '../units/calendar-bucket.js';
import type { ConditionPlan, DecisionPlan, KindPlan, SearchPlan } from './disaster-plan.js';
import type { LocalClock } from './local-clock.js';
import type { LinePlan, RunsPlan } from './runs-plan.js';

/**
 * A scenario made flat: indices instead of names, seconds from the start of the period instead of dates, one
 * column of chance for every draw that each incident makes exactly once. It is plain data, so that it can
 * cross to a worker, and it is all that the engine knows.
 */
export interface Plan {
  /** Seconds since 1970 at which the period starts; every other instant in the plan counts from here. */
  readonly epoch: number;
  /** IANA name of the time zone in which its readers think. */
  readonly timezone: string;
  /** Length of the period in which the incident strikes, in seconds. */
  readonly periodLength: number;
  /** What each incident draws exactly once, in a fixed order; a column is found by its index. */
  readonly columns: readonly ColumnPlan[];
  /** Index of the column that places the strike in the period. */
  readonly strikeColumn: number;
  /** Index of the column that chooses the kind of disaster; -1 when there is only one. */
  readonly kindColumn: number;
  readonly kinds: readonly KindPlan[];
  readonly surfaces: readonly SurfacePlan[];
  /** Indices of the surfaces, those that others cannot be read without before them. */
  readonly readingOrder: Int32Array;
  readonly decisions: readonly DecisionPlan[];
  readonly roles: readonly RolePlan[];
  readonly links: readonly LinkPlan[];
  readonly steps: readonly StepPlan[];
  /** What an incident costs; undefined when the scenario is not about money. */
  readonly prices: PricePlan | undefined;
  readonly milestones: readonly MilestonePlan[];
  /** Indices of the steps whose last end is `service-reopened`. */
  readonly reopenSteps: Int32Array;
  /** Indices of the steps whose last end is `incident-closed`. */
  readonly closeSteps: Int32Array;
}

/** One draw per incident: from a law, or a bare uniform number that something else turns into a decision. */
export interface ColumnPlan {
  /** Name of the source of chance: what keeps its luck the same when the scenario around it changes. */
  readonly name: string;
  readonly law: Law | 'uniform';
}

export interface SurfacePlan {
  readonly name: string;
  readonly isDataBearing: boolean;
  /** Bytes; NaN when the scenario gives no size. */
  readonly size: number;
  readonly copies: readonly CopyPlan[];
}

export interface CopyPlan {
  /** As the file calls it. */
  readonly name: string;
  /** Index of the surface without which it cannot be read; -1 when there is none. */
  readonly readableWith: number;
  /** Column of the uniform number that decides whether an attacker destroys it; -1 when none can. */
  readonly attackColumn: number;
  readonly protection: ProtectionPlan;
}

export type ProtectionPlan = BackupPlan | ReplicationPlan | ReplicaPlan | VersionsPlan | AgelessPlan;

/** A running copy to which every change is sent. */
export interface ReplicaPlan {
  readonly kind: 'replica';
  /** -1 when it is never behind. */
  readonly lagColumn: number;
  /** Seconds for which changes are kept back on purpose. */
  readonly delay: number;
  /** Bytes of changes per second. */
  readonly volume: number;
  readonly breakage: BreakagePlan | undefined;
  /** Prefix of the names of its sources of chance. */
  readonly name: string;
}

/** Older states of the content, kept beside it. */
export interface VersionsPlan {
  readonly kind: 'versions';
  /** Seconds. */
  readonly keep: number;
  /** Bytes per second that are overwritten and kept for so long; 0 when nobody has said. */
  readonly changes: number;
}

/** A surface that loses nothing and does not age: kept in a version store, or rebuilt from another source. */
export interface AgelessPlan {
  readonly kind: 'ageless';
  /** In words, where it comes from. */
  readonly from: string;
}

export interface BackupPlan {
  readonly kind: 'backup';
  /** Full first, then differential, then incremental: at one instant the first of them runs. */
  readonly runs: readonly RunsPlan[];
  /** Undefined when a run starts when it is due, whatever still runs. */
  readonly line: LinePlan | undefined;
  readonly isConsistentAtEnd: boolean;
  /** Older backups do not exist, in seconds. */
  readonly horizon: number;
  readonly keep: RetentionPlan;
  /** Bytes per second that change between two fulls, where only the differences are stored; NaN where each is stored whole. */
  readonly changes: number;
  /** Probability that one backup restores. */
  readonly restorable: number;
  /** Prefix of the names of its sources of chance. */
  readonly name: string;
  readonly silentlyUnrestorable: SilentlyUnrestorablePlan | undefined;
  readonly log: LogPlan | undefined;
}

/** Which fulls are kept: those that both age and count leave, and those that any rule of the calendar keeps. */
export interface RetentionPlan {
  /** Seconds; -Infinity when the calendar alone keeps. */
  readonly age: number;
  /** So many of the newest usable fulls; Infinity without a rule. */
  readonly count: number;
  readonly calendar: CalendarRetentionPlan | undefined;
}

/** Each rule keeps the newest usable full of each of the last `count` hours, days, … of the clock that have one. */
export interface CalendarRetentionPlan {
  readonly rules: readonly { readonly rhythm: Rhythm; readonly count: number }[];
  readonly clock: LocalClock;
}

export interface SilentlyUnrestorablePlan {
  /** Prefix of the names of its sources of chance. */
  readonly name: string;
  /** From a test until new backups are bad: the law, and the column of what follows the last test. */
  readonly after: Law;
  /** Probability with which a test finds that backups are bad; 1 when there was only one test. */
  readonly finds: number;
  readonly afterColumn: number;
  /** Column that places the strike between two tests; used when no date is given. */
  readonly phaseColumn: number;
  /** Seconds between tests; Infinity when there was only one. */
  readonly every: number;
  /** Instant of a known test, relative to the period; NaN when only the interval is known. */
  readonly last: number;
}

export interface LogPlan {
  readonly every: number;
  /** Seconds from a segment boundary to the start of the period. */
  readonly phase: number;
  /** -1 when segments arrive at once. */
  readonly lagColumn: number;
  /** Bytes per second. */
  readonly volume: number;
  /** Older log does not exist, in seconds; Infinity without a rule. */
  readonly keep: number;
  readonly breakage: BreakagePlan | undefined;
  /** Prefix of the names of its sources of chance. */
  readonly name: string;
}

/** How something is found that stops without anybody noticing. */
export interface BreakagePlan {
  /** Column of the uniform number that decides whether it had stopped. */
  readonly column: number;
  readonly probability: number;
  /** For how long it then had: a time that is drawn from a law, or the age of a down period. */
  readonly since:
    | { readonly kind: 'law'; readonly law: Law }
    | {
        readonly kind: 'renewal';
        readonly renewal: AlternatingRenewal;
        /** How long it works before it breaks. */
        readonly up: Law;
      };
}

export interface ReplicationPlan {
  readonly kind: 'replication';
  readonly runs: RunsPlan;
  /** Seconds that a copy is kept, or may be looked back for. */
  readonly horizon: number;
  /** Each run that succeeds overwrites the copy before it, so that only the newest is ever there. */
  readonly isOverwritten: boolean;
  /** Bytes per second that change between two copies, of which the older ones keep the differences; 0 when nobody has said. */
  readonly changes: number;
}

export interface RolePlan {
  readonly name: string;
  /** Infinity when unlimited. */
  readonly count: number;
  /** Undefined when they can be had at any hour. */
  readonly hours: WorkingHours | undefined;
  readonly callOut: Law | undefined;
}

/** Ascending, disjoint spans in which people take up work, relative to the period. */
export interface WorkingHours {
  readonly opens: Float64Array;
  readonly closes: Float64Array;
}

export interface LinkPlan {
  readonly name: string;
  readonly rateColumn: number;
}

/** Prices per second and per byte, in the currency of the scenario. */
export interface PricePlan {
  readonly downtime: number;
  readonly dataLoss: number;
  /** Of an incident without a recovery; NaN when nobody has said. */
  readonly unrecoverable: number;
  /** Of the people that each step holds, by step. */
  readonly people: Float64Array;
  readonly egress: number;
}

export interface MilestonePlan {
  readonly name: string;
  readonly steps: Int32Array;
}

export interface StepPlan {
  readonly name: string;
  /** Steps that follow it and steps that it follows, by index. */
  readonly successors: Int32Array;
  readonly predecessors: Int32Array;
  /** Roles held, by index, and how many people of each. */
  readonly roles: Int32Array;
  readonly people: Int32Array;
  readonly takesColumn: number;
  readonly takes: Law | undefined;
  readonly transfer: TransferPlan | undefined;
  readonly catchUp: CatchUpPlan | undefined;
  /** Probability that an attempt fails; 0 when it never does. */
  readonly failure: number;
  readonly failureColumn: number;
  readonly rework: Law | undefined;
  /** Index of the step at which the next attempt begins; -1 when it is this one. */
  readonly backTo: number;
  /** The steps played again after a failure, from `backTo` to this one, in index order. */
  readonly loop: Int32Array;
  /** Index of the surface whose backup this step may find bad; -1 when it cannot. */
  readonly restores: number;
  readonly search: SearchPlan | undefined;
  /** Indices of the surfaces without which it cannot go on. */
  readonly awaits: Int32Array;
  /** Undefined when it is carried out in every incident. */
  readonly condition: ConditionPlan | undefined;
  /** Indices of the decisions that are taken at its end. */
  readonly decisions: Int32Array;
}

export interface TransferPlan {
  /** The law and column of a drawn amount; undefined and -1 when it is a part of a surface. */
  readonly bytes: Law | undefined;
  readonly bytesColumn: number;
  /** Surface whose bytes are moved, and which; -1 when the amount is drawn. */
  readonly surface: number;
  readonly part: 'size' | 'to-restore' | 'log-to-replay';
  readonly rateColumn: number;
  readonly rate: Law;
  /** -1 when it is alone on the wire. */
  readonly link: number;
  /** Seconds after which it is given up; Infinity when it never is. */
  readonly stopsAfter: number;
}

export interface CatchUpPlan {
  readonly speedColumn: number;
  readonly speed: Law;
  readonly spans: readonly SpanPlan[];
}

export type SpanPlan =
  | { readonly kind: 'rpo' }
  | { readonly kind: 'surface-rpo'; readonly surface: number }
  | { readonly kind: 'rto' }
  | { readonly kind: 'elapsed' };
