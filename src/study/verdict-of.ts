import { wilsonInterval } from '../statistics/wilson-interval.js';
import type { DifferenceEstimate, Verdict } from './comparison.js';

/** What a verdict weighs. */
export interface Evidence {
  /** How many incidents the variant is better and worse in. */
  readonly better: number;
  readonly worse: number;
  /** By how much it moves the P95. */
  readonly tail: DifferenceEstimate;
  /** Strictly between 0 and 1. */
  readonly confidence: number;
}

/** Which way something points, if it can be told: −1 to the variant, 1 to the baseline. */
type Direction = -1 | 0 | 1;

/**
 * The verdict on one metric, by two questions: in which of the incidents that differ at all are there more (the sign
 * test, by the Wilson interval), and where does the P95 move. One that cannot be told leaves it to the other.
 */
export function verdictOf({ better, worse, tail, confidence }: Evidence): Verdict {
  if (better + worse === 0) return 'equal';
  const most = directionOfMost({ better, worse, confidence });
  const end = directionOfTail(tail);
  if (most * end < 0) return 'mixed';
  const direction = most + end;
  return direction === 0 ? 'undecided' : direction < 0 ? 'better' : 'worse';
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
