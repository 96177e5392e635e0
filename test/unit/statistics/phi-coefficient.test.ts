import { describe, expect, it } from 'vitest';
import { phiCoefficient } from '../../../src/statistics/phi-coefficient.js';

describe('phiCoefficient', () => {
  it('is exactly 1 for properties that always come together, and exactly -1 for those that never do', () => {
    for (const [one, other] of [
      [7, 3],
      [94_999, 5_001],
      [1, 99_999_999],
    ]) {
      expect(phiCoefficient({ both: one, onlyFirst: 0, onlySecond: 0, neither: other })).toBe(1);
      expect(phiCoefficient({ both: 0, onlyFirst: one, onlySecond: other, neither: 0 })).toBe(-1);
    }
  });

  it('is 0 for properties that have nothing to do with each other', () => {
    expect(phiCoefficient({ both: 6, onlyFirst: 14, onlySecond: 24, neither: 56 })).toBe(0);
  });

  it('is the correlation of the two columns of zeros and ones', () => {
    // Means 0.5 and 0.6, mean product 0.4: (0.4 - 0.3) / sqrt(0.25 * 0.24).
    expect(phiCoefficient({ both: 4, onlyFirst: 1, onlySecond: 2, neither: 3 })).toBeCloseTo(0.1 / Math.sqrt(0.06), 14);
  });

  it('refuses a property that all have, or none', () => {
    const message = 'phiCoefficient: each property must be had by some and not by others';
    for (const neither of [0, 5]) {
      const counts = { both: 5 - neither, onlyFirst: 0, onlySecond: 3, neither };
      expect(() => phiCoefficient(counts)).toThrow(new RangeError(message));
    }
  });
});
