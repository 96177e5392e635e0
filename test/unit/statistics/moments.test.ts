import { describe, expect, it } from 'vitest';
import { moments } from '../../../src/statistics/moments.js';

describe('moments', () => {
  it('divides squared deviations by n − 1', () => {
    const { mean, standardDeviation, standardError } = moments(Float64Array.of(2, 4, 4, 4, 5, 5, 7, 9));
    expect(mean).toBe(5);
    expect(standardDeviation).toBeCloseTo(Math.sqrt(32 / 7), 15);
    expect(standardError).toBeCloseTo(Math.sqrt(32 / 56), 15);
  });

  it('sums without losing small values between large ones', () => {
    expect(moments(Float64Array.of(1e16, 1, 1, 1, 1, -1e16)).mean).toBe(4 / 6);
  });

  it('has no deviation for one value and nothing for none', () => {
    expect(moments(Float64Array.of(3))).toEqual({ mean: 3, standardDeviation: null, standardError: null });
    expect(moments(new Float64Array())).toEqual({ mean: null, standardDeviation: null, standardError: null });
  });
});
