import { binomialWeights } from './binomial-weights.js';

/** A number of trials that succeed alike. */
export interface BinomialTrials {
  /** A positive integer. */
  readonly trials: number;
  /** Of success in one trial, from 0 to 1. */
  readonly probability: number;
}

/**
 * The probability of at least so many successes.
 *
 * @param successes an integer from 0 to `trials`.
 * @throws RangeError when an argument is outside its domain.
 */
export function atLeastSuccesses(successes: number, { trials, probability }: BinomialTrials): number {
  if (!(Number.isSafeInteger(successes) && successes >= 0 && successes <= trials)) {
    throw new RangeError(`atLeastSuccesses: successes must be an integer from 0 to ${trials}, is ${successes}`);
  }
  if (probability === 0) return successes === 0 ? 1 : 0;
  if (probability === 1 || successes === 0) return 1;
  const { first, weights } = binomialWeights({ trials, probability });
  let sum = 0;
  // From the far end, the smallest weights first.
  for (let count = first + weights.length - 1; count >= Math.max(first, successes); count--)
    sum += weights[count - first];
  return Math.min(1, sum);
}

/**
 * The two-sided p-value of an exact sign test: how often a fair coin would fall at least as one-sided.
 *
 * @param options.successes an integer from 0 to `trials`.
 * @param options.trials from 0 on; without trials nothing is said, and the value is 1.
 * @source Conover: Practical Nonparametric Statistics (1999), 3.4.
 */
export function signTest({ successes, trials }: { readonly successes: number; readonly trials: number }): number {
  if (trials === 0) return 1;
  const more = Math.max(successes, trials - successes);
  return Math.min(1, 2 * atLeastSuccesses(more, { trials, probability: 0.5 }));
}
