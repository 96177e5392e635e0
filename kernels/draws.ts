/**
 * The kernels that Drillcast draws columns of random numbers with, for WebAssembly: loops that JavaScript has too, in
 * src/random and src/distributions, here with vectors. What they return is the same to the last bit
 * (test/properties/kernels.test.ts): both add, multiply, divide and take roots as IEEE 754 says, in the same order.
 *
 * `npx tsx tools/kernels.ts` compiles them into src/random/draw-module.ts.
 */
import { exponentiate } from './exponential';
import { log } from './logarithm';
import { NUMBERS, PAIRS, STATE } from './memory';
import { uniformOf } from './words';
import { drawNormals, inLayer, isInCore } from './ziggurat';

export { CORE, HEIGHT, LOG_HIGH, LOG_LOW, NUMBERS, PAIRS, POWER_OF_TWO, STATE, STEP } from './memory';
export { scramble } from './threefry';

/** So many numbers of the lognormal law. */
export function drawLognormal(count: i32, mu: f64, sigma: f64): void {
  const end = NUMBERS + ((<usize>count) << 3);
  drawNormals(NUMBERS, end);
  exponentiate(NUMBERS, end, mu, sigma);
}

/** So many uniform numbers between `min` and `max`. */
export function drawUniform(count: i32, min: f64, max: f64): void {
  let a = load<i32>(STATE);
  let b = load<i32>(STATE, 4);
  let c = load<i32>(STATE, 8);
  let d = load<i32>(STATE, 12);
  const end = NUMBERS + ((<usize>count) << 3);
  for (let at = NUMBERS; at < end; at += 8) {
    const high = rotl<i32>(a + d, 7) + a;
    let shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotl<i32>(d, 11);
    const low = rotl<i32>(a + d, 7) + a;
    shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotl<i32>(d, 11);
    store<f64>(at, min + (max - min) * uniformOf(high, low));
  }
  store<i32>(STATE, a);
  store<i32>(STATE, b, 4);
  store<i32>(STATE, c, 8);
  store<i32>(STATE, d, 12);
}

/** So many numbers of the exponential law. */
export function drawExponential(count: i32, mean: f64): void {
  drawUniform(count, 0, 1);
  const end = NUMBERS + ((<usize>count) << 3);
  for (let at = NUMBERS; at < end; at += 8) store<f64>(at, -mean * log(load<f64>(at)));
}

/** So many numbers of the triangular law, as its quantile in src/distributions/triangular.ts. */
export function drawTriangular(count: i32, min: f64, mode: f64, max: f64): void {
  drawUniform(count, 0, 1);
  const width = max - min;
  const left = mode - min;
  const right = max - mode;
  const end = NUMBERS + ((<usize>count) << 3);
  for (let at = NUMBERS; at < end; at += 8) {
    const p = load<f64>(at);
    const pastMode = p * width - left;
    let value: f64;
    if (pastMode < 0) value = min + sqrt(p * width * left);
    else if (2 * pastMode > right) value = max - sqrt((1 - p) * width * right);
    else value = mode + pastMode / (1 + sqrt(1 - pastMode / right));
    store<f64>(at, value);
  }
}

/**
 * Numbers of the lognormal law from one word each, which stand where the pairs stand; NaN where one word is not enough.
 * Returns how many these are.
 */
export function lognormalOfWords(count: i32, mu: f64, sigma: f64): i32 {
  let missing = 0;
  let word = PAIRS;
  const end = NUMBERS + ((<usize>count) << 3);
  for (let at = NUMBERS; at < end; at += 8, word += 4) {
    const bits = load<i32>(word);
    if (isInCore(bits)) store<f64>(at, inLayer(bits));
    else {
      store<f64>(at, NaN);
      missing++;
    }
  }
  exponentiate(NUMBERS, end, mu, sigma);
  return missing;
}
