import type { ObjectiveSummary, Summary } from '../summary.js';
import type { UncertaintySummary } from './uncertainty-summary.js';

/** A verdict, and what an undecided one waits for. */
export type VerdictByDraws = Pick<ObjectiveSummary, 'verdict' | 'undecidedFor'>;

/**
 * A verdict on the laws as they are written, seen by what those laws may truly be. It stands where it is credible; where the
 * inputs may be such that the limit is kept, and such that it is not, no number of incidents decides.
 *
 * @param kept share of the draws in which the limit is kept.
 * @param credibility strictly between 0 and 1: what may be on either side is left out by halves, as in a band.
 */
export function judgeByDraws(
  verdict: ObjectiveSummary['verdict'],
  { kept, credibility }: { readonly kept: number; readonly credibility: number },
): VerdictByDraws {
  const credible = credibleVerdict(kept, credibility);
  if (credible === 'undecided') return { verdict: 'undecided', undecidedFor: 'drills' };
  if (verdict === 'undecided') return { verdict, undecidedFor: 'incidents' };
  return verdict === credible ? { verdict, undecidedFor: null } : { verdict: 'undecided', undecidedFor: 'drills' };
}

/** What the draws say by themselves. */
export function credibleVerdict(kept: number, credibility: number): ObjectiveSummary['verdict'] {
  const tail = (1 - credibility) / 2;
  if (kept > tail && kept < 1 - tail) return 'undecided';
  return kept >= 1 - tail ? 'met' : 'missed';
}

/** A summary with what is not known of its inputs, its objectives judged by that too. */
export function withUncertainty(summary: Summary, uncertainty: UncertaintySummary): Summary {
  const judged = (metric: 'rto' | 'rpo' | 'rtt'): Summary['metrics'][string] => {
    const own = summary.metrics[metric];
    const { objectives } = uncertainty.metrics[metric];
    return {
      ...own,
      objectives: own.objectives.map((objective, index) => ({
        ...objective,
        ...judgeByDraws(objective.verdict, {
          kept: objectives[index].met,
          credibility: uncertainty.credibility,
        }),
      })),
    };
  };
  const metrics = { ...summary.metrics, rto: judged('rto'), rpo: judged('rpo'), rtt: judged('rtt') };
  return { ...summary, metrics, draws: uncertainty.draws, uncertainty };
}
