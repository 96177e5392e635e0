import type { TextPlace } from '../../scenario/place-of.js';
import type { RunEnd, Summary } from '../summary.js';
import type { Finding, Verdict } from './judge-requirement.js';
import type { Comparison } from './requirement.js';

/** Whether a plan keeps what is asked of it, as it stands in the JSON document. */
export interface CheckReport {
  readonly format: 'drillcast-check/1';
  readonly tool: Summary['tool'];
  readonly scenario: Summary['scenario'];
  readonly seed: number;
  readonly incidents: number;
  readonly end: RunEnd;
  /** Confidence level of every interval. */
  readonly confidence: number;
  /** As in the result of the run. */
  readonly draws: Summary['draws'];
  readonly uncertainty: Summary['uncertainty'];
  /** `missed` when any item that counts is, else `undecided` when any is, else `met`. */
  readonly verdict: Verdict;
  /** Objectives of the file, requirements of the caller, and what must be ready, in that order. */
  readonly items: readonly CheckItem[];
  /** Against an earlier result; null when none was given. */
  readonly against: CheckedAgainst | null;
}

export type CheckItem = LimitItem | ReadinessItem;

/** A limit that is kept or not. */
export interface LimitItem extends Finding {
  readonly kind: 'objective' | 'requirement';
  /** As it was written, or as it would be: `p95(rto) <= 24h`. */
  readonly text: string;
  readonly unit: 'seconds' | 'share' | 'money';
  readonly comparison: Comparison;
  readonly limit: number;
  readonly verdict: Verdict;
  /** What an undecided one waits for: more incidents, or drills; null when it is decided. */
  readonly undecidedFor: 'incidents' | 'drills' | null;
  /** Share of the draws of the inputs in which it is kept; null when none were played, or it is not judged by them. */
  readonly kept: number | null;
  /** Where the file says it; null for what the caller asks. */
  readonly place: TextPlace | null;
}

/** A question about the plan that must be answered with yes. */
export interface ReadinessItem {
  readonly kind: 'readiness';
  readonly text: string;
  /** `yes`, `no`, a day, or null when nobody has answered. */
  readonly answer: string | null;
  /** Never undecided: a question without an answer is a missed one. */
  readonly verdict: 'met' | 'missed';
  /** What is not required is told and does not count. */
  readonly isRequired: boolean;
  readonly place: TextPlace | null;
}

/** What became of each metric since an earlier result. */
export interface CheckedAgainst {
  readonly file: string;
  readonly version: string;
  readonly sha256: string;
  /** Played with the same seed and number of incidents by the same version: what moved, moved by the change alone. */
  readonly isSameLuck: boolean;
  /** By metric, then by quantile; seconds. */
  readonly metrics: Readonly<Record<string, Readonly<Record<'p50' | 'p95', Change>>>>;
  /** Metrics that only one of the two has. */
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

/** Null where a quantile has no number. */
export interface Change {
  readonly before: number | null;
  readonly after: number | null;
}
