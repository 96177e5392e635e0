import { describe, expect, it } from 'vitest';
import { empiricalDistribution } from '../../../src/statistics/empirical-distribution.js';
import { histogram } from '../../../src/statistics/histogram.js';

describe('empiricalDistribution', () => {
  it('is the share of values at or below each place, the first included', () => {
    const points = empiricalDistribution(histogram(Float64Array.of(4, 1, 2, 2, 9), [1, 2, 5]));
    expect(points).toEqual([
      { value: 1, share: 0.2 },
      { value: 2, share: 0.6 },
      { value: 5, share: 0.8 },
    ]);
  });

  it('counts NaN as above every place', () => {
    expect(empiricalDistribution(histogram(Float64Array.of(1, NaN), [0, 100])).at(-1)).toEqual({
      value: 100,
      share: 0.5,
    });
  });

  it('refuses an empty sample', () => {
    expect(() => empiricalDistribution(histogram(new Float64Array(), [0, 1]))).toThrow(
      new RangeError('empiricalDistribution: needs at least one value'),
    );
  });
});
