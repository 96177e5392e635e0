import { exp } from '../arithmetic/exp.js';
import { expm1 } from '../arithmetic/expm1.js';
import { log } from '../arithmetic/log.js';
import { log1p } from '../arithmetic/log1p.js';
import { requirePositive } from './domain.js';
import type { Exponential } from './law.js';
import type { LawFamily } from './law-family.js';

/**
 * Waiting without memory.
 *
 * @throws RangeError when the mean is not positive.
 */
export function exponential({ mean }: { mean: number }): Exponential {
  requirePositive('Exponential: mean', mean);
  return { kind: 'exponential', mean };
}

/** @source N. L. Johnson, S. Kotz, N. Balakrishnan, "Continuous Univariate Distributions" 1 (1994), chapter 19. */
export const exponentialFamily: LawFamily<Exponential> = {
  density: ({ mean }, x) => (x < 0 ? 0 : exp(-x / mean) / mean),
  cumulative: ({ mean }, x) => (x <= 0 ? 0 : -expm1(-x / mean)),
  survival: ({ mean }, x) => (x <= 0 ? 1 : exp(-x / mean)),
  quantile: ({ mean }, p) => (p === 0 ? 0 : -mean * log1p(-p)),
  mean: ({ mean }) => mean,
  variance: ({ mean }) => mean * mean,
  // The inverse of the survival: u and 1 − u have the same law, and log is exact where log1p must first mend.
  sample: ({ mean }, chance) => -mean * log(chance.uniform()),
};
