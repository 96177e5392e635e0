import type { Law } from '../distributions/law.js';

/** What is left of a thing that an incident has met. */
export const UNHARMED = 0;
/** It cannot be reached until the provider returns, and is then as it was. */
export const CUT_OFF = 1;
export const LOST = 2;

/** A kind of disaster, made flat. */
export interface KindPlan {
  readonly name: string;
  /** The kind is chosen when a uniform number is below this and not below that of the kind before; 1 for the last. */
  readonly upTo: number;
  /** Undefined when it strikes at any instant of the period alike. */
  readonly rush: RushPlan | undefined;
  /** What is left of what is live, by surface. */
  readonly live: Uint8Array;
  /** What is left of each copy, by surface and copy. */
  readonly copies: readonly Uint8Array[];
  /** What is left of the log archive beside each copy, by surface and copy. */
  readonly logs: readonly Uint8Array[];
  /** 1 for a surface whose content is bad from the onset on. */
  readonly isCorrupted: Uint8Array;
  /** 1 for one of these that nothing else befalls: its server stands, with the log that has not left it yet. */
  readonly isStanding: Uint8Array;
  /** -1 when what it corrupts is noticed at once. */
  readonly latencyColumn: number;
  readonly isOnsetKnown: boolean;
  /** Probability with which an attacker destroys a copy that is not immutable; 0 without an attacker. */
  readonly attack: number;
  /** -1 when the provider does not return. */
  readonly returnsColumn: number;
  readonly delays: readonly DelayPlan[];
}

/** Strikes at a uniform place among pieces of the period, each of which weighs so much per second. */
export interface RushPlan {
  /** Ascending starts of the pieces, relative to the period; the first is 0. */
  readonly starts: Float64Array;
  /** Share of all strikes before each piece; the first is 0. */
  readonly shares: Float64Array;
  /** Seconds of a piece per share of the strikes. */
  readonly secondsPerShare: Float64Array;
}

/** Time that a kind of disaster adds to the first attempt at a step. */
export interface DelayPlan {
  readonly step: number;
  readonly probability: number;
  /** -1 when it is certain. */
  readonly chanceColumn: number;
  readonly takesColumn: number;
}

/** A decision, made flat. */
export interface DecisionPlan {
  readonly name: string;
  /** Index of the step at whose end it is taken. */
  readonly after: number;
  /** One of its alternatives waits for the provider, who may bring back what is lost without. */
  readonly canWait: boolean;
  readonly alternatives: readonly AlternativePlan[];
  /** Replays of logs of data-bearing surfaces that come after it and may be stopped early. */
  readonly replays: readonly ReplayPlan[];
}

/** A log that is replayed for so many seconds at most; what is left of it then is lost. */
export interface ReplayPlan {
  readonly surface: number;
  readonly stopsAfter: number;
  /** Bytes per second that people reckon with, who do not know their luck: the median. */
  readonly rate: number;
  /** Undefined when it is carried out in every incident. */
  readonly condition: ConditionPlan | undefined;
}

export interface AlternativePlan {
  readonly name: string;
  /** 1 for a kind of disaster in which it can be had. */
  readonly isForKind: Uint8Array;
  /** Surfaces and the copies of them, by index, that it recovers from. */
  readonly surfaces: Int32Array;
  readonly copies: Int32Array;
  /** Seconds; Infinity and -1 without a bound. */
  readonly losesAtMost: number;
  readonly losesMoreThan: number;
  /** Seconds for which it waits for the provider; -1 when it does not. */
  readonly waits: number;
  /** Undefined when nothing comes of it later. */
  readonly costsLater: LaterCostsPlan | undefined;
}

/** What an alternative may still cost when the incident is over, in the currency of the scenario. */
export interface LaterCostsPlan {
  readonly probability: number;
  /** -1 when it is certain. */
  readonly chanceColumn: number;
  /** -1 when there is no amount. */
  readonly amountColumn: number;
  /** Per second of which the data is lost. */
  readonly dataLoss: number;
  /** Seconds of work, -1 when there is none, and what a second of it costs. */
  readonly takesColumn: number;
  readonly people: number;
}

/** When a step is carried out at all: every sort of condition that is given must hold. */
export interface ConditionPlan {
  /** 1 for each kind of disaster; undefined when the kind does not matter. */
  readonly isForKind: Uint8Array | undefined;
  /** One of these surfaces has to be recovered; empty when that does not matter. */
  readonly surfaces: Int32Array;
  /** Of each of these decisions one of these alternatives was taken: a bit for each. */
  readonly decisions: Int32Array;
  readonly alternatives: Int32Array;
}

/** Backups of a surface that are looked at one by one. */
export interface SearchPlan {
  readonly surface: number;
  readonly each: Law;
}
