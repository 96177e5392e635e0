import type { Law } from '../distributions/law.js';
import type { Duration, Probability } from '../units/quantity.js';
import type { LaterCosts } from './later-costs.js';
import type { WeeklyHours } from './weekly-hours.js';

/** A failure domain that things live in: a zone, a region, an account. What destroys it destroys all within it. */
export interface Site {
  readonly name: string;
  /** The sites that it is a part of; none for one that stands alone. */
  readonly within: readonly string[];
}

/** A kind of disaster: what it does to sites and surfaces, how long it goes unnoticed, how long it lasts by itself. */
export interface Incident {
  readonly name: string;
  /** Expected number per second; absent when the file gives none. */
  readonly frequency?: number;
  /** When it strikes more often; uniform over the period when absent. */
  readonly rush?: Rush;
  /** Sites that are lost with all that lives on them. */
  readonly destroys: readonly string[];
  /** Sites that cannot be reached until the provider returns; what lives on them is then as it was. */
  readonly cutsOff: readonly string[];
  /** Surfaces whose content is bad from the onset on: replicas repeat it, older versions are good. */
  readonly corrupts: readonly string[];
  /** Surfaces whose storage is gone, with the versions that it kept. */
  readonly deletes: readonly string[];
  /** From the onset of a corruption until the strike, when it is noticed; at the strike when absent. */
  readonly latency?: Law;
  /** When false nobody knows when the corruption began: backups are searched for a clean one, and none is rolled forward. */
  readonly isOnsetKnown: boolean;
  /** An attacker destroys each copy that is not immutable with this probability. */
  readonly attack?: Probability;
  /** From the strike until what is cut off can be reached again, by no effort of ours. */
  readonly providerReturns?: Law;
  /** Steps that this disaster makes harder. */
  readonly delays: readonly StepDelay[];
  /** Other kinds that may come of it, in the order of their names: in the study of years only. */
  readonly setsOff: readonly SetOff[];
}

/** Another kind of disaster that strikes because of one, with a probability. */
export interface SetOff {
  readonly kind: string;
  readonly probability: Probability;
  /** From the one strike to the other; both at one instant when absent. */
  readonly after?: Law;
}

/** Hours in which a disaster is so many times as likely as at others. */
export interface Rush {
  readonly hours: readonly WeeklyHours[];
  readonly times: number;
}

/** Time added to the first attempt at a step, with a probability. */
export interface StepDelay {
  readonly step: string;
  readonly probability: Probability;
  readonly takes: Law;
}

/** Something that people decide once in an incident, when a step is done: the first alternative that can be had is taken. */
export interface Decision {
  readonly name: string;
  readonly after: string;
  /** In order; the last can always be had. */
  readonly alternatives: readonly Alternative[];
}

/** One way to go on. Every condition that is given must hold. */
export interface Alternative {
  readonly name: string;
  /** In incidents of these kinds only; of all kinds when absent. */
  readonly kinds?: readonly string[];
  /** The surface must have to be recovered, and this copy of it must be usable; it is then recovered from it. */
  readonly recovers: readonly { readonly surface: string; readonly copy: CopyName }[];
  /** Only when no more than this is lost; only when more than that is. */
  readonly losesAtMost?: Duration;
  readonly losesMoreThan?: Duration;
  /** For the provider to return, so long at most; without an end when infinite. */
  readonly waits?: Duration;
  /** What it may still cost when the incident is over. */
  readonly costsLater?: LaterCosts;
}

/** What a file calls each of the copies that a surface may have. */
export type CopyName =
  'base-backup' | 'snapshots' | 'replication' | 'replica' | 'versions' | 'versioned' | 'rebuilt-from';
