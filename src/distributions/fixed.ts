import { requireFinite } from './domain.js';
import type { Fixed } from './law.js';
import type { LawFamily } from './law-family.js';

/**
 * Always that value.
 *
 * @throws RangeError when the value is not finite.
 */
export function fixed(value: number): Fixed {
  requireFinite('Fixed: value', value);
  return { kind: 'fixed', value };
}

/** One value with all the probability. */
export const fixedFamily: LawFamily<Fixed> = {
  density: ({ value }, x) => (x === value ? Infinity : 0),
  cumulative: ({ value }, x) => (x < value ? 0 : 1),
  survival: ({ value }, x) => (x < value ? 1 : 0),
  quantile: ({ value }) => value,
  mean: ({ value }) => value,
  variance: () => 0,
  sample: ({ value }) => value,
};
