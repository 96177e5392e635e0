import type { IntervalEstimate } from '../../statistics/spearman.js';
import type { DifferenceEstimate } from '../comparison.js';
import type { QuantileName, QuantileSummary, Standing, Summary } from '../summary.js';
import type { ExplainedMetric, PartKind } from './path-outcomes.js';
import type { CounterfactualKind } from './counterfactual-plans.js';

/** What drives a result, as it stands in the JSON document: times in seconds. */
export interface Explanation extends Standing {
  readonly format: 'drillcast-explanation/1';
  readonly tool: Summary['tool'];
  readonly scenario: Summary['scenario'];
  readonly seed: number;
  readonly incidents: number;
  readonly unit: 'seconds';
  /** Level of every interval; those of tornado and counterfactuals hold at this level all together. */
  readonly confidence: number;
  /** The quantile that is explained. */
  readonly quantile: QuantileName;
  /** An input of which both indices are surely below this is said not to matter. */
  readonly negligible: number;
  /** A change is told that surely moves the quantile, and by at least this share of it. */
  readonly worthTelling: number;
  readonly metrics: Readonly<Partial<Record<ExplainedMetric, MetricExplanation>>>;
  /** Sources of chance of steps and kinds of disaster that no incident called for: they were not looked at. */
  readonly idleInputs: readonly string[];
  /** By decision: how often, of the incidents looked at, another alternative would have been quicker. */
  readonly regrets: Readonly<Record<string, Share>>;
}

export interface MetricExplanation {
  /** The quantile, with its interval. */
  readonly value: QuantileSummary;
  readonly unrecoverable: number;
  /** What the metric is made of, the largest part of the tail first; parts that are never part of it are left out. */
  readonly parts: readonly PartExplanation[];
  /** The sources of chance, those first that decide most about who is in the tail. */
  readonly inputs: readonly InputExplanation[];
  /** Inputs that matter, fixed low and high, the widest first. */
  readonly tornado: readonly TornadoBar[];
  /** Every change that was tried, the one that shortens the quantile most first. */
  readonly counterfactuals: readonly CounterfactualAnswer[];
}

/** A share with its interval. */
export interface Share {
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

export interface PartExplanation {
  readonly kind: PartKind;
  readonly name: string;
  /** Share of the incidents recovered from in which it was part of the metric, and of those in the tail. */
  readonly criticality: Share;
  readonly tailCriticality: Share;
  /** Mean time that it contributes, over the incidents recovered from. */
  readonly mean: number;
  /** Its part of the time of the tail. */
  readonly tailShare: Share;
}

export interface InputExplanation {
  /** As a path of the scenario, or `strike` and `kind-of-incident`. */
  readonly name: string;
  /** Rank correlation with the metric; null when the input is no single number, or does not vary. */
  readonly correlation: IntervalEstimate | null;
  /** Total index of the metric itself; null when the metric does not vary. */
  readonly total: IntervalEstimate | null;
  /** Total index of being in the tail; null when no incident is outside or inside of it. */
  readonly tail: IntervalEstimate | null;
  readonly verdict: InputVerdict;
}

/** It matters for sure, surely does not, or this number of incidents cannot tell. */
export type InputVerdict = 'matters' | 'negligible' | 'undecided';

/** The quantile with an input at its P10 and at its P90, all else by chance. */
export interface TornadoBar {
  readonly name: string;
  readonly low: Shift;
  readonly high: Shift;
}

/** What becomes of the quantile, and by how much it moves, with the interval of that. */
export interface Shift {
  readonly state: DifferenceEstimate['state'];
  /** The quantile then; null when it has no number. */
  readonly quantile: number | null;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

export interface CounterfactualAnswer {
  readonly kind: CounterfactualKind;
  /** The step, role, link, decision, copy or check that it is about. */
  readonly subject: string;
  readonly shift: Shift;
  /** It surely moves the quantile, and by enough to be told. */
  readonly isWorthTelling: boolean;
}
