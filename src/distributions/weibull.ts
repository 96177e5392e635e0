import { exp } from '../arithmetic/exp.js';
import { expm1 } from '../arithmetic/expm1.js';
import { log } from '../arithmetic/log.js';
import { log1p } from '../arithmetic/log1p.js';
import { logGamma } from '../arithmetic/log-gamma.js';
import { power } from '../arithmetic/power.js';
import { requireAscendingPoints, requirePositive, type QuantilePoint } from './domain.js';
import type { Weibull } from './law.js';
import type { LawFamily } from './law-family.js';

/**
 * From shape and scale: below shape 1 the longer it lasted the longer it lasts, above 1 the reverse.
 *
 * @throws RangeError when either is not positive.
 */
export function weibull({ shape, scale }: { shape: number; scale: number }): Weibull {
  requirePositive('Weibull: shape', shape);
  requirePositive('Weibull: scale', scale);
  return { kind: 'weibull', shape, scale };
}

/**
 * From two points of the cumulative curve.
 *
 * @throws RangeError when a p is not between 0 and 1, a value is not positive, or the points do not ascend.
 */
export function weibullFromQuantiles({ low, high }: { low: QuantilePoint; high: QuantilePoint }): Weibull {
  requireAscendingPoints('Weibull', { low, high });
  const lowHazard = -log1p(-low.p);
  const shape = log(-log1p(-high.p) / lowHazard) / log(high.value / low.value);
  return weibull({ shape, scale: low.value / power(lowHazard, 1 / shape) });
}

/** (x / scale)^shape: minus the logarithm of the survival. */
const hazard = ({ shape, scale }: Weibull, x: number): number => power(x / scale, shape);

/** @source N. L. Johnson, S. Kotz, N. Balakrishnan, "Continuous Univariate Distributions" 1 (1994), chapter 21. */
export const weibullFamily: LawFamily<Weibull> = {
  density(law, x) {
    if (x < 0) return 0;
    return (law.shape / law.scale) * power(x / law.scale, law.shape - 1) * exp(-hazard(law, x));
  },
  cumulative: (law, x) => (x <= 0 ? 0 : -expm1(-hazard(law, x))),
  survival: (law, x) => (x <= 0 ? 1 : exp(-hazard(law, x))),
  quantile: ({ shape, scale }, p) => scale * power(-log1p(-p), 1 / shape),
  mean: ({ shape, scale }) => scale * exp(logGamma(1 + 1 / shape)),
  variance({ shape, scale }) {
    const logMean = logGamma(1 + 1 / shape);
    return scale * scale * exp(2 * logMean) * expm1(logGamma(1 + 2 / shape) - 2 * logMean);
  },
  sample: ({ shape, scale }, chance) => scale * power(-log(chance.uniform()), 1 / shape),
};
