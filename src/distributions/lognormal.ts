import { exp } from '../arithmetic/exp.js';
import { expm1 } from '../arithmetic/expm1.js';
import { log } from '../arithmetic/log.js';
import { log1p } from '../arithmetic/log1p.js';
import { normalCumulative } from '../arithmetic/normal-cumulative.js';
import { normalQuantile } from '../arithmetic/normal-quantile.js';
import { requireAscendingPoints, requirePositive, type QuantilePoint } from './domain.js';
import type { Lognormal } from './law.js';
import type { LawFamily } from './law-family.js';

const ROOT_TWO_PI = 2.5066282746310007;

/**
 * From the median and the standard deviation of the logarithm.
 *
 * @throws RangeError when either is not positive.
 */
export function lognormal({ p50, sigma }: { p50: number; sigma: number }): Lognormal {
  requirePositive('Lognormal: p50', p50);
  requirePositive('Lognormal: sigma', sigma);
  return { kind: 'lognormal', mu: log(p50), sigma };
}

/**
 * From two points of the cumulative curve: `{ low: { p: 0.05, value: 30 }, high: { p: 0.95, value: 120 } }`.
 *
 * @throws RangeError when a p is not between 0 and 1, a value is not positive, or the points do not ascend.
 */
export function lognormalFromQuantiles({ low, high }: { low: QuantilePoint; high: QuantilePoint }): Lognormal {
  requireAscendingPoints('Lognormal', { low, high });
  const lowScore = normalQuantile(low.p);
  const sigma = log(high.value / low.value) / (normalQuantile(high.p) - lowScore);
  return { kind: 'lognormal', mu: log(low.value) - sigma * lowScore, sigma };
}

/**
 * From the mean and the standard deviation of the values themselves.
 *
 * @throws RangeError when either is not positive.
 */
export function lognormalFromMean({ mean, sd }: { mean: number; sd: number }): Lognormal {
  requirePositive('Lognormal: mean', mean);
  requirePositive('Lognormal: sd', sd);
  const variation = sd / mean;
  const logVariance = log1p(variation * variation);
  return { kind: 'lognormal', mu: log(mean) - logVariance / 2, sigma: Math.sqrt(logVariance) };
}

const score = ({ mu, sigma }: Lognormal, x: number): number => (log(x) - mu) / sigma;

/** @source N. L. Johnson, S. Kotz, N. Balakrishnan, "Continuous Univariate Distributions" 1 (1994), chapter 14. */
export const lognormalFamily: LawFamily<Lognormal> = {
  density(law, x) {
    if (x <= 0) return 0;
    const z = score(law, x);
    return exp(-0.5 * z * z) / (x * law.sigma * ROOT_TWO_PI);
  },
  cumulative: (law, x) => (x <= 0 ? 0 : normalCumulative(score(law, x))),
  survival: (law, x) => (x <= 0 ? 1 : normalCumulative(-score(law, x))),
  quantile: ({ mu, sigma }, p) => exp(mu + sigma * normalQuantile(p)),
  mean: ({ mu, sigma }) => exp(mu + (sigma * sigma) / 2),
  variance: ({ mu, sigma }) => expm1(sigma * sigma) * exp(2 * mu + sigma * sigma),
  sample: ({ mu, sigma }, chance) => exp(mu + sigma * chance.normal()),
};
