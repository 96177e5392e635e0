import { keptInDraws } from '../check/kept-in-draws.js';
import { jointVerdict } from '../check/joint-verdict.js';
import type { Verdict } from '../check/judge-requirement.js';
import type { Requirement } from '../check/requirement.js';
import type { DrawnMetrics } from '../uncertainty/drawn-metrics.js';
import { credibleVerdict } from '../uncertainty/judge-by-draws.js';

/** What the inputs may truly be makes of a sizing. */
export interface SizingUncertainty {
  /** How many draws, and by how many incidents each was struck. */
  readonly draws: number;
  readonly incidents: number;
  readonly credibility: number;
  /** Measured times that a mere assumption counts as; null when assumptions were taken as known. */
  readonly assumptionsCount: number | null;
  /** Of the chosen combination, and of the next cheaper one. */
  readonly candidates: readonly CandidateInDraws[];
}

/** A combination as its inputs may truly be. */
export interface CandidateInDraws {
  /** Number of the candidate, from 0. */
  readonly candidate: number;
  /** How many of its inputs are uncertain; with none all draws are alike. */
  readonly inputs: number;
  /** Per requirement the share of draws in which it is kept; null for one that draws do not tell of: money, one kind, one surface. */
  readonly kept: readonly (number | null)[];
  /** Whether it credibly keeps all that draws tell of: `met`, `missed`, or hanging on what is not known. */
  readonly verdict: Verdict;
}

/**
 * Judges a combination by draws of its inputs, requirement by requirement. The draws are not many enough for the confidence of
 * the sizing itself, so what they say stands beside the choice and does not make it.
 *
 * @param credibility strictly between 0 and 1.
 */
export function candidateInDraws(
  requirements: readonly Requirement[],
  { candidate, inputs, drawn }: { readonly candidate: number; readonly inputs: number; readonly drawn: DrawnMetrics },
  credibility: number,
): CandidateInDraws {
  const kept = requirements.map((requirement) => keptInDraws(requirement, drawn));
  const verdicts = kept.flatMap((share) => (share === null ? [] : [credibleVerdict(share, credibility)]));
  return { candidate, inputs, kept, verdict: jointVerdict(verdicts) };
}
