import { PAIRS } from './memory';

const PARITY: i32 = 0x1bd11bda;

/** Every word of the vector turned left. */
function turn(words: v128, bits: i32): v128 {
  return v128.or(i32x4.shl(words, bits), i32x4.shr_u(words, 32 - bits));
}

/**
 * Scrambles the first `count` pairs of words, four at a time, as `threefry` in src/random/threefry.ts; up to three more
 * behind them become rubbish.
 */
export function scramble(key0: i32, key1: i32, count: i32): void {
  const key2 = PARITY ^ key0 ^ key1;
  const k0 = i32x4.splat(key0);
  const k1 = i32x4.splat(key1);
  const k2 = i32x4.splat(key2);
  const k2And1 = i32x4.splat(key2 + 1);
  const k0And2 = i32x4.splat(key0 + 2);
  const k1And3 = i32x4.splat(key1 + 3);
  const end = PAIRS + ((<usize>count) << 3);
  for (let at = PAIRS; at < end; at += 32) {
    const one = v128.load(at);
    const other = v128.load(at, 16);
    let x = i32x4.add(i32x4.shuffle(one, other, 0, 2, 4, 6), k0);
    let y = i32x4.add(i32x4.shuffle(one, other, 1, 3, 5, 7), k1);

    x = i32x4.add(x, y);
    y = v128.xor(turn(y, 13), x);
    x = i32x4.add(x, y);
    y = v128.xor(turn(y, 15), x);
    x = i32x4.add(x, y);
    y = v128.xor(turn(y, 26), x);
    x = i32x4.add(x, y);
    y = v128.xor(turn(y, 6), x);
    x = i32x4.add(x, k1);
    y = i32x4.add(y, k2And1);

    x = i32x4.add(x, y);
    y = v128.xor(turn(y, 17), x);
    x = i32x4.add(x, y);
    y = v128.xor(turn(y, 29), x);
    x = i32x4.add(x, y);
    y = v128.xor(turn(y, 16), x);
    x = i32x4.add(x, y);
    y = v128.xor(turn(y, 24), x);
    x = i32x4.add(x, k2);
    y = i32x4.add(y, k0And2);

    x = i32x4.add(x, y);
    y = v128.xor(turn(y, 13), x);
    x = i32x4.add(x, y);
    y = v128.xor(turn(y, 15), x);
    x = i32x4.add(x, y);
    y = v128.xor(turn(y, 26), x);
    x = i32x4.add(x, y);
    y = v128.xor(turn(y, 6), x);
    x = i32x4.add(x, k0);
    y = i32x4.add(y, k1And3);

    x = i32x4.add(x, y);
    y = v128.xor(turn(y, 17), x);
    v128.store(at, i32x4.shuffle(x, y, 0, 4, 1, 5));
    v128.store(at, i32x4.shuffle(x, y, 2, 6, 3, 7), 16);
  }
}
