import { binomialWeights } from './binomial-weights.js';

/** How many trials succeeded, and how sure the interval is to be. */
export interface BinomialCount {
  /** An integer from 0 to `trials`. */
  readonly successes: number;
  /** A positive integer. */
  readonly trials: number;
  /** Strictly between 0 and 1. */
  readonly confidence: number;
}

/** Halvings of the interval from 0 to 1: after so many nothing is left to halve. */
const HALVINGS = 60;

/**
 * The exact interval of Clopper and Pearson for a share: the shares under which neither so few nor so many successes
 * are as rare as half of what the confidence leaves. Of few trials it is wider than need be, and never too narrow.
 *
 * Its ends solve equations in the tails of the binomial law, which are found by halving; so no beta law is needed.
 *
 * @throws RangeError when a count is outside its domain.
 * @source C. J. Clopper, E. S. Pearson, "The use of confidence or fiducial limits illustrated in the case of the
 *   binomial", Biometrika 26 (1934).
 */
export function binomialInterval({ successes, trials, confidence }: BinomialCount): {
  readonly low: number;
  readonly high: number;
} {
  if (!(Number.isSafeInteger(trials) && trials > 0)) {
    throw new RangeError(`binomialInterval: trials must be a positive integer, is ${trials}`);
  }
  if (!(Number.isSafeInteger(successes) && successes >= 0 && successes <= trials)) {
    throw new RangeError(`binomialInterval: successes must be an integer from 0 to ${trials}, is ${successes}`);
  }
  if (!(confidence > 0 && confidence < 1)) {
    throw new RangeError(`binomialInterval: confidence must be strictly between 0 and 1, is ${confidence}`);
  }
  const allowed = (1 - confidence) / 2;
  const least = (share: number): boolean => shareAtLeast(trials, share, successes) > allowed;
  const most = (share: number): boolean => 1 - shareAtLeast(trials, share, successes + 1) > allowed;
  return {
    low: successes === 0 ? 0 : turningPoint(least),
    high: successes === trials ? 1 : turningPoint((share) => !most(share)),
  };
}

/** The share from which on something holds. */
function turningPoint(holds: (share: number) => boolean): number {
  let [low, high] = [0, 1];
  for (let halving = 0; halving < HALVINGS; halving++) {
    const middle = (low + high) / 2;
    if (middle > 0 && middle < 1 && holds(middle)) high = middle;
    else low = middle;
  }
  return (low + high) / 2;
}

/** The probability of at least so many successes. */
function shareAtLeast(trials: number, probability: number, successes: number): number {
  const { first, weights } = binomialWeights({ trials, probability });
  let sum = 0;
  // From the far end, the smallest weights first, so that a small tail is exact to its last digits.
  for (let index = weights.length - 1; index >= 0 && first + index >= successes; index--) sum += weights[index];
  return Math.min(1, sum);
}
