import { exp } from './exponential';
import { log } from './logarithm';
import { CORE, HEIGHT, STATE, STEP } from './memory';
import { nextUniform, nextWord } from './words';

const TAIL: f64 = 3.654152885361009;

/** The number of a value in its layer. */
export function inLayer(bits: i32): f64 {
  return (<f64>(bits >> 8) + 0.5) * load<f64>(STEP + ((<usize>(bits & 255)) << 3));
}

/** Whether a word decides its normal number alone, as it does in 79 of 80 cases. */
export function isInCore(bits: i32): bool {
  const value = bits >> 8;
  return (value ^ (value >> 31)) < load<i32>(CORE + ((<usize>(bits & 255)) << 2));
}

/** Puts standard normal numbers from `start` to `end`, as `fillNormalFromWords` in src/random/ziggurat.ts. */
export function drawNormals(start: usize, end: usize): void {
  // The state stands in local variables, and in memory only where a number needs more than one word.
  let a = load<i32>(STATE);
  let b = load<i32>(STATE, 4);
  let c = load<i32>(STATE, 8);
  let d = load<i32>(STATE, 12);
  for (let at = start; at < end; at += 8) {
    const bits = rotl<i32>(a + d, 7) + a;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotl<i32>(d, 11);
    if (isInCore(bits)) {
      store<f64>(at, inLayer(bits));
      continue;
    }
    store<i32>(STATE, a);
    store<i32>(STATE, b, 4);
    store<i32>(STATE, c, 8);
    store<i32>(STATE, d, 12);
    store<f64>(at, outsideCore(bits));
    a = load<i32>(STATE);
    b = load<i32>(STATE, 4);
    c = load<i32>(STATE, 8);
    d = load<i32>(STATE, 12);
  }
  store<i32>(STATE, a);
  store<i32>(STATE, b, 4);
  store<i32>(STATE, c, 8);
  store<i32>(STATE, d, 12);
}

function outsideCore(firstBits: i32): f64 {
  let bits = firstBits;
  while (true) {
    const layer = (<usize>(bits & 255)) << 3;
    const x = inLayer(bits);
    const isInside = isInCore(bits);
    if (!isInside && layer == 0) return bits < 0 ? -tailBeyond() : tailBeyond();
    if (isInside) return x;
    const floor = load<f64>(HEIGHT + layer);
    if (floor + nextUniform() * (load<f64>(HEIGHT + layer, 8) - floor) < exp(-0.5 * x * x)) return x;
    bits = nextWord();
  }
}

function tailBeyond(): f64 {
  while (true) {
    const excess = -log(nextUniform()) / TAIL;
    const exponential = -log(nextUniform());
    if (2 * exponential >= excess * excess) return TAIL + excess;
  }
}
