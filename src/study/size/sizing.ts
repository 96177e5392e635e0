import type { Summary } from '../summary.js';
import type { Finding, Verdict } from '../check/judge-requirement.js';
import type { VariedInput } from './read-vary.js';

/** What became of every combination of the varied inputs, and the one to choose. */
export interface Sizing extends Pick<Summary, 'tool' | 'scenario' | 'seed' | 'incidents' | 'confidence'> {
  readonly format: 'drillcast-sizing/1';
  readonly varied: readonly VariedInput[];
  /** As they were written, or would be. */
  readonly requirements: readonly string[];
  /** Three letters, as in ISO 4217. */
  readonly currency: string;
  /** Number of the candidate to choose, from 0; null where none certainly meets all requirements. */
  readonly chosen: number | null;
  readonly candidates: readonly Candidate[];
}

/** One combination. */
export interface Candidate {
  /** One per varied input, in their order. */
  readonly values: readonly string[];
  /** Expected cost of a year. */
  readonly costPerYear: number;
  /** missed when any requirement is, else undecided when any is, else met. */
  readonly verdict: Verdict;
  /** One per requirement, in their order. */
  readonly findings: readonly CandidateFinding[];
}

export interface CandidateFinding extends Finding {
  readonly verdict: Verdict;
}
