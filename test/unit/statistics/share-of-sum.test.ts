import { describe, expect, test } from 'vitest';
import { shareOfSum } from '../../../src/statistics/share-of-sum.js';

describe('A share of a sum', () => {
  test('is known without error where every part is the same share of its whole', () => {
    const wholes = Float64Array.of(4, 8, 20, 2);
    const found = shareOfSum(
      wholes.map((whole) => whole / 4),
      wholes,
      0.95,
    );
    expect(found.share).toBe(0.25);
    expect(found.low).toBeCloseTo(0.25, 7);
    expect(found.high).toBeCloseTo(0.25, 7);
  });

  test('has the normal interval of a mean where all wholes are one', () => {
    // Four of sixteen: mean 1/4, variance (4 × 9/16 + 12 × 1/16) / 15 = 1/5, error √(1/80), 1.959964 of it 0.2191306.
    const parts = Float64Array.from({ length: 16 }, (_, i) => (i < 4 ? 1 : 0));
    const found = shareOfSum(parts, new Float64Array(16).fill(1), 0.95);
    expect(found.share).toBe(0.25);
    expect(found.low).toBeCloseTo(0.25 - 0.2191306, 6);
    expect(found.high).toBeCloseTo(0.25 + 0.2191306, 6);
  });

  test('is anything from nothing to all where there are too few to tell, or nothing to share', () => {
    expect(shareOfSum(Float64Array.of(1), Float64Array.of(4), 0.95)).toEqual({ share: 0.25, low: 0, high: 1 });
    expect(shareOfSum(new Float64Array(3), new Float64Array(3), 0.95)).toEqual({ share: 0, low: 0, high: 1 });
  });

  test('needs as many parts as wholes', () => {
    expect(() => shareOfSum(Float64Array.of(1), Float64Array.of(4, 5), 0.95)).toThrow(RangeError);
  });
});
