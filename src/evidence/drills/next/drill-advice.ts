import type { IntervalEstimate } from '../../../statistics/spearman.js';
import type { Band } from '../../../study/uncertainty/uncertainty-summary.js';
import type { Subject } from '../../../study/uncertainty/uncertain-sites.js';

/** Which drill teaches most, and how many would settle what is open, as it stands in the JSON document; durations in seconds. */
export interface DrillAdvice {
  readonly format: 'drillcast-next/1';
  readonly tool: { readonly name: 'drillcast'; readonly version: string };
  readonly scenario: { readonly name: string; readonly file: string; readonly sha256: string };
  readonly seed: number;
  readonly draws: number;
  /** By how many each draw was struck. */
  readonly incidents: number;
  readonly unit: 'seconds';
  /** Level of every band and interval. */
  readonly credibility: number;
  /** Measured times that an assumption counts as; null when assumptions were taken as known. */
  readonly assumptionsCount: number | null;
  readonly metrics: Readonly<Record<'rto' | 'rpo' | 'rtt', MetricAdvice>>;
  /** In the order of the scenario. */
  readonly objectives: readonly ObjectiveAdvice[];
  /** What the order of the subjects is by: the verdicts that are open, or the P95 of a metric. */
  readonly rankedBy: 'verdicts' | 'rto' | 'rpo' | 'rtt';
  /** The one to measure next comes first. */
  readonly subjects: readonly SubjectAdvice[];
}

export interface MetricAdvice {
  /** Credible band of its P95; null ends lie among the unrecoverable. */
  readonly p95: Band;
  /** In what its variance is shared out: its logarithm, or normal scores where that is not always finite; null where it does not vary. */
  readonly scale: Scale | null;
}

export type Scale = 'logarithm' | 'normal scores';

export interface ObjectiveAdvice {
  readonly metric: 'rto' | 'rpo' | 'rtt';
  readonly quantile: number;
  readonly limit: number;
  /** Share of the draws in which it is met. */
  readonly met: number;
  /** Probability that the likelier verdict is wrong. */
  readonly wrong: number;
  readonly verdict: 'met' | 'missed' | 'undecided';
  /** How many full drills would settle it; null where it is settled. */
  readonly drills: DrillsNeeded | null;
}

export interface DrillsNeeded {
  /** The fewest after which the verdict is credible with 80 % probability; null when so many are not enough. */
  readonly needed: number | null;
  /** The most that were thought of. */
  readonly most: number;
  /** The probability that the verdict is credible after so many as are needed, or after the most. */
  readonly chance: number;
  /** Share of what is open about it that comes from what full drills measure. */
  readonly learnable: number;
  /** Share of it that the values explain each by itself, as this counts with. */
  readonly explained: number;
}

/** A step, role, link or surface of which something is not known. */
export interface SubjectAdvice extends Subject {
  /** Its values that nobody knows exactly. */
  readonly inputs: readonly InputAdvice[];
  /** Whether a drill that restores everything measures any of it. */
  readonly isDrilled: boolean;
  /** Whether knowing it would surely change anything that is told here. */
  readonly matters: boolean;
  /** Share of the variance of the P95 that would be gone if it were known; null where the P95 does not vary. */
  readonly p95: Readonly<Record<'rto' | 'rpo' | 'rtt', IntervalEstimate | null>>;
  /** By how much the probability of a wrong verdict would fall, in the order of the objectives; 0 of one that is settled. */
  readonly verdicts: readonly IntervalEstimate[];
}

export interface InputAdvice {
  /** Where it stands in the scenario. */
  readonly path: string;
  /** In measured times, or in attempts. */
  readonly countsAs: number;
  /** Whether a drill that restores everything measures it. */
  readonly isDrilled: boolean;
}
