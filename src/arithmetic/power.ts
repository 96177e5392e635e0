import { exp } from './exp.js';
import { log } from './log.js';

/**
 * base^exponent for a base that is not negative, the same to the last bit in every JavaScript engine.
 * The relative error is at most (3 + 2 |exponent × ln base|) × 1e-16: below 2e-14 while the result is between e^−80 and e^80.
 *
 * 0 to a positive power is 0, to a negative one Infinity; anything to the power of 0 is 1. A negative base gives NaN.
 */
export function power(base: number, exponent: number): number {
  if (exponent === 0) return 1;
  return exp(exponent * log(base));
}
