import type { Finding, Verdict } from '../check/judge-requirement.js';
import type { QuantileSummary, Summary } from '../summary.js';
import type { Obstacle } from './obstacles.js';
import type { SizingUncertainty } from './choice-in-draws.js';
import type { CostDifference, Standing } from './select.js';
import type { VariedInput } from './read-vary.js';

/** What became of every combination of the varied inputs, and the one to choose. */
export interface Sizing extends Pick<Summary, 'tool' | 'seed' | 'confidence'> {
  readonly format: 'drillcast-sizing/1';
  /** The scenarios that were varied, in the order in which they were named. */
  readonly scenarios: readonly Summary['scenario'][];
  /** The most that one combination could be struck by; one that is out is struck by fewer. */
  readonly incidents: number;
  readonly end: SizingEnd;
  readonly varied: readonly VariedInput[];
  /** As they were written, or would be. */
  readonly requirements: readonly string[];
  /** Path of the input of which as little as possible is to be had, where it is not the cost. */
  readonly minimise: string | null;
  /** Share of its cost by which the chosen one may be dearer than the best. */
  readonly tolerance: number;
  /** Three letters, as in ISO 4217. */
  readonly currency: string;
  /** Number of the candidate to choose, from 0; null where none certainly meets all requirements. */
  readonly chosen: number | null;
  /** The most by which the chosen one is dearer in a year than any other that certainly keeps all; null without one. */
  readonly gap: number | null;
  readonly neighbours: Neighbours | null;
  /** Where none is chosen: the requirements that no combination certainly keeps. Empty where each is kept by some of them. */
  readonly obstacles: readonly Obstacle[];
  readonly candidates: readonly Candidate[];
  /** How many draws of what the inputs may truly be were asked for; null when there was no reason to. */
  readonly draws: number | null;
  /** What those say of the choice; null when none were played, or nothing was chosen. */
  readonly uncertainty: SizingUncertainty | null;
}

/** `settled`: the choice is certain, within the tolerance; `ceiling`: it is not, with as many incidents as were allowed. */
export type SizingEnd = 'settled' | 'ceiling' | 'interrupted';

/** What stands around the chosen one. */
export interface Neighbours {
  /** Number of the dearest of the cheaper ones; null where none is cheaper. */
  readonly cheaper: number | null;
  /** Number of the cheapest of those that are dearer, do not miss what is asked, and lose less or reopen sooner at P95; null where none does. */
  readonly better: number | null;
  /** Of the combinations that are cheaper, how many do not certainly keep each requirement, in their order. */
  readonly notKept: readonly number[];
  /** How many combinations are cheaper. */
  readonly cheaperOnes: number;
}

/** One combination. */
export interface Candidate {
  /** Number of its scenario, from 0. */
  readonly scenario: number;
  /** One per varied input, in their order; null where its scenario has no such input. */
  readonly values: readonly (string | null)[];
  /** How many incidents it was struck by. */
  readonly incidents: number;
  /** Expected cost of a year, with its interval. */
  readonly costPerYear: { readonly value: number; readonly low: number; readonly high: number };
  /** Share of its incidents that are never recovered from. */
  readonly unrecoverable: number;
  /** What it costs more in a year than the chosen one, in the incidents that struck both; null for that one, or without one. */
  readonly dearerBy: CostDifference | null;
  readonly p95: { readonly rto: QuantileSummary; readonly rpo: QuantileSummary };
  /** Nothing that is cheaper reopens as soon and loses as little, by P95 at the first look and give or take 1 %. */
  readonly isOnFrontier: boolean;
  readonly standing: Standing;
  /** missed when any requirement is, else undecided when any is, else met. */
  readonly verdict: Verdict;
  /** One per requirement, in their order. */
  readonly findings: readonly CandidateFinding[];
}

export interface CandidateFinding extends Finding {
  readonly verdict: Verdict;
}
