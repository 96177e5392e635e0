import { describe, expect, it } from 'vitest';
import { ratioInterval } from '../../../src/statistics/ratio-interval.js';

const EVIDENCE = {
  numerator: 12,
  denominator: 4,
  numeratorVariance: 1,
  denominatorVariance: 0.25,
  covariance: 0.2,
  z: 1.96,
};

describe('ratioInterval', () => {
  it('ends at the ratios whose contradiction is just as large as the level allows', () => {
    const { low, high } = ratioInterval(EVIDENCE) ?? { low: NaN, high: NaN };
    for (const ratio of [low, high]) {
      const contradiction = (12 - ratio * 4) ** 2;
      const variance = 1 - 2 * ratio * 0.2 + ratio * ratio * 0.25;
      expect(contradiction).toBeCloseTo(1.96 ** 2 * variance, 9);
    }
    expect(low).toBeLessThan(3);
    expect(high).toBeGreaterThan(3);
  });

  it('of a numerator without an error is that numerator over the interval of the denominator', () => {
    const interval = ratioInterval({ ...EVIDENCE, numeratorVariance: 0, covariance: 0 });
    expect(interval?.low).toBeCloseTo(12 / (4 + 1.96 * 0.5), 12);
    expect(interval?.high).toBeCloseTo(12 / (4 - 1.96 * 0.5), 12);
  });

  it('of a numerator that moves as its denominator does has no length', () => {
    const both = { numerator: 12, denominator: 4, numeratorVariance: 9, denominatorVariance: 1, covariance: 3 };
    expect(ratioInterval({ ...both, z: 1.96 })).toEqual({ low: 3, high: 3 });
    // What rounding adds to the covariance is taken off again.
    expect(ratioInterval({ ...both, covariance: 3 + 1e-12, z: 1.96 })).toEqual({ low: 3, high: 3 });
  });

  it('does not exist where the denominator may be 0', () => {
    expect(ratioInterval({ ...EVIDENCE, denominator: 0.9 })).toBeUndefined();
    expect(ratioInterval({ ...EVIDENCE, denominator: 0, denominatorVariance: 0 })).toBeUndefined();
  });

  it('is the same to the last bit when both change their sign', () => {
    expect(ratioInterval({ ...EVIDENCE, numerator: -12, denominator: -4 })).toEqual(ratioInterval(EVIDENCE));
  });

  it('refuses a negative variance and a level without a reach', () => {
    expect(() => ratioInterval({ ...EVIDENCE, numeratorVariance: -1 })).toThrow(
      new RangeError('ratioInterval: variances must be at least 0, are -1 and 0.25'),
    );
    expect(() => ratioInterval({ ...EVIDENCE, z: 0 })).toThrow(
      new RangeError('ratioInterval: z must be above 0, is 0'),
    );
  });
});
