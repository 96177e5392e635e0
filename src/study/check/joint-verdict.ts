import type { Verdict } from './judge-requirement.js';

/** missed when any is, else undecided when any is, else met. */
export function jointVerdict(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes('missed')) return 'missed';
  return verdicts.includes('undecided') ? 'undecided' : 'met';
}
