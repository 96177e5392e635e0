import { BINARY_SCALE } from './binary-scale.js';
import { LOG_HIGH, LOG_LOW } from './logarithm-table.js';

// ln 2 in two parts. The first is a multiple of 2^-42, as the table's are, so that their sums are exact.
const LN2_HIGH = 0.6931471805598903;
const LN2_LOW = 5.497923018708371e-14;

const SMALLEST_NORMAL = 2 ** -1022;

const number = new Float64Array(1);
const words = new Int32Array(number.buffer);
number[0] = 1;
/** Which of the two words holds the exponent: the second on little-endian machines. */
const HIGH_WORD = words[1] === 0 ? 0 : 1;

/**
 * The natural logarithm, the same to the last bit in every JavaScript engine, within 3e-16 of the true value
 * (relative), next to 1 as well.
 *
 * The reason is that of `exp`. Away from 1, x is 2^n c (1 + r) with c the nearest of 128 points: ln c comes from
 * a table, ln (1 + r) from a short polynomial. Near 1 the series of the inverse hyperbolic tangent is used.
 * 0 gives −Infinity; a negative number or NaN gives NaN.
 *
 * @source P. T. P. Tang, "Table-driven implementation of the logarithm function in IEEE floating-point
 *   arithmetic", ACM Transactions on Mathematical Software 16 (1990).
 */
export function log(x: number): number {
  if (x > 0.9375 && x < 1.0625) return logNearOne(x - 1);
  if (!(x >= SMALLEST_NORMAL && x < Infinity)) return logAtTheLimits(x);
  return logOfNormal(x, 0);
}

/** ln x + shift × ln 2, for a positive normal number. */
function logOfNormal(x: number, shift: number): number {
  number[0] = x;
  const high = words[HIGH_WORD];
  const exponent = (high >> 20) - 1023;
  const mantissa = x * BINARY_SCALE[1024 - exponent];
  // The seven leading bits of the fraction, rounded to nearest by the eighth.
  const nearest = ((high & 0xfffff) + 0x1000) >> 13;
  const centre = 1 + nearest * (1 / 128);
  const r = (mantissa - centre) / centre;
  const square = r * r;
  const rest = square * (-1 / 2 + r * (1 / 3) + square * (-1 / 4 + r * (1 / 5) + square * (-1 / 6 + r * (1 / 7))));
  const power = exponent + shift;
  const coarse = power * LN2_HIGH + LOG_HIGH[nearest];
  const sum = coarse + r;
  // Away from 1 `coarse` is larger than r, so this recovers exactly what the sum rounded away.
  const lost = coarse - sum + r;
  return sum + (lost + (power * LN2_LOW + LOG_LOW[nearest] + rest));
}

/** ln (1 + f) for |f| up to 1/16: f − f²/2 + s (f²/2 + R), where s = f / (2 + f) and R is the series in s². */
function logNearOne(f: number): number {
  const s = f / (2 + f);
  const t = s * s;
  const series = t * (2 / 3 + t * (2 / 5 + t * (2 / 7 + t * (2 / 9 + t * (2 / 11 + t * (2 / 13))))));
  const halfSquare = 0.5 * f * f;
  return f - (halfSquare - s * (halfSquare + series));
}

/** Zero, negative, subnormal, infinite and NaN. */
function logAtTheLimits(x: number): number {
  if (x > 0 && x < Infinity) return logOfNormal(x * 2 ** 54, -54);
  if (x === 0) return -Infinity;
  return x > 0 ? x : NaN;
}
