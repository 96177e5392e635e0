import { STATE } from './memory';

/** The next word of 32 random bits, as `xoshiro` in src/random/xoshiro.ts makes them; the state in memory moves on. */
export function nextWord(): i32 {
  let a = load<i32>(STATE);
  let b = load<i32>(STATE, 4);
  let c = load<i32>(STATE, 8);
  let d = load<i32>(STATE, 12);
  const word = rotl<i32>(a + d, 7) + a;
  const shifted = b << 9;
  c ^= a;
  d ^= b;
  b ^= c;
  a ^= d;
  c ^= shifted;
  d = rotl<i32>(d, 11);
  store<i32>(STATE, a);
  store<i32>(STATE, b, 4);
  store<i32>(STATE, c, 8);
  store<i32>(STATE, d, 12);
  return word;
}

/** A number strictly between 0 and 1 from the next two words, as `uniformFromWords` in src/random/uniform-bits.ts. */
export function nextUniform(): f64 {
  const high = nextWord();
  return uniformOf(high, nextWord());
}

/** The same from two words. */
export function uniformOf(high: i32, low: i32): f64 {
  const bits = ((<i64>((<u32>high) >> 5)) << 26) | (<i64>((<u32>low) >> 6));
  return (bits == 0 ? 0.5 : <f64>bits) * (1.0 / 9007199254740992);
}
