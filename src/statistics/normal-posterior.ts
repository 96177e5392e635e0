import { normalCumulative } from '../arithmetic/normal-cumulative.js';

/**
 * What is known of a normal law whose mean and variance are both unknown: the variance is inverse gamma (`alpha`, `beta`),
 * and given it the mean is normal about `mu` with the variance divided by `kappa`.
 */
export interface NormalInverseGamma {
  readonly mu: number;
  readonly kappa: number;
  readonly alpha: number;
  readonly beta: number;
}

/** Values of a normal law; a censored one is known to be larger. */
export interface NormalValues {
  readonly known: readonly number[];
  readonly censored: readonly number[];
}

/**
 * A guess at a normal law that counts as much as `weight` observed values: its mean is expected to be `mean`, its variance
 * `variance`.
 *
 * @throws RangeError when `variance` or `weight` is not positive.
 */
export function normalPrior({
  mean,
  variance,
  weight,
}: {
  readonly mean: number;
  readonly variance: number;
  readonly weight: number;
}): NormalInverseGamma {
  if (!(variance > 0)) throw new RangeError(`normalPrior: variance must be positive, is ${String(variance)}`);
  if (!(weight > 0)) throw new RangeError(`normalPrior: weight must be positive, is ${String(weight)}`);
  return { mu: mean, kappa: weight, alpha: 1 + weight / 2, beta: (variance * weight) / 2 };
}

/** The variance that is expected: `beta / (alpha − 1)`. */
export function expectedVariance({ alpha, beta }: NormalInverseGamma): number {
  return beta / (alpha - 1);
}

/**
 * What is known after some values. Without censored ones this is the conjugate formula. Censored ones leave the family:
 * then the first moments of the true posterior are found by quadrature, and the member of the family that has them is
 * given, its `alpha` grown by half of each censored value as if it were a known one.
 *
 * @source Gelman et al.: Bayesian Data Analysis, third edition (2013), section 3.3.
 */
export function normalPosterior(prior: NormalInverseGamma, { known, censored }: NormalValues): NormalInverseGamma {
  const conjugate = conjugatePosterior(prior, known);
  return censored.length === 0 ? conjugate : censoredPosterior(conjugate, censored);
}

function conjugatePosterior({ mu, kappa, alpha, beta }: NormalInverseGamma, known: readonly number[]) {
  const count = known.length;
  if (count === 0) return { mu, kappa, alpha, beta };
  const mean = known.reduce((sum, value) => sum + value, 0) / count;
  const squares = known.reduce((sum, value) => sum + (value - mean) * (value - mean), 0);
  const shift = mean - mu;
  return {
    mu: (kappa * mu + count * mean) / (kappa + count),
    kappa: kappa + count,
    alpha: alpha + count / 2,
    beta: beta + squares / 2 + (kappa * count * shift * shift) / (2 * (kappa + count)),
  };
}

/** Points of the quadrature, and how far its grid reaches. */
const SPREADS = 240;
const MEANS = 480;
const LOWEST_LOG_SPREAD = -4;
const HIGHEST_LOG_SPREAD = 8;
const LOWEST_MEAN = -10;
const HIGHEST_MEAN = 40;

/**
 * The trapezoidal rule over the logarithm of the standard deviation and the mean in standard deviations, in which the
 * density is smooth; at the ends of the grid it has vanished.
 */
function censoredPosterior(before: NormalInverseGamma, censored: readonly number[]): NormalInverseGamma {
  const { mu, kappa, alpha, beta } = before;
  const furthest = censored.reduce((sum, value) => sum + Math.max(0, value - mu) ** 2, 0);
  const scale = Math.sqrt((beta + furthest / 2) / (alpha + censored.length / 2));
  // The prior alone may have stood for a spread much smaller than what the censored values show.
  const lowest = LOWEST_LOG_SPREAD + Math.min(0, Math.log(Math.sqrt(beta / alpha) / scale));
  const spreadStep = (HIGHEST_LOG_SPREAD - lowest) / SPREADS;
  const meanStep = (HIGHEST_MEAN - LOWEST_MEAN) / MEANS / Math.sqrt(kappa);
  let [total, sum, sumOfSquares, variance] = [0, 0, 0, 0];
  for (let i = 0; i <= SPREADS; i++) {
    const sigma = scale * Math.exp(lowest + i * spreadStep);
    const ofSigma = Math.exp(-2 * alpha * Math.log(sigma / scale) - beta / (sigma * sigma) + beta / (scale * scale));
    if (ofSigma === 0) continue;
    for (let j = 0; j <= MEANS; j++) {
      const z = LOWEST_MEAN / Math.sqrt(kappa) + j * meanStep;
      const survival = censored.reduce((product, value) => product * normalCumulative(z - (value - mu) / sigma), 1);
      const weight = ofSigma * Math.exp(-0.5 * kappa * z * z) * survival;
      total += weight;
      sum += weight * sigma * z;
      sumOfSquares += weight * sigma * sigma * z * z;
      variance += weight * sigma * sigma;
    }
  }
  const shift = sum / total;
  const expected = variance / total;
  const alphaAfter = alpha + censored.length / 2;
  return {
    mu: mu + shift,
    kappa: expected / (sumOfSquares / total - shift * shift),
    alpha: alphaAfter,
    beta: expected * (alphaAfter - 1),
  };
}
