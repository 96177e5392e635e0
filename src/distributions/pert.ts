import { exp } from '../arithmetic/exp.js';
import { logGamma } from '../arithmetic/log-gamma.js';
import { power } from '../arithmetic/power.js';
import { requireCorners } from './domain.js';
import { drawStandardGamma } from './gamma-draw.js';
import { standardBetaCumulative, standardBetaQuantile, type BetaShape } from './incomplete-functions.js';
import type { Pert } from './law.js';
import type { LawFamily } from './law-family.js';

/**
 * From `min` to `max`, most likely `mode`, which may be one of the ends.
 *
 * @throws RangeError when they are not in order, not finite, or all one.
 */
export function pert({ min, mode, max }: { min: number; mode: number; max: number }): Pert {
  requireCorners('Pert', { min, mode, max });
  return { kind: 'pert', min, mode, max };
}

const alphaOf = ({ min, mode, max }: Pert): number => 1 + (4 * (mode - min)) / (max - min);
const betaOf = ({ min, mode, max }: Pert): number => 1 + (4 * (max - mode)) / (max - min);
const shapeOf = (law: Pert): BetaShape => ({ alpha: alphaOf(law), beta: betaOf(law) });
/** The same law seen from its upper end, so that the upper tail is as exact as the lower. */
const mirrored = (law: Pert): BetaShape => ({ alpha: betaOf(law), beta: alphaOf(law) });

/**
 * A beta law whose exponents sum to 4, stretched from `min` to `max`.
 *
 * @source D. G. Malcolm, J. H. Roseboom, C. E. Clark, W. Fazar, "Application of a technique for research and
 *   development program evaluation", Operations Research 7 (1959); D. Vose, "Risk Analysis" (2008), appendix III.
 */
export const pertFamily: LawFamily<Pert> = {
  density(law, x) {
    const { min, max } = law;
    if (x < min || x > max) return 0;
    const { alpha, beta } = shapeOf(law);
    const width = max - min;
    const logBeta = logGamma(alpha) + logGamma(beta) - logGamma(alpha + beta);
    const kernel = power((x - min) / width, alpha - 1) * power((max - x) / width, beta - 1);
    return (kernel * exp(-logBeta)) / width;
  },
  cumulative(law, x) {
    if (x <= law.min) return 0;
    if (x >= law.max) return 1;
    return standardBetaCumulative(shapeOf(law), (x - law.min) / (law.max - law.min));
  },
  survival(law, x) {
    if (x <= law.min) return 1;
    if (x >= law.max) return 0;
    return standardBetaCumulative(mirrored(law), (law.max - x) / (law.max - law.min));
  },
  quantile(law, p) {
    const { min, max } = law;
    if (p <= 0.5) return min + (max - min) * standardBetaQuantile(shapeOf(law), p);
    return max - (max - min) * standardBetaQuantile(mirrored(law), 1 - p);
  },
  mean: ({ min, mode, max }) => min + (4 * (mode - min) + (max - min)) / 6,
  variance({ min, mode, max }) {
    const aboveMin = (4 * (mode - min) + (max - min)) / 6;
    return (aboveMin * (max - min - aboveMin)) / 7;
  },
  /** x / (x + y) of two gamma draws has a beta law. */
  sample(law, chance) {
    const x = drawStandardGamma(alphaOf(law), chance);
    const y = drawStandardGamma(betaOf(law), chance);
    return law.min + (law.max - law.min) * (x / (x + y));
  },
};
