import type { Probability } from '../../units/quantity.js';
import type { MetricByKind } from '../run-samples.js';

/** A limit that a plan has to keep, as it was written: `p95(rto) <= 24h`. */
export interface Requirement {
  readonly text: string;
  readonly quantity: RequiredQuantity;
  readonly comparison: Comparison;
  /** Seconds, a share, or an amount of money, as the quantity is. */
  readonly limit: number;
}

export type Comparison = '<=' | '<' | '>=' | '>';

/** What a limit is held against. */
export type RequiredQuantity =
  /** A quantile of a metric, over all incidents or those of one kind. Seconds; money for `cost`. */
  | { readonly kind: 'quantile'; readonly probability: Probability; readonly of: MeasuredMetric }
  /** Over the incidents that were recovered from. */
  | { readonly kind: 'mean'; readonly of: MeasuredMetric }
  /** The share of incidents in which the metric keeps a limit of its own. */
  | {
      readonly kind: 'share';
      readonly of: MeasuredMetric;
      readonly comparison: Comparison;
      readonly limit: number;
    }
  /** The share of incidents without a recovery. */
  | { readonly kind: 'unrecoverable'; readonly disaster: string | undefined }
  /** The share of the worst twentieth of a metric that is assumed, or rests on values without a source. */
  | { readonly kind: 'assumed'; readonly metric: MetricByKind }
  /** Expected cost of a year, in the currency of the scenario. */
  | { readonly kind: 'cost-per-year' }
  /** Seconds from the last restore test to the start of the period, of one surface or of the one tested longest ago. */
  | { readonly kind: 'restore-test-age'; readonly surface: string | undefined };

/** A metric of the incidents: `rto`, `rpo`, `rtt`, `rpo.<surface>` or `cost`. */
export interface MeasuredMetric {
  readonly metric: string;
  /** A kind of disaster by its name; all of them when absent. */
  readonly disaster: string | undefined;
}

/** Why a text is no requirement, and where: what was expected instead, and perhaps what was meant. */
export interface RequirementFault {
  /** Where in the text it begins, from 0, and how many characters are meant, at least 1. */
  readonly at: number;
  readonly length: number;
  readonly expected: string;
  readonly mend?: string;
}

/** What a requirement may speak of in one scenario. */
export interface Vocabulary {
  readonly metrics: readonly string[];
  readonly disasters: readonly string[];
  /** Surfaces that have a restore test. */
  readonly testedSurfaces: readonly string[];
  /** Whether the scenario has prices. */
  readonly isPriced: boolean;
}
