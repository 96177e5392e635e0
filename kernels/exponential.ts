import { POWER_OF_TWO } from './memory';

const STEPS_PER_UNIT: f64 = 184.6649652337873;
const STEP_HIGH: f64 = 0.0054152123482253955;
const STEP_LOW: f64 = -1.0082281460997769e-13;
const OVERFLOW: f64 = 709.782712893384;
const UNDERFLOW: f64 = -745.1332191019412;
const NORMAL: f64 = 708;

/** What the loop below computes with: read from memory once, as making a constant anew takes longer than using it. */
const CONSTANTS: usize = memory.data<f64>([
  NORMAL,
  STEPS_PER_UNIT,
  131072.5, // 1024 powers of two in steps, and half a step to round
  131072,
  STEP_HIGH,
  STEP_LOW,
  4503599627370496, // 2^52: a whole number added to it stands in the lowest bits of the sum
  0.5,
  1.0 / 6,
  1.0 / 24,
  1.0 / 120,
]);

/** 1024 powers of two, as they are subtracted from an exponent. */
const BIAS: i64 = 1024 << 52;

/**
 * Puts exp(offset + factor × x) in the place of each of the numbers x from `start` to `end`, two at a time: the
 * arithmetic of `exponentiate` in src/arithmetic/exp.ts, operation by operation.
 */
export function exponentiate(start: usize, end: usize, offset: f64, factor: f64): void {
  const offsets = f64x2.splat(offset);
  const factors = f64x2.splat(factor);
  const normal = v128.load64_splat(CONSTANTS);
  const stepsPerUnit = v128.load64_splat(CONSTANTS, 8);
  const middle = v128.load64_splat(CONSTANTS, 16);
  const zeroStep = v128.load64_splat(CONSTANTS, 24);
  const stepHigh = v128.load64_splat(CONSTANTS, 32);
  const stepLow = v128.load64_splat(CONSTANTS, 40);
  const toLowBits = v128.load64_splat(CONSTANTS, 48);
  const half = v128.load64_splat(CONSTANTS, 56);
  const sixth = v128.load64_splat(CONSTANTS, 64);
  const twentyFourth = v128.load64_splat(CONSTANTS, 72);
  const hundredTwentieth = v128.load64_splat(CONSTANTS, 80);
  for (let at = start; at < end; at += 16) {
    const x = f64x2.add(offsets, f64x2.mul(factors, v128.load(at)));
    if (!i64x2.all_true(f64x2.lt(f64x2.abs(x), normal))) {
      store<f64>(at, exp(f64x2.extract_lane(x, 0)));
      store<f64>(at, exp(f64x2.extract_lane(x, 1)), 8);
      continue;
    }
    const step = f64x2.floor(f64x2.add(f64x2.mul(x, stepsPerUnit), middle));
    const k = f64x2.sub(step, zeroStep);
    const r = f64x2.sub(f64x2.sub(x, f64x2.mul(k, stepHigh)), f64x2.mul(k, stepLow));
    const square = f64x2.mul(r, r);
    const upToThird = f64x2.mul(square, f64x2.add(half, f64x2.mul(r, sixth)));
    const above = f64x2.mul(f64x2.mul(square, square), f64x2.add(twentyFourth, f64x2.mul(r, hundredTwentieth)));
    const lessOne = f64x2.add(r, f64x2.add(upToThird, above));
    const bits = f64x2.add(step, toLowBits);
    const entries = i64x2.shl(v128.and(bits, i64x2.splat(127)), 3);
    const first = v128.load64_zero(POWER_OF_TWO + <usize>i64x2.extract_lane(entries, 0));
    const table = v128.load64_lane(POWER_OF_TWO + <usize>i64x2.extract_lane(entries, 1), first, 1);
    // What JavaScript multiplies by a power of two is here added to the exponent.
    const power = i64x2.add(table, i64x2.sub(i64x2.shl(i64x2.shr_u(bits, 7), 52), i64x2.splat(BIAS)));
    v128.store(at, f64x2.add(power, f64x2.mul(power, lessOne)));
  }
}

/** e^x, as `exp` in src/arithmetic/exp.ts. */
export function exp(x: f64): f64 {
  if (abs(x) < NORMAL) return expInside(x);
  if (x > OVERFLOW) return Infinity;
  if (x < UNDERFLOW) return 0;
  if (x != x) return NaN;
  const step = <i32>floor(x * STEPS_PER_UNIT + 0.5);
  const k = <f64>step;
  const r = x - k * STEP_HIGH - k * STEP_LOW;
  const square = r * r;
  const lessOne = r + (square * (0.5 + r * (1.0 / 6)) + square * square * (1.0 / 24 + r * (1.0 / 120)));
  const power = load<f64>(POWER_OF_TWO + ((<usize>(step & 127)) << 3));
  const exponent = step >> 7;
  const half = exponent >> 1;
  // In two halves, each of them a normal number.
  return (power + power * lessOne) * powerOfTwo(half) * powerOfTwo(exponent - half);
}

/** As the loop above: what is scaled before the last sum is rounded otherwise where its smaller part is subnormal. */
function expInside(x: f64): f64 {
  const step = <i32>(x * STEPS_PER_UNIT + 131072.5);
  const k = <f64>(step - 131072);
  const r = x - k * STEP_HIGH - k * STEP_LOW;
  const square = r * r;
  const lessOne = r + (square * (0.5 + r * (1.0 / 6)) + square * square * (1.0 / 24 + r * (1.0 / 120)));
  const power = load<f64>(POWER_OF_TWO + ((<usize>(step & 127)) << 3)) * powerOfTwo((step >> 7) - 1024);
  return power + power * lessOne;
}

/** 2^n, for n from -1022 to 1023. */
function powerOfTwo(n: i32): f64 {
  return reinterpret<f64>((<u64>(n + 1023)) << 52);
}
