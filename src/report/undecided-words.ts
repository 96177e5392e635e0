import type { ObjectiveSummary } from '../study/summary.js';

/** What undecided objectives want, a sentence for each reason that occurs among them. */
export function undecidedWords(verdicts: readonly Pick<ObjectiveSummary, 'undecidedFor'>[]): readonly string[] {
  const has = (reason: ObjectiveSummary['undecidedFor']): boolean =>
    verdicts.some(({ undecidedFor }) => undecidedFor === reason);
  return [
    ...(has('incidents') ? ['undecided: the interval includes the promise; run more incidents to tell.'] : []),
    ...(has('drills') ? ['undecided *: its inputs are not known well enough; only a drill can tell.'] : []),
  ];
}

/** A verdict as a word; with a star where incidents cannot decide it. */
export function verdictMark({ verdict, undecidedFor }: Pick<ObjectiveSummary, 'verdict' | 'undecidedFor'>): string {
  return undecidedFor === 'drills' ? `${verdict} *` : verdict;
}
