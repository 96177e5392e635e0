import { BINARY_SCALE } from './binary-scale.js';
import { POWER_OF_TWO } from './exponential-table.js';

const STEPS_PER_UNIT = 184.6649652337873; // 128 / ln 2
// ln 2 / 128 in two parts. The first has 35 bits, so that a step number times it is exact.
const STEP_HIGH = 0.0054152123482253955;
const STEP_LOW = -1.0082281460997769e-13;

/** Beyond these the result is infinite or rounds to 0. */
const OVERFLOW = 709.782712893384;
const UNDERFLOW = -745.1332191019412;
/** Up to this size of the argument the result is a normal number and one multiplication scales it. */
const NORMAL = 708;

/** e^r − 1 for |r| at most ln 2 / 256, where the first term left out is below 1e-18. */
function exponentialLessOne(r: number): number {
  const square = r * r;
  return r + (square * (0.5 + r * (1 / 6)) + square * square * (1 / 24 + r * (1 / 120)));
}

/**
 * e^x, the same to the last bit in every JavaScript engine, within 3e-16 of the true value (relative).
 *
 * The engines' own Math.exp may differ from one another in the last bit, and would then send the same seed
 * to different results. Here x is split as (128 n + k) ln 2 / 128 + r: 2^(k/128) comes from a table, e^r from
 * a short polynomial, 2^n from the exponent. Over- and underflow, subnormal results and NaN are as for Math.exp.
 *
 * @source P. T. P. Tang, "Table-driven implementation of the exponential function in IEEE floating-point
 *   arithmetic", ACM Transactions on Mathematical Software 15 (1989).
 */
export function exp(x: number): number {
  if (!(x < NORMAL && x > -NORMAL)) return expAtTheLimits(x);
  // Truncation rounds downwards only for positive numbers; 131072 steps are 1024 powers of two, the bias of the scale.
  const step = (x * STEPS_PER_UNIT + 131072.5) | 0;
  const k = step - 131072;
  const r = x - k * STEP_HIGH - k * STEP_LOW;
  const power = POWER_OF_TWO[step & 127] * BINARY_SCALE[step >> 7];
  return power + power * exponentialLessOne(r);
}

/**
 * Puts exp(offset + factor × x) in the place of each of the first `count` numbers x, to the same bits. Written out and
 * not a loop over `exp`, which the compiler does not always take in: a number that comes back from a call is put into
 * memory of its own, and that takes longer than all the arithmetic here.
 */
export function exponentiate(
  numbers: Float64Array,
  count: number,
  { offset, factor }: { readonly offset: number; readonly factor: number },
): void {
  for (let i = 0; i < count; i++) {
    const x = offset + factor * numbers[i];
    if (!(x < NORMAL && x > -NORMAL)) {
      numbers[i] = expAtTheLimits(x);
      continue;
    }
    const step = (x * STEPS_PER_UNIT + 131072.5) | 0;
    const k = step - 131072;
    const r = x - k * STEP_HIGH - k * STEP_LOW;
    const square = r * r;
    const lessOne = r + (square * (0.5 + r * (1 / 6)) + square * square * (1 / 24 + r * (1 / 120)));
    const power = POWER_OF_TWO[step & 127] * BINARY_SCALE[step >> 7];
    numbers[i] = power + power * lessOne;
  }
}

/** The same where the result is beyond the normal numbers: its exponent is then applied in two halves. */
function expAtTheLimits(x: number): number {
  if (x > OVERFLOW) return Infinity;
  if (x < UNDERFLOW) return 0;
  if (x !== x) return NaN;
  const step = Math.floor(x * STEPS_PER_UNIT + 0.5);
  const r = x - step * STEP_HIGH - step * STEP_LOW;
  const power = POWER_OF_TWO[step & 127];
  const exponent = step >> 7;
  const half = exponent >> 1;
  return (power + power * exponentialLessOne(r)) * BINARY_SCALE[half + 1024] * BINARY_SCALE[exponent - half + 1024];
}
