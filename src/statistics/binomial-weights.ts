/** The binomial law around its mode: `weights[i]` is the probability of `first + i` successes. */
export interface BinomialWeights {
  readonly first: number;
  readonly weights: readonly number[];
}

/** Weights below this part of the largest are left out; beyond them lies less than 1e-25 in all. */
const NEGLIGIBLE = 1e-30;

/**
 * The probabilities of a binomial law, all that are not negligible.
 *
 * They are found outward from the mode by the ratio of neighbours and then divided by their sum, so that neither
 * factorials nor logarithms are needed and nothing underflows. The work grows with the standard deviation of
 * the law, not with `trials`: some 37,000 terms for ten million trials at one half. A weight is then wrong
 * by less than 1e-11 of itself.
 *
 * @param options.trials a positive integer.
 * @param options.probability of success in one trial, strictly between 0 and 1.
 * @throws RangeError when either is outside its domain.
 * @source Kemp: A modal method for generating binomial variables, Communications in Statistics 15 (1986).
 */
export function binomialWeights(options: { trials: number; probability: number }): BinomialWeights {
  const { trials, probability } = options;
  if (!(Number.isSafeInteger(trials) && trials > 0)) {
    throw new RangeError(`binomialWeights: trials must be a positive integer, is ${trials}`);
  }
  if (!(probability > 0 && probability < 1)) {
    throw new RangeError(`binomialWeights: probability must be strictly between 0 and 1, is ${probability}`);
  }
  const odds = probability / (1 - probability);
  const mode = Math.min(trials, Math.floor((trials + 1) * probability));

  const downward: number[] = [];
  for (let successes = mode, weight = 1; successes > 0; successes--) {
    weight *= successes / ((trials - successes + 1) * odds);
    if (weight < NEGLIGIBLE) break;
    downward.push(weight);
  }
  const upward: number[] = [1];
  for (let successes = mode, weight = 1; successes < trials; successes++) {
    weight *= ((trials - successes) * odds) / (successes + 1);
    if (weight < NEGLIGIBLE) break;
    upward.push(weight);
  }
  const weights = downward.reverse().concat(upward);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return { first: mode - downward.length, weights: weights.map((weight) => weight / total) };
}
