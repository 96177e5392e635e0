import { describe, expect, it } from 'vitest';
import { wilsonInterval } from '../../../src/statistics/wilson-interval.js';

const confidence = 0.95;

describe('wilsonInterval', () => {
  it('of 0 in 100 still leaves room for 3.7 %', () => {
    const { low, high } = wilsonInterval({ successes: 0, trials: 100, confidence });
    expect(low).toBe(0);
    // z² / (n + z²), and z² is the chi-squared quantile of 95 % with one degree of freedom.
    const chiSquared = 3.841458820694124;
    expect(high).toBeCloseTo(chiSquared / (100 + chiSquared), 14);
  });

  it('of everything ends at exactly 1', () => {
    expect(wilsonInterval({ successes: 7, trials: 7, confidence }).high).toBe(1);
  });

  it('narrows as trials are added', () => {
    const width = (trials: number) => {
      const { low, high } = wilsonInterval({ successes: trials / 2, trials, confidence });
      return high - low;
    };
    expect(width(1000)).toBeLessThan(width(100) / 3);
  });

  it('refuses successes beyond the trials, no trials, and a confidence of 1', () => {
    expect(() => wilsonInterval({ successes: 3, trials: 2, confidence })).toThrow(
      new RangeError('wilsonInterval: successes must be an integer from 0 to 2, is 3'),
    );
    expect(() => wilsonInterval({ successes: 0, trials: 0, confidence })).toThrow(RangeError);
    expect(() => wilsonInterval({ successes: 1, trials: 2, confidence: 1 })).toThrow(RangeError);
  });
});
