import { describe, expect, it } from 'vitest';
import { quantile } from '../../../src/statistics/quantile.js';

const of = (...values: number[]) => Float64Array.from(values);

describe('quantile', () => {
  it('uses the R-7 method', () => {
    expect(quantile(of(1, 2, 4, 8), 0.25)).toBe(1.75);
    expect(quantile(of(1, 2, 4, 8), 0.5)).toBe(3);
    expect(quantile(of(1, 2, 4, 8), 0.75)).toBe(5);
  });

  it('ends at the smallest and the largest value', () => {
    expect(quantile(of(3, 5, 9), 0)).toBe(3);
    expect(quantile(of(3, 5, 9), 1)).toBe(9);
  });

  it('of one value is that value', () => {
    expect(quantile(of(7), 0.999)).toBe(7);
  });

  it('is infinite as soon as it leans on an infinite value, and never NaN', () => {
    const values = of(1, 2, Infinity, Infinity);
    expect(quantile(values, 1 / 3)).toBe(2);
    expect(quantile(values, 0.34)).toBe(Infinity);
    expect(quantile(values, 0.9)).toBe(Infinity);
  });

  it('is minus infinity as soon as it leans on it, also up to plus infinity', () => {
    const values = of(-Infinity, 1, 2, 4);
    expect(quantile(values, 0.3)).toBe(-Infinity);
    expect(quantile(values, 1 / 3)).toBe(1);
    expect(quantile(of(-Infinity, Infinity), 0.5)).toBe(-Infinity);
  });

  it('refuses an empty sample and a probability outside 0 to 1', () => {
    expect(() => quantile(of(), 0.5)).toThrow(new RangeError('quantile: needs at least one value'));
    expect(() => quantile(of(1), 1.01)).toThrow(new RangeError('quantile: probability must be from 0 to 1, is 1.01'));
    expect(() => quantile(of(1), NaN)).toThrow(RangeError);
  });
});
