import { requireFinite } from './domain.js';
import type { Uniform } from './law.js';
import type { LawFamily } from './law-family.js';

/**
 * Every value from `min` to `max` alike.
 *
 * @throws RangeError when an end is not finite or `min` is not below `max`.
 */
export function uniform({ min, max }: { min: number; max: number }): Uniform {
  requireFinite('Uniform: min', min);
  requireFinite('Uniform: max', max);
  if (!(min < max)) throw new RangeError(`Uniform: min must be below max, is ${String(min)} with max ${String(max)}`);
  return { kind: 'uniform', min, max };
}

/** @source N. L. Johnson, S. Kotz, N. Balakrishnan, "Continuous Univariate Distributions" 2 (1995), chapter 26. */
export const uniformFamily: LawFamily<Uniform> = {
  density: ({ min, max }, x) => (x < min || x > max ? 0 : 1 / (max - min)),
  cumulative: ({ min, max }, x) => (x <= min ? 0 : x >= max ? 1 : (x - min) / (max - min)),
  survival: ({ min, max }, x) => (x <= min ? 1 : x >= max ? 0 : (max - x) / (max - min)),
  quantile: ({ min, max }, p) => (p < 0.5 ? min + p * (max - min) : max - (1 - p) * (max - min)),
  mean: ({ min, max }) => min + (max - min) / 2,
  variance: ({ min, max }) => ((max - min) * (max - min)) / 12,
  sample: ({ min, max }, chance) => min + (max - min) * chance.uniform(),
};
