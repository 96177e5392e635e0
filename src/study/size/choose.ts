import type { Verdict } from '../check/judge-requirement.js';
import type { Candidate } from './sizing.js';

/**
 * The cheapest of the candidates that certainly meet all requirements; of equals the first.
 *
 * @returns its number, from 0; null where there is none.
 */
export function choose(candidates: readonly Pick<Candidate, 'costPerYear' | 'verdict'>[]): number | null {
  let chosen: number | null = null;
  for (const [index, { verdict, costPerYear }] of candidates.entries()) {
    if (verdict !== 'met') continue;
    if (chosen === null || costPerYear < candidates[chosen].costPerYear) chosen = index;
  }
  return chosen;
}

/** missed when any is, else undecided when any is, else met. */
export function jointVerdict(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes('missed')) return 'missed';
  return verdicts.includes('undecided') ? 'undecided' : 'met';
}

/**
 * Confidence of each of so many intervals that makes all of them hold at once with at least the given confidence.
 *
 * @source Bonferroni's inequality.
 */
export function confidencePerJudgement(confidence: number, judgements: number): number {
  return 1 - (1 - confidence) / judgements;
}
