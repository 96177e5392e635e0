import type { Drill } from '../evidence/drills/drill.js';
import type { DrillOverview } from '../evidence/drills/drill-overview.js';
import type { ForecastScore } from '../evidence/drills/forecast-score.js';
import type { Plan } from '../plan/plan.js';
import type { Scenario } from '../scenario/scenario.js';
import type { Comparison } from '../study/comparison.js';
import type { Explanation } from '../study/explain/explanation.js';
import type { Requirement } from '../study/check/requirement.js';
import type { RunSamples } from '../study/run-samples.js';
import type { Sizing } from '../study/size/sizing.js';
import type { Summary } from '../study/summary.js';
import type { Trace } from '../study/trace.js';
import type { YearsSummary } from '../study/years/years-summary.js';
import type { Instant } from '../units/quantity.js';
import type { EarlierReview } from './earlier-review.js';

/** Everything that a review is written from: what was played, asked and found, before it is put in words. */
export interface Review {
  readonly scenario: Scenario;
  readonly plan: Plan;
  readonly summary: Summary;
  readonly samples: RunSamples;
  readonly explanation: Explanation;
  /** Incidents that are told, the typical one first. */
  readonly stories: readonly Story[];
  /** Some of the incidents that could not be recovered from, the first of the run. */
  readonly lost: readonly Trace[];
  /** Undefined where the scenario is not about a year, so that none can be played. */
  readonly years: YearsSummary | undefined;
  /** The scenario, first, and the others that it is held against. */
  readonly compared: ComparedReview | undefined;
  readonly drills: ReviewedDrills | undefined;
  readonly since: EarlierReview | undefined;
  /** What a sizing of it found. */
  readonly sizing: ReviewedSizing | undefined;
  /** The day of the review: to it ages are counted, and on it readiness is judged. */
  readonly asOf: Instant;
  /** How the questions about the plan stand on that day; null when the scenario asks none. */
  readonly readiness: Summary['readiness'];
  /** What gives the review again, in lines that can be copied. */
  readonly command: readonly string[];
}

/** One incident, and by which quantile of RTO it was chosen. */
export interface Story {
  readonly quantile: 'p50' | 'p95';
  readonly trace: Trace;
}

/** A sizing, and what it was to keep, read again from its words. */
export interface ReviewedSizing {
  /** The name of its file, for the reader. */
  readonly file: string;
  readonly sizing: Sizing;
  readonly requirements: readonly Requirement[];
}

export interface ComparedReview {
  readonly comparison: Comparison;
  /** In the order of `comparison.results`. */
  readonly samples: readonly RunSamples[];
}

/** Drills that were carried out, where they fell in the forecast, and how old they are. */
export interface ReviewedDrills {
  readonly drills: readonly Drill[];
  readonly score: ForecastScore;
  readonly overview: DrillOverview;
}
