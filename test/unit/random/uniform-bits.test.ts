import { describe, expect, it } from 'vitest';
import { uniformFromBits, uniformFromWords } from '../../../src/random/uniform-bits.js';

describe('uniformFromWords', () => {
  it('is never 0 and never 1', () => {
    expect(uniformFromWords(0, 0)).toBe(2 ** -54);
    expect(uniformFromWords(-1, -1)).toBe(1 - 2 ** -53);
  });

  it('uses 53 bits', () => {
    expect(uniformFromWords(0, 1 << 6)).toBe(2 ** -53);
    expect(uniformFromWords(1 << 5, 0)).toBe(2 ** -27);
    expect(uniformFromWords(1 << 31, 0)).toBe(0.5);
  });

  it('takes the more significant word first', () => {
    const words = [1 << 31, 1 << 6];
    expect(uniformFromBits(() => words.shift() ?? NaN)).toBe(0.5 + 2 ** -53);
  });
});
