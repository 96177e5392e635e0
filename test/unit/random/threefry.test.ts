import { describe, expect, it } from 'vitest';
import { threefry } from '../../../src/random/threefry.js';

const words = (...[key0, key1, counter0, counter1]: [number, number, number, number]): string => {
  const out = new Int32Array(2);
  threefry(key0, key1, counter0, counter1, out);
  return [...out].map((word) => (word >>> 0).toString(16).padStart(8, '0')).join(' ');
};

describe('threefry', () => {
  /** From `kat_vectors` of Random123, the authors' own library: threefry2x32, 20 rounds. */
  it('gives the known answers of its authors', () => {
    expect(words(0, 0, 0, 0)).toBe('6b200159 99ba4efe');
    expect(words(0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff)).toBe('1cb996fc bb002be7');
    expect(words(0x13198a2e, 0x03707344, 0x243f6a88, 0x85a308d3)).toBe('c4923a9c 483df7a0');
  });

  it('takes signed and unsigned words alike', () => {
    expect(words(-1, -1, -1, -1)).toBe('1cb996fc bb002be7');
  });

  it('changes about half of the output bits for one bit of input', () => {
    const out = new Int32Array(2);
    const base = new Int32Array(2);
    let changed = 0;
    for (let trial = 0; trial < 1000; trial++) {
      threefry(1, 2, trial, 3, base);
      for (let bit = 0; bit < 32; bit++) {
        threefry(1, 2, trial ^ (1 << bit), 3, out);
        for (let rest = out[0] ^ base[0]; rest !== 0; rest &= rest - 1) changed++;
      }
    }
    // 1,024,000 fair coins have a standard deviation of 506; five of them are exceeded with probability 6e-7.
    expect(Math.abs(changed - 512_000)).toBeLessThan(5 * 506);
  });
});
