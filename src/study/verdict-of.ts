import { wilsonInterval } from '../statistics/wilson-interval.js';
import type { DifferenceEstimate, MetricComparison, Verdict } from './comparison.js';
import type { ComparedUncertainty } from './uncertainty/compare-by-draws.js';

/** What a verdict weighs. */
export interface Evidence {
  /** How many incidents the variant is better and worse in. */
  readonly better: number;
  readonly worse: number;
  /** By how much it moves the P95. */
  readonly tail: DifferenceEstimate;
  /** Strictly between 0 and 1. */
  readonly confidence: number;
  /** What the inputs may truly be, played; null where no draws were. */
  readonly drawn: Pick<ComparedUncertainty, 'inDraws' | 'credibility' | 'better' | 'worse'> | null;
}

/** Which way something points, if it can be told: −1 to the variant, 1 to the baseline. */
type Direction = -1 | 0 | 1;

/**
 * The verdict on one metric, by two questions: in which of the incidents that differ at all are there more (the sign
 * test, by the Wilson interval), and where does the P95 move. One that cannot be told leaves it to the other. Where the inputs
 * were drawn, an answer must be credible too: the draws must give it but for the tail of the band.
 *
 * @returns the verdict, and what an undecided one waits for.
 */
export function verdictOf(evidence: Evidence): Pick<MetricComparison, 'verdict' | 'undecidedFor'> {
  const { better, worse, tail, drawn } = evidence;
  if (better + worse === 0) return verdictOfEqual(drawn);
  const most = directionOfMost(evidence);
  const end = directionOfTail(tail);
  const credibleMost = credible(most, drawn?.inDraws.mostlyBetter, drawn?.inDraws.mostlyWorse, drawn);
  const credibleEnd = credible(end, drawn?.inDraws.p95Less, drawn?.inDraws.p95More, drawn);
  const verdict = combined(credibleMost, credibleEnd);
  if (verdict !== 'undecided') return { verdict, undecidedFor: null };
  return { verdict, undecidedFor: most !== credibleMost || end !== credibleEnd ? 'drills' : 'incidents' };
}

/** No incident differs by the laws as they are written; they may yet, by what those may truly be. */
function verdictOfEqual(drawn: Evidence['drawn']): Pick<MetricComparison, 'verdict' | 'undecidedFor'> {
  const differs = drawn !== null && [drawn.better, drawn.worse].some(({ low, high }) => low !== 0 || high !== 0);
  return differs ? { verdict: 'undecided', undecidedFor: 'drills' } : { verdict: 'equal', undecidedFor: null };
}

function combined(most: Direction, end: Direction): Verdict {
  if (most * end < 0) return 'mixed';
  const direction = most + end;
  return direction === 0 ? 'undecided' : direction < 0 ? 'better' : 'worse';
}

/** A direction where the draws give it too; none where they do not. */
function credible(
  direction: Direction,
  less: number | undefined,
  more: number | undefined,
  drawn: Evidence['drawn'],
): Direction {
  if (drawn === null || direction === 0) return direction;
  const share = (direction < 0 ? less : more) ?? 0;
  return share >= 1 - (1 - drawn.credibility) / 2 ? direction : 0;
}

function directionOfMost({ better, worse, confidence }: Omit<Evidence, 'tail'>): Direction {
  const { low, high } = wilsonInterval({ successes: better, trials: better + worse, confidence });
  if (low > 0.5) return -1;
  return high < 0.5 ? 1 : 0;
}

function directionOfTail({ state, low, high }: DifferenceEstimate): Direction {
  if (state === 'baseline-unrecoverable' || (high !== null && high < 0)) return -1;
  return state === 'variant-unrecoverable' || (low !== null && low > 0) ? 1 : 0;
}
