import { exp } from '../arithmetic/exp.js';
import { log } from '../arithmetic/log.js';
import { logGamma } from '../arithmetic/log-gamma.js';
import { requirePositive } from './domain.js';
import { drawStandardGamma } from './gamma-draw.js';
import { standardGammaCumulative, standardGammaQuantile, standardGammaSurvival } from './incomplete-functions.js';
import type { Gamma } from './law.js';
import type { LawFamily } from './law-family.js';

/**
 * From shape and scale.
 *
 * @throws RangeError when either is not positive.
 */
export function gamma({ shape, scale }: { shape: number; scale: number }): Gamma {
  requirePositive('Gamma: shape', shape);
  requirePositive('Gamma: scale', scale);
  return { kind: 'gamma', shape, scale };
}

/**
 * From the mean and the standard deviation.
 *
 * @throws RangeError when either is not positive.
 */
export function gammaFromMean({ mean, sd }: { mean: number; sd: number }): Gamma {
  requirePositive('Gamma: mean', mean);
  requirePositive('Gamma: sd', sd);
  const ratio = mean / sd;
  return gamma({ shape: ratio * ratio, scale: sd / ratio });
}

/** @source N. L. Johnson, S. Kotz, N. Balakrishnan, "Continuous Univariate Distributions" 1 (1994), chapter 17. */
export const gammaFamily: LawFamily<Gamma> = {
  density({ shape, scale }, x) {
    if (x < 0) return 0;
    // At 0 the power decides alone, and its logarithm would be infinite.
    if (x === 0) return shape < 1 ? Infinity : shape > 1 ? 0 : 1 / scale;
    const t = x / scale;
    return exp((shape - 1) * log(t) - t - logGamma(shape)) / scale;
  },
  cumulative: ({ shape, scale }, x) => (x <= 0 ? 0 : standardGammaCumulative(shape, x / scale)),
  survival: ({ shape, scale }, x) => (x <= 0 ? 1 : standardGammaSurvival(shape, x / scale)),
  quantile: ({ shape, scale }, p) => standardGammaQuantile(shape, p) * scale,
  mean: ({ shape, scale }) => shape * scale,
  variance: ({ shape, scale }) => shape * scale * scale,
  sample: ({ shape, scale }, chance) => scale * drawStandardGamma(shape, chance),
};
