import type { Instant } from '../units/quantity.js';
import type { CostsComparison } from './costs-comparison.js';
import type { ObjectiveSummary, QuantileName, Summary } from './summary.js';
import type { ComparedUncertainty } from './uncertainty/compare-by-draws.js';

/**
 * Scenarios that the same incidents struck, held against the first of them: durations in seconds. A difference is
 * always the variant minus the baseline, so that below zero is better.
 */
export interface Comparison {
  readonly format: 'drillcast-comparison/1';
  readonly tool: Summary['tool'];
  readonly seed: number;
  readonly incidents: number;
  readonly unit: 'seconds';
  /** Confidence level of every interval in the document. */
  readonly confidence: number;
  /** The answer to each scenario alone, in the order in which they were named; the first is the baseline. */
  readonly results: readonly Summary[];
  /** Every scenario but the first, held against the first, in the order of `results`. */
  readonly variants: readonly VariantComparison[];
}

/** One scenario against the baseline. */
export interface VariantComparison {
  /** Its place in `results`, counted from 0, at which the baseline stands. */
  readonly result: number;
  /** What is not the same around the two; empty when only the deployment or the recovery differs. */
  readonly settings: readonly SettingDifference[];
  /** Metrics that one of the two has and the other has not: of surfaces that only one has. */
  readonly baselineOnly: readonly string[];
  readonly variantOnly: readonly string[];
  /** By name, those that both have: `rto`, `rpo`, `rtt`, then `rpo.<surface>`. */
  readonly metrics: Readonly<Record<string, MetricComparison>>;
  /** What it costs more or less; null where one of the two has no prices, or another currency. */
  readonly costs: CostsComparison | null;
}

/** Something around the deployment that two scenarios do not have in common; null where one has no such incident. */
export type SettingDifference =
  | { readonly kind: 'period'; readonly baseline: Period; readonly variant: Period }
  | { readonly kind: 'timezone'; readonly baseline: string; readonly variant: string }
  | {
      readonly kind: 'incident';
      readonly name: string;
      readonly baseline: IncidentSetting | null;
      readonly variant: IncidentSetting | null;
    }
  /** The same kind, which does something else in the two: the keys of the language in which it differs. */
  | { readonly kind: 'incident-effect'; readonly name: string; readonly keys: readonly string[] };

/** In which an incident strikes, `from` included, `to` excluded. */
export interface Period {
  readonly from: Instant;
  readonly to: Instant;
}

/** How often a kind of incident strikes in one of the scenarios. */
export type IncidentSetting = Pick<Summary['incidentKinds'][string], 'perYear' | 'share'>;

export interface MetricComparison {
  readonly recovered: RecoveredCounts;
  /** Shares of all incidents in which the variant has less, as much, or more; the three add up to 1. */
  readonly better: ShareEstimate;
  readonly equal: ShareEstimate;
  readonly worse: ShareEstimate;
  readonly difference: DifferenceSummary;
  /** By quantile, that of the variant minus that of the baseline. */
  readonly shifts: Readonly<Record<QuantileName, DifferenceEstimate>>;
  readonly verdict: Verdict;
  /** What an undecided one waits for: more incidents, or drills; null when it is decided. */
  readonly undecidedFor: ObjectiveSummary['undecidedFor'];
  /** What the inputs may truly be leaves open; null where no draws were played, and for a single surface. */
  readonly uncertainty: ComparedUncertainty | null;
}

/** How many incidents were recovered from under both scenarios, one of them, or neither; together all. */
export interface RecoveredCounts {
  readonly both: number;
  readonly baselineOnly: number;
  readonly variantOnly: number;
  readonly neither: number;
}

/** A share of all incidents with its Wilson interval. */
export interface ShareEstimate {
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

/** The differences within the incidents: what the variant would have changed in each of them. */
export interface DifferenceSummary {
  /** Over the incidents that were recovered from under both; null when there was none. */
  readonly mean: number | null;
  readonly meanStandardError: number | null;
  /** The interval of that mean; null below `MEAN_PAIRS` incidents. */
  readonly meanLow: number | null;
  readonly meanHigh: number | null;
  readonly sd: number | null;
  /**
   * Over all incidents. One that only the variant recovers from counts as better than by any number, one that only
   * the baseline does as worse, one that neither does as 0.
   */
  readonly quantiles: Readonly<Record<DifferenceQuantileName, DifferenceEstimate>>;
}

/** Those that have a mirror image, so that they are the same whichever scenario is the baseline. */
export type DifferenceQuantileName = Exclude<QuantileName, 'p999'>;

/**
 * A difference that may have no number. `value` is null unless estimated: `baseline-unrecoverable` when only the
 * variant recovers there, `variant-unrecoverable` when only the baseline does, `both-unrecoverable` when neither
 * has a number, `unsupported` when the sample is too small to bound it. `low` and `high` are null where the interval
 * has no number on that side.
 */
export interface DifferenceEstimate {
  readonly state:
    'estimated' | 'baseline-unrecoverable' | 'variant-unrecoverable' | 'both-unrecoverable' | 'unsupported';
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/**
 * The variant against the baseline, as far as this number of incidents can tell: `mixed` when it is better in most
 * incidents and worse at P95, or the other way round; `equal` when no incident differs.
 */
export type Verdict = 'better' | 'worse' | 'mixed' | 'equal' | 'undecided';
