import type { ReadinessState } from '../scenario/readiness.js';
import type { ProvenanceSource } from '../scenario/scenario.js';
import type { UncertaintySummary } from './uncertainty/uncertainty-summary.js';
import type { RestsOnSummary } from './rests-on/rests-on.js';

/** Estimates with their intervals, as they stand in the JSON document: durations in seconds. */
export interface Summary {
  readonly format: 'drillcast-result/1';
  readonly tool: { readonly name: 'drillcast'; readonly version: string };
  readonly scenario: { readonly name: string; readonly file: string; readonly sha256: string };
  readonly seed: number;
  readonly incidents: number;
  readonly end: RunEnd;
  readonly unit: 'seconds';
  /** Confidence level of every interval in the document. */
  readonly confidence: number;
  /** The most by which a quantile, its interval and what is counted against a limit are told too large, as a share; 0 unless the run was too long to keep every value. */
  readonly relativeError: number;
  /** By name: `rto`, `rpo`, `rtt`, then `rpo.<surface>` of each data-bearing surface. */
  readonly metrics: Readonly<Record<string, MetricSummary>>;
  /** In the order of the runbook; `incidents` says on how many of the run they rest. */
  readonly stepIncidents: number;
  readonly steps: readonly StepSummary[];
  /** In the order of the scenario. */
  readonly people: readonly PeopleSummary[];
  /** By name. The metrics above mix them by their frequency. */
  readonly incidentKinds: Readonly<Record<string, KindSummary>>;
  /** By name. */
  readonly decisions: Readonly<Record<string, DecisionSummary>>;
  /** What the times of the runbook rest on. */
  readonly standsOn: 'assumed' | 'partly-drilled' | 'drilled';
  /** What the worst twentieth of each metric rests on; null for one that was nowhere above 0. */
  readonly restsOn: Readonly<Record<'rto' | 'rpo' | 'rtt', RestsOnSummary | null>>;
  /** In the currency of the scenario; null when it has no prices. */
  readonly costs: CostsSummary | null;
  /** How many draws of what the inputs may truly be were asked for; null when there was no reason to. */
  readonly draws: number | null;
  /** What is not known, apart from chance; null when no draws were played. */
  readonly uncertainty: UncertaintySummary | null;
  /** How the questions about the plan stand at the start of the period; null when the scenario asks none. */
  readonly readiness: ReadinessSummary | null;
  /** How many values of the scenario name each source; `unsourced` counts those that name none. */
  readonly inputs: Readonly<Record<ProvenanceSource | 'unsourced', number>>;
}

/** What an answer says of its scenario besides its numbers: whether the plan may be relied on, and what the inputs rest on. */
export type Standing = Pick<Summary, 'readiness' | 'standsOn' | 'inputs'>;

/** What a plan costs; every amount is in `currency`, and a year has 365.25 days. */
export interface CostsSummary {
  readonly currency: string;
  /** Of each incident; one without a recovery and without a price of its own has none. */
  readonly perIncident: MetricSummary;
  /** Expected cost of the incidents of a year; null where the frequencies, or the price of an unrecoverable one, are not said. */
  readonly incidents: { readonly perYear: number | null; readonly standardError: number | null };
  /** What the copies keep on average, and what that costs. */
  readonly storage: { readonly bytes: number; readonly perYear: number };
  /** Whatever is paid all the time, by name, per year. */
  readonly standing: Readonly<Record<string, number>>;
  /** All of it together; null when the incidents are. */
  readonly perYear: number | null;
}

/** Whether the plan may be relied on at all: every required check is met, and something comes back from every kind of incident. */
export interface ReadinessSummary {
  readonly isReady: boolean;
  /** Kinds of incident of which none that was played was recovered from: whatever the answers say. */
  readonly neverRecovered: readonly string[];
  /** In the order of the scenario. */
  readonly checks: readonly {
    readonly name: string;
    readonly asks: string;
    /** `yes`, `no`, a day, or null when nobody has answered. */
    readonly answer: string | null;
    readonly state: ReadinessState;
    readonly isRequired: boolean;
    /** The numbers take into account what follows from it. */
    readonly isModelled: boolean;
  }[];
}

/** One kind of disaster. */
export interface KindSummary {
  /** Expected number in a year of 365.25 days; null when the scenario gives none. */
  readonly perYear: number | null;
  /** Share of the incidents played, and how many these are. */
  readonly share: number;
  readonly incidents: number;
  /** Of these incidents alone; null when it is the only kind, or none was played. */
  readonly metrics: Readonly<Record<'rto' | 'rpo' | 'rtt', MetricSummary>> | null;
  /** What these incidents cost; null without prices, where none was played, and where one of them has no price. */
  readonly cost: KindCost | null;
}

/** In the currency of the scenario. */
export interface KindCost {
  /** Of one of them. */
  readonly mean: number;
  readonly standardError: number | null;
  /** Of those of a year; null when the scenario does not say how many they are. */
  readonly perYear: number | null;
}

/** One decision, over those of the incidents looked at (`stepIncidents`) in which it was taken. */
export interface DecisionSummary {
  readonly incidents: number;
  readonly alternatives: readonly AlternativeSummary[];
  /** Of its RTO, of its data loss, and of what it cost in all; null for cost where the scenario has no prices. */
  readonly regret: { readonly rto: RegretSummary; readonly rpo: RegretSummary; readonly cost: RegretSummary | null };
}

/** Incidents in which an alternative, taken at once, would have given less of a metric, under the same luck. */
export interface RegretSummary {
  readonly share: number;
  /** The Wilson interval of that share. */
  readonly low: number;
  readonly high: number;
  /** Mean difference in them, in seconds or in the currency, where both have recovered something; null where there is none. */
  readonly meanLost: number | null;
}

export interface AlternativeSummary {
  readonly name: string;
  /** Share of incidents in which it was taken, and in which it could be had. */
  readonly taken: number;
  readonly available: number;
  /** Share of incidents in which it had, or would have had, the smallest RTO and the smallest data loss. */
  readonly quickest: number;
  readonly leastLoss: number;
  /** The same of the smallest cost; null when the scenario has no prices. */
  readonly cheapest: number | null;
  /** Mean time waited for the provider where it was taken, in seconds; null where it never was. */
  readonly meanWaited: number | null;
}

/** Why a run ended where it did. */
export interface RunEnd {
  /**
   * `count`: all incidents that were asked for were played; `precision`: the precision that was asked for was
   * reached; `ceiling`: it was not, with as many incidents as were allowed; `interrupted`: the reader stopped the run.
   */
  readonly reason: 'count' | 'precision' | 'ceiling' | 'interrupted';
  /** How many incidents were asked for, or allowed. */
  readonly asked: number;
  /** The half-width that was asked for, as a share of the estimate; null when none was. */
  readonly precision: number | null;
}

export interface MetricSummary {
  /** Over the incidents that were recovered from; null when there was none. */
  readonly mean: number | null;
  readonly meanStandardError: number | null;
  readonly sd: number | null;
  readonly min: number | null;
  readonly max: number | null;
  /** Share of incidents without a recovery. */
  readonly unrecoverable: number;
  readonly quantiles: Readonly<Record<QuantileName, QuantileSummary>>;
  readonly planning: PlanningSummary | null;
  readonly objectives: readonly ObjectiveSummary[];
}

export const QUANTILES = {
  p1: 0.01,
  p5: 0.05,
  p10: 0.1,
  p25: 0.25,
  p50: 0.5,
  p75: 0.75,
  p90: 0.9,
  p95: 0.95,
  p99: 0.99,
  p999: 0.999,
} as const;

export type QuantileName = keyof typeof QUANTILES;

/**
 * A quantile over all incidents, an unrecoverable one counting as longer than any number. `value` is null when
 * the quantile falls among the unrecoverable (`state: 'unrecoverable'`) or the sample is too small to bound
 * it (`state: 'unsupported'`); `low` and `high` are null where the interval has no number on that side.
 */
export interface QuantileSummary {
  readonly state: 'estimated' | 'unrecoverable' | 'unsupported';
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** Shares of all incidents; an unrecoverable incident is above. */
export interface PlanningSummary {
  readonly low: number;
  readonly high: number;
  readonly below: number;
  readonly within: number;
  readonly above: number;
}

/**
 * One objective. `share` of incidents stayed within the limit; `low` and `high` are the Wilson interval of that
 * share. Met when the whole interval is at or above the quantile, missed when it is wholly below, undecided else; and where
 * the uncertainty of the inputs was played, undecided when they may be such that it is met or missed.
 */
export interface ObjectiveSummary {
  readonly quantile: number;
  readonly limit: number;
  /** The estimate of that quantile; null as in `QuantileSummary`. */
  readonly value: number | null;
  readonly share: number;
  readonly low: number;
  readonly high: number;
  readonly verdict: 'met' | 'missed' | 'undecided';
  /** What an undecided one waits for: more incidents, or drills that make its inputs known; null when it is decided. */
  readonly undecidedFor: 'incidents' | 'drills' | null;
}

/** Time in which nobody worked on the critical path because a role was on its way, or outside its hours. */
export interface PeopleSummary {
  readonly role: string;
  /** Mean of that time on the path to `service-reopened`, in seconds. */
  readonly mean: number;
  /** Share of incidents in which there was such a time on that path. */
  readonly criticality: number;
  /** Its share of the RTO of the incidents at or above the P95 of RTO. */
  readonly tailShare: number;
  /** The same three for the path to `incident-closed` and RTT. */
  readonly rtt: { readonly mean: number; readonly criticality: number; readonly tailShare: number };
}

export interface StepSummary {
  readonly name: string;
  readonly mean: number;
  readonly quantiles: Readonly<Record<'p5' | 'p50' | 'p95', number>>;
  /** Mean time between ready and started, in seconds. */
  readonly waiting: number;
  readonly attempts: number;
  /** Share of incidents in which it lay on the critical path to `service-reopened`. */
  readonly criticality: number;
  /** Its share of the RTO of the incidents at or above the P95 of RTO. */
  readonly tailShare: number;
  /** The same two for the path to `incident-closed` and RTT. */
  readonly rtt: { readonly criticality: number; readonly tailShare: number };
}
