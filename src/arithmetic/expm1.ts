import { exp } from './exp.js';

/** Below this size e^x − 1 would lose digits, and the series is short. */
const SERIES = 0.5;

/** 1/1!, 1/2!, … 1/17!: with |x| below one half, the first term left out is under 1e-18 of the sum. */
const RECIPROCAL_FACTORIAL = new Float64Array(17);
for (let n = 1, factorial = 1; n <= 17; factorial *= ++n) RECIPROCAL_FACTORIAL[n - 1] = 1 / factorial;

/** e^x − 1, exact for small x too: within 6e-16 of the true value (relative). */
export function expm1(x: number): number {
  if (!(x < SERIES && x > -SERIES)) return exp(x) - 1;
  let sum = 0;
  for (let n = 16; n > 0; n--) sum = (sum + RECIPROCAL_FACTORIAL[n]) * x;
  return x + sum * x;
}
