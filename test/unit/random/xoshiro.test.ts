import { describe, expect, it } from 'vitest';
import { xoshiro } from '../../../src/random/xoshiro.js';

describe('xoshiro', () => {
  /** From the tests of `rand_xoshiro`, which took them from the authors' reference code: xoshiro128++. */
  it('gives the known answers of its authors', () => {
    const out = new Int32Array(10);
    xoshiro(Int32Array.of(1, 2, 3, 4), out);
    expect([...out].map((word) => word >>> 0)).toEqual([
      641, 1573767, 3222811527, 3517856514, 836907274, 4247214768, 3867114732, 1355841295, 495546011, 621204420,
    ]);
  });

  it('goes on where it left off, however many words are asked for at a time', () => {
    const whole = new Int32Array(7);
    xoshiro(Int32Array.of(5, 6, 7, 8), whole);
    const state = Int32Array.of(5, 6, 7, 8);
    const parts = [3, 4].map((count) => {
      const part = new Int32Array(count);
      xoshiro(state, part);
      return [...part];
    });
    expect(parts.flat()).toEqual([...whole]);
  });
});
