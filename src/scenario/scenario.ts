import type { Law } from '../distributions/law.js';
import type { Rhythm } from '../units/calendar-bucket.js';
import type { Bytes, Duration, Instant, Probability } from '../units/quantity.js';
import type { Costs } from './costs.js';
import type { CopyName, Decision, Incident, Site } from './disaster.js';
import type { Durability } from './durability.js';
import type { ReadinessCheck } from './readiness.js';
import type { WeeklyHours } from './weekly-hours.js';

/** A checked scenario: every name resolves, every number is in base units, nothing is left to guess. */
export interface Scenario {
  readonly name: string;
  /** IANA name of the time zone in which schedules and working hours are read. */
  readonly timezone: string;
  /** The incident strikes at an instant uniform over this period, `from` included, `to` excluded. */
  readonly period: { readonly from: Instant; readonly to: Instant };
  /** Published ranges of the pattern, by metric: to be proven by drills, never a commitment. */
  readonly planning: Partial<Record<TimeMetric, { readonly low: Duration; readonly high: Duration }>>;
  readonly objectives: readonly Objective[];
  readonly roles: readonly Role[];
  readonly links: readonly Link[];
  /** None when the scenario does not say where things live: then an incident takes all that is live, and no copy. */
  readonly sites: readonly Site[];
  readonly surfaces: readonly Surface[];
  readonly incidents: readonly Incident[];
  /** The kinds that strike, in the order of their names; all when absent. The others are only known to the runbook. */
  readonly asksAbout?: readonly string[];
  readonly decisions: readonly Decision[];
  /** In the order of the file, which settles ties between steps that become ready at one instant. */
  readonly steps: readonly Step[];
  /** The instant that each milestone names is the end of the last of its steps. */
  readonly milestones: readonly { readonly name: string; readonly steps: readonly string[] }[];
  /** What things cost; absent when the scenario is not about money. */
  readonly costs?: Costs;
  /** What the plan must have before anybody relies on it. */
  readonly readiness: readonly ReadinessCheck[];
  readonly provenance: readonly Provenance[];
  /** The texts that the scenario was read from: the file, what it extends, the CSV files it draws from. */
  readonly sources: readonly SourceText[];
}

/** The three metrics that every scenario has. */
export type TimeMetric = 'rto' | 'rpo' | 'rtt';

export interface SourceText {
  readonly file: string;
  readonly text: string;
}

/** A limit that a deployment promises itself: `rto: { p95: 24h }`. */
export interface Objective {
  readonly metric: TimeMetric;
  /** Strictly between 0 and 1. */
  readonly quantile: number;
  readonly limit: Duration;
}

/** People of one kind. They take up work only inside their hours, and finish what they have begun. */
export interface Role {
  readonly name: string;
  /** Infinity when the file says `unlimited`. */
  readonly count: number;
  readonly hours: 'always' | readonly WeeklyHours[];
  readonly timezone: string;
  /** Local dates, `YYYY-MM-DD`, on which nobody of this role works. */
  readonly holidays: readonly string[];
  /** Time from being called to being at work, drawn for each person; absent when they are there at once. */
  readonly callOut?: Law;
}

/** Bandwidth that transfers share fairly; the law is in bytes per second, drawn once per incident. */
export interface Link {
  readonly name: string;
  readonly rate: Law;
}

/** A thing that must be recovered. */
export interface Surface {
  readonly name: string;
  /** Losing its newest state is data loss: it counts towards RPO. */
  readonly isDataBearing: boolean;
  readonly size?: Bytes;
  /** Bytes per second of its content that change: what older copies of it keep. */
  readonly changes?: number;
  /** Where it lives: lost when any of these sites is. */
  readonly sites: readonly string[];
  /** What it can be recovered from, at least one; of equally good ones the first is taken. */
  readonly copies: readonly Copy[];
  /** How its stored data goes bad by itself; absent when nothing is said of it. */
  readonly durability?: Durability;
}

/** A second copy of a surface. */
export interface Copy {
  readonly name: CopyName;
  /** Where it lives: lost when any of these sites is. */
  readonly sites: readonly string[];
  /** No attacker can destroy it. */
  readonly isImmutable: boolean;
  /** A surface without which it cannot be read: the keys that it is encrypted with. */
  readonly readableWith?: string;
  readonly protection: Protection;
}

export type Protection =
  | BackupProtection
  | ReplicationProtection
  | ReplicaProtection
  /** Older states of the content, kept beside it for so long. */
  | { readonly kind: 'versions'; readonly keep: Duration }
  /** Kept whole in a version store such as Git: nothing is lost, and nothing ages. */
  | { readonly kind: 'versioned' }
  /** Rebuilt from another source (a chain, a registry): never data-bearing. */
  | { readonly kind: 'rebuilt'; readonly from: string };

/** Backups from which the surface is restored, perhaps rolled forward through a log archive. */
export interface BackupProtection {
  readonly kind: 'backup';
  readonly full: BackupRuns;
  /** Builds on the latest full. */
  readonly differential?: BackupRuns;
  /** Builds on the latest backup of any kind. */
  readonly incremental?: BackupRuns;
  /** What becomes of a run that is due while an earlier one still runs; it starts all the same when absent. */
  readonly overlap?: Overlap;
  /** Hours in which every run is slower. */
  readonly underLoad?: UnderLoad;
  /** The instant that a restored backup stands for without any log: when it started, or when it ended. */
  readonly consistentAt: 'start' | 'end';
  readonly keep: Retention;
  /** Each backup restores with this probability, independently of every other. */
  readonly restorable: Probability;
  /** From some day on every new backup is bad, and only a restore test would have shown it. */
  readonly silentlyUnrestorable?: SilentlyUnrestorable;
  readonly logArchive?: LogArchive;
}

/** It is left out, it waits until the earlier ones have ended, or it starts all the same. */
export type Overlap = 'skip' | 'queue' | 'allow';

/** Weekly hours, in the time zone of the scenario, in which work takes so many times as long. */
export interface UnderLoad {
  readonly hours: readonly WeeklyHours[];
  readonly times: number;
}

/**
 * Which fulls are kept; what builds on a full is pruned with it. Of age and count, either prunes. A calendar rule keeps
 * the newest full of each of the last so many hours, days, … that have one, whatever the other rules say; a full is
 * kept when age and count leave it, or when any calendar rule keeps it.
 */
export interface Retention extends Partial<Readonly<Record<Rhythm, number>>> {
  readonly age?: Duration;
  readonly count?: number;
}

/** Runs of one kind of backup. */
export interface BackupRuns {
  readonly schedule: Schedule;
  readonly takes: Law;
  readonly succeeds: Probability;
  /** Time from its end until the copy off the site is usable; absent when it is written there directly. */
  readonly copiedAfter?: Law;
  /** Bytes that a restore must move for it; the surface's size for a full when absent, 0 otherwise. */
  readonly size?: Bytes;
}

/** Runs at the local times of a cron expression, or at every multiple of a period since 1970-01-01T00:00Z. */
export type Schedule =
  | { readonly kind: 'cron'; readonly expression: string; readonly timezone: string }
  | { readonly kind: 'every'; readonly period: Duration };

export interface SilentlyUnrestorable {
  /** Time from a good restore test until backups begin to be bad. */
  readonly after: Law;
  /** Restore tests: the age of the last good one at the strike is uniform from 0 to `every`, or counted
   *  from `last` (and from every later test when both are given). */
  readonly test: {
    readonly every?: Duration;
    readonly last?: Instant;
    /** Probability with which a test finds that backups are bad; 1 when absent. It goes with `every`. */
    readonly finds?: Probability;
  };
}

export interface LogArchive {
  /** Where it lives; where the backups do, when empty. */
  readonly sites: readonly string[];
  /** Segments close on every multiple of this period since 1970-01-01T00:00Z. */
  readonly every: Duration;
  /** Time from the close of a segment until it is in the archive, drawn once per incident. */
  readonly lag?: Law;
  /** Bytes of log per second. */
  readonly volume: number;
  readonly keep?: Duration;
  readonly silentlyBroken?: SilentlyBroken;
}

/** How something stops unnoticed: as it is found at a strike, or as it comes and goes in the long run. */
export type SilentlyBroken =
  /** With this probability it had stopped, for a time drawn from the law. */
  | { readonly kind: 'found'; readonly probability: Probability; readonly for: Law }
  /** It works for a time, is broken until that is noticed and then until it is mended, and works again. */
  | { readonly kind: 'recurring'; readonly breaksEvery: Law; readonly noticedAfter: Law; readonly mendedAfter: Law };

/** Copies made on a schedule; the copy stands for the instant its run started. */
export interface ReplicationProtection {
  readonly kind: 'replication';
  /** How long older copies are kept; when absent, each run that succeeds overwrites the one before. */
  readonly keep?: Duration;
  readonly schedule: Schedule;
  readonly takes: Law;
  readonly succeeds: Probability;
}

/** A running copy to which every change is sent. */
export interface ReplicaProtection {
  readonly kind: 'replica';
  /** How far it is behind; nothing when it is synchronous. */
  readonly lag?: Law;
  /** Changes are kept back on purpose for so long before they are applied. */
  readonly delay?: Duration;
  /** Bytes of changes per second, to be applied after the strike by one that is behind or delayed. */
  readonly volume?: number;
  readonly silentlyBroken?: SilentlyBroken;
}

/** One step of the runbook: its time is the sum of what it takes, transfers and catches up. */
export interface Step {
  readonly name: string;
  readonly follows: readonly string[];
  /** People held from its start to its end, all its attempts and rework included. */
  readonly needs: readonly { readonly role: string; readonly count: number }[];
  readonly takes?: Law;
  readonly transfers?: Transfer;
  readonly catchesUp?: CatchUp;
  readonly fails?: Failure;
  /** The surface whose backup this step restores: where a bad backup is found out. */
  readonly restores?: string;
  /** Backups of a surface that are looked at one by one, from the newest to the one that is chosen. */
  readonly searches?: { readonly surface: string; readonly each: Law };
  /** Kinds of incident, surfaces that have to be recovered, and alternatives: carried out only when one of each sort that
   *  is named is the case; always when empty. */
  readonly when: readonly string[];
}

export interface Transfer {
  readonly bytes: TransferSize;
  /** Of this transfer alone, in bytes per second. */
  readonly rate: Law;
  /** The link that it shares with others; alone on the wire when absent. */
  readonly over?: string;
  /** Given up after so long: of a log that is replayed, what is left is lost. */
  readonly stopsAfter?: Duration;
}

/** Drawn, or read from a surface: its `size`, what the chosen backup makes one `restore` (`to-restore`), or
 *  the log from the chosen backup to the recovery point (`log-to-replay`). */
export type TransferSize =
  | { readonly kind: 'drawn'; readonly law: Law }
  | { readonly kind: 'surface'; readonly surface: string; readonly part: 'size' | 'to-restore' | 'log-to-replay' };

/** Time proportional to spans known when the step starts: their sum divided by a drawn speed. */
export interface CatchUp {
  readonly behind: readonly Span[];
  /** Seconds of backlog worked off per second, net of what is newly produced. */
  readonly speed: Law;
}

export type Span =
  | { readonly kind: 'rpo' }
  | { readonly kind: 'surface-rpo'; readonly surface: string }
  /** Known once `service-reopened` is reached. */
  | { readonly kind: 'rto' }
  /** From the strike to the start of this step. */
  | { readonly kind: 'elapsed' };

export interface Failure {
  readonly probability: Probability;
  /** Time spent mending before the next attempt. */
  readonly rework?: Law;
  /** The earlier step at which the next attempt begins; the step itself when absent. */
  readonly backTo?: string;
}

/** Where a value of the file comes from. */
export interface Provenance {
  /** Dotted path, as in problems: `runbook.provision.takes`. */
  readonly path: string;
  readonly source: ProvenanceSource;
  /** `YYYY-MM-DD`. */
  readonly asOf?: string;
  readonly note?: string;
  /** Measured times, or attempts, that it is known by: how far the true value may be from it. */
  readonly countsAs?: number;
}

export type ProvenanceSource = 'assumed' | 'vendor' | 'drill' | 'measured' | 'imported';
