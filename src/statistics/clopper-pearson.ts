import { atLeastSuccesses } from './binomial-tail.js';

/** More halvings than a double has digits. */
const HALVINGS = 60;

/**
 * The exact interval of Clopper and Pearson for a share: each end is the share at which so many successes, or so few,
 * would still be seen with half of what is left to the confidence. It never covers less than it says, for any number
 * of trials; of drills there are too few for anything approximate. The ends are found by bisection.
 *
 * @param options.successes an integer from 0 to `trials`.
 * @param options.trials a positive integer.
 * @param options.confidence strictly between 0 and 1.
 * @throws RangeError when an option is outside its domain.
 * @source Clopper, Pearson: The Use of Confidence or Fiducial Limits Illustrated in the Case of the Binomial,
 *   Biometrika 26 (1934).
 */
export function clopperPearson(options: { successes: number; trials: number; confidence: number }): {
  readonly low: number;
  readonly high: number;
} {
  const { successes, trials, confidence } = options;
  if (!(Number.isSafeInteger(trials) && trials > 0)) {
    throw new RangeError(`clopperPearson: trials must be a positive integer, is ${trials}`);
  }
  if (!(Number.isSafeInteger(successes) && successes >= 0 && successes <= trials)) {
    throw new RangeError(`clopperPearson: successes must be an integer from 0 to ${trials}, is ${successes}`);
  }
  if (!(confidence > 0 && confidence < 1)) {
    throw new RangeError(`clopperPearson: confidence must be strictly between 0 and 1, is ${confidence}`);
  }
  const tail = (1 - confidence) / 2;
  const low = lowestShare(successes, trials, tail);
  // Failures are successes of the other kind, so that the upper end is a lower one seen from there.
  return { low, high: 1 - lowestShare(trials - successes, trials, tail) };
}

/** The share at which at least so many successes have the probability `tail`; 0 when there are none. */
function lowestShare(successes: number, trials: number, tail: number): number {
  if (successes === 0) return 0;
  let below = 0;
  let above = 1;
  for (let halving = 0; halving < HALVINGS; halving++) {
    const probability = (below + above) / 2;
    if (atLeastSuccesses(successes, { trials, probability }) < tail) below = probability;
    else above = probability;
  }
  return (below + above) / 2;
}
