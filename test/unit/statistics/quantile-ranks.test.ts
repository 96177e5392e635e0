import { describe, expect, it } from 'vitest';
import { binomialWeights } from '../../../src/statistics/binomial-weights.js';
import { quantileRanks } from '../../../src/statistics/quantile-ranks.js';

describe('quantileRanks', () => {
  it('encloses the median of ten values between the second and the ninth, which cover 97.9 %', () => {
    expect(quantileRanks({ count: 10, probability: 0.5, confidence: 0.95 })).toEqual({ low: 2, high: 9 });
  });

  it('needs 6 values for the median, 72 for P95 and 3688 for P99.9 at 95 %', () => {
    const isSupported = (count: number, probability: number) =>
      quantileRanks({ count, probability, confidence: 0.95 }) !== undefined;
    expect([5, 6].map((count) => isSupported(count, 0.5))).toEqual([false, true]);
    expect([71, 72].map((count) => isSupported(count, 0.95))).toEqual([false, true]);
    expect([3687, 3688].map((count) => isSupported(count, 0.999))).toEqual([false, true]);
  });

  it('has mirrored ranks for mirrored quantiles', () => {
    const upper = quantileRanks({ count: 500, probability: 0.9, confidence: 0.95 });
    const lower = quantileRanks({ count: 500, probability: 0.1, confidence: 0.95 });
    expect(lower).toEqual({ low: 501 - (upper?.high ?? 0), high: 501 - (upper?.low ?? 0) });
  });

  it('refuses a confidence of 0 or 1 and a count or probability outside its domain', () => {
    const good = { count: 10, probability: 0.5, confidence: 0.95 };
    expect(() => quantileRanks({ ...good, confidence: 1 })).toThrow(
      new RangeError('quantileRanks: confidence must be strictly between 0 and 1, is 1'),
    );
    expect(() => quantileRanks({ ...good, confidence: 0 })).toThrow(RangeError);
    expect(() => quantileRanks({ ...good, count: 0 })).toThrow(RangeError);
    expect(() => quantileRanks({ ...good, probability: 1 })).toThrow(RangeError);
  });
});

describe('binomialWeights', () => {
  it('gives every probability of a small law', () => {
    const { first, weights } = binomialWeights({ trials: 4, probability: 0.5 });
    expect(first).toBe(0);
    expect(weights).toEqual([1 / 16, 4 / 16, 6 / 16, 4 / 16, 1 / 16]);
  });

  it('stays around the mode of a large law', () => {
    const { first, weights } = binomialWeights({ trials: 10_000_000, probability: 0.5 });
    expect(weights.length).toBeLessThan(38_000);
    expect(first + weights.length / 2).toBeCloseTo(5_000_000, -1);
    // Stirling: the largest weight is sqrt(2 / (pi n)) to within 1 / (4 n).
    expect(Math.max(...weights) / Math.sqrt(2 / (Math.PI * 1e7))).toBeCloseTo(1, 7);
  });

  it('refuses trials that are no positive integer and a probability of 0 or 1', () => {
    expect(() => binomialWeights({ trials: 1.5, probability: 0.5 })).toThrow(
      new RangeError('binomialWeights: trials must be a positive integer, is 1.5'),
    );
    expect(() => binomialWeights({ trials: 5, probability: 0 })).toThrow(RangeError);
  });
});
