import { describe, expect, it } from 'vitest';
import { threefry } from '../../../src/random/threefry.js';

const words = (...[key0, key1, counter0, counter1]: [number, number, number, number]): string => {
  const pair = Int32Array.of(counter0, counter1);
  threefry(key0, key1, pair, 1);
  return [...pair].map((word) => (word >>> 0).toString(16).padStart(8, '0')).join(' ');
};

describe('threefry', () => {
  /** From `kat_vectors` of Random123, the authors' own library: threefry2x32, 13 rounds. */
  it('gives the known answers of its authors', () => {
    expect(words(0, 0, 0, 0)).toBe('9d1c5ec6 8bd50731');
    expect(words(0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff)).toBe('fd36d048 2d17272c');
    expect(words(0x13198a2e, 0x03707344, 0x243f6a88, 0x85a308d3)).toBe('ba3e4725 f27d669e');
  });

  it('scrambles each pair as if it were alone, and none beyond the count', () => {
    const pairs = Int32Array.of(0, 0, 5, 6, -1, -1, 7, 8);
    threefry(3, 4, pairs, 3);
    const alone = [
      [0, 0],
      [5, 6],
      [-1, -1],
    ].flatMap((pair) => {
      const words = Int32Array.from(pair);
      threefry(3, 4, words, 1);
      return [...words];
    });
    expect([...pairs]).toEqual([...alone, 7, 8]);
  });

  it('takes signed and unsigned words alike', () => {
    expect(words(-1, -1, -1, -1)).toBe('fd36d048 2d17272c');
  });

  it('changes about half of the output bits for one bit of input', () => {
    let changed = 0;
    for (let trial = 0; trial < 1000; trial++) {
      const base = Int32Array.of(trial, 3);
      threefry(1, 2, base, 1);
      for (let bit = 0; bit < 32; bit++) {
        const flipped = Int32Array.of(trial ^ (1 << bit), 3);
        threefry(1, 2, flipped, 1);
        for (let rest = flipped[0] ^ base[0]; rest !== 0; rest &= rest - 1) changed++;
      }
    }
    // 1,024,000 fair coins have a standard deviation of 506; five of them are exceeded with probability 6e-7.
    expect(Math.abs(changed - 512_000)).toBeLessThan(5 * 506);
  });
});
