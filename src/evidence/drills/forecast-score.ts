import type { FitTest } from '../../statistics/kolmogorov-smirnov.js';
import type { DrillKind } from './drill.js';

/** How drills stand in a forecast, as it stands in the JSON document: durations in seconds. */
export interface ForecastScore {
  readonly format: 'drillcast-score/1';
  readonly tool: { readonly name: 'drillcast'; readonly version: string };
  readonly scenario: { readonly name: string; readonly file: string; readonly sha256: string };
  readonly seed: number;
  readonly incidents: number;
  /** How many of the incidents the durations of steps are forecast by. */
  readonly stepIncidents: number;
  readonly unit: 'seconds';
  /** Confidence of every interval in the document; one minus it is the false-alarm probability of the verdicts. */
  readonly confidence: number;
  readonly drills: readonly ScoredDrill[];
  /** By name, those that a drill measured. */
  readonly metrics: Readonly<Record<string, SubjectScore>>;
  /** Steps of the runbook, in its order, those that a drill measured. */
  readonly steps: readonly ({ readonly name: string } & SubjectScore)[];
  /** Steps of the runbook that no drill measured. */
  readonly unmeasured: readonly string[];
  readonly verdict: Verdict;
  /** What was assumed of the drills, or left out. */
  readonly warnings: readonly string[];
}

/** One drill and where each of its values fell. */
export interface ScoredDrill {
  readonly name: string;
  readonly kind: DrillKind;
  /** RFC 3339, in UTC. */
  readonly began: string;
  readonly metrics: Readonly<Record<string, ScoredValue>>;
  readonly steps: Readonly<Record<string, ScoredValue>>;
}

/** A measured value and the shares of the forecast that lie below it for certain, and at most. */
export interface ScoredValue {
  readonly seconds: number;
  readonly isCensored: boolean;
  readonly percentileLow: number;
  readonly percentileHigh: number;
}

/** All values of one metric or step against its forecast. */
export interface SubjectScore {
  readonly measured: number;
  readonly censored: number;
  readonly forecast: { readonly p5: number | null; readonly p50: number | null; readonly p95: number | null };
  /** The middle of the measured values; null where it falls among the censored. */
  readonly median: number | null;
  /** The mean of their places; a half for a right forecast, more where they took longer. */
  readonly meanPercentile: number;
  readonly coverage: readonly Coverage[];
  /** Values per tenth of the forecast, or fifth of it with few; censored ones spread over where they may be. */
  readonly histogram: readonly number[];
  /** Null with fewer than five values. */
  readonly tests: {
    readonly kolmogorovSmirnov: FitTest;
    readonly andersonDarling: FitTest;
    readonly position: number;
    /** The p-value of Anderson and Darling, which decides, adjusted for the number of metrics, or of steps, by Holm. */
    readonly adjusted: number;
  } | null;
  readonly standing: Standing;
  readonly crps: CrpsScore | null;
}

/** Of a central interval of the forecast: how many values it holds. */
export interface Coverage {
  readonly level: number;
  readonly inside: number;
  readonly outside: number;
  /** Censored values that may be either. */
  readonly unknown: number;
  /** Share inside, of those that are known, with its exact interval; null when none is. */
  readonly share: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/**
 * `longer`: the drills took longer, or lost more, than forecast; `shorter`: less; `spread`: they are not shifted and yet
 * fall otherwise than forecast, too often near its ends or its middle; `unsuspicious`: enough of them, and nothing that speaks against
 * the forecast; `undecided`: too few to say.
 */
export type Standing = 'longer' | 'shorter' | 'spread' | 'unsuspicious' | 'undecided';

/** The score of the forecast beside that of the planning range alone. Smaller is better. */
export interface CrpsScore {
  readonly forecast: number;
  /** Null when the scenario has no such range. */
  readonly planning: PlanningCrps | null;
}

export interface PlanningCrps {
  readonly low: number;
  readonly high: number;
  readonly score: number;
  /** One minus the ratio of the two: by how much the forecast is better; below 0 it is worse. */
  readonly skill: number;
  /** Drills for which the forecast scores better, and the two-sided p-value of the sign test. */
  readonly better: number;
  readonly signTest: number;
}

export interface Verdict {
  /** `contradicted`: at least one metric falls otherwise than forecast; `unsuspicious`; `undecided`: too few drills. */
  readonly standing: 'contradicted' | 'unsuspicious' | 'undecided';
  readonly drills: number;
}
