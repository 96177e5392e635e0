import { describe, expect, it } from 'vitest';
import { midranks } from '../../../src/statistics/midranks.js';
import { spearman } from '../../../src/statistics/spearman.js';
import { stream } from '../../../src/random/stream.js';

function correlationOf(first: readonly number[], second: readonly number[]) {
  return spearman({ first: midranks(Float64Array.from(first)), second: midranks(Float64Array.from(second)) }, 0.95);
}

describe('spearman', () => {
  it('gives the value of the worked example with ties', () => {
    // Ranks of y: 1, 3, 3, 3, 5, 6, 7, 8, 9, 10. Sum of squared rank differences 2; by hand with the sums of squares
    // 82.5 and 80.5 and the sum of products 80.5: 80.5 / sqrt(82.5 · 80.5).
    const found = correlationOf([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], [1, 2, 2, 2, 3, 4, 5, 6, 7, 8]);
    expect(found?.value).toBeCloseTo(80.5 / Math.sqrt(82.5 * 80.5), 12);
  });

  it('does not see the shape of a rising curve, and turns with its direction', () => {
    const x = Array.from({ length: 20 }, (_, i) => i);
    expect(
      correlationOf(
        x,
        x.map((each) => each ** 5),
      )?.value,
    ).toBe(1);
    expect(
      correlationOf(
        x,
        x.map((each) => -(each ** 5)),
      ),
    ).toEqual({ value: -1, low: -1, high: -1 });
  });

  it('has no value where a column does not vary', () => {
    expect(correlationOf(new Array<number>(12).fill(1), [...new Array(12).keys()])).toBeUndefined();
  });

  it('refuses columns of different length and too few pairs', () => {
    expect(() => correlationOf([1, 2], [1, 2])).toThrow(RangeError);
    expect(() => spearman({ first: new Float64Array(12), second: new Float64Array(13) }, 0.95)).toThrow(RangeError);
  });

  it('its interval holds the true value of a normal pair as often as it says', () => {
    // For a normal pair with correlation r the rank correlation is 6/π · asin(r/2) (Pearson 1907). Of 2000 samples the
    // number of misses is binomial with 5 %; beyond ±4.9 standard deviations and 1 % for the approximation of the
    // interval at n = 100 lies a false alarm of 1e-6.
    const r = 0.6;
    const truth = (6 / Math.PI) * Math.asin(r / 2);
    const source = stream(20, 'spearman', 0);
    const draws = new Float64Array(100 * 2);
    let misses = 0;
    for (let sample = 0; sample < 2000; sample++) {
      for (let i = 0; i < draws.length; i++) draws[i] = source.normal();
      const x = draws.slice(0, 100);
      const y = x.map((each, i) => r * each + Math.sqrt(1 - r * r) * draws[100 + i]);
      const found = spearman({ first: midranks(x), second: midranks(y) }, 0.95);
      if (found === undefined || found.low > truth || found.high < truth) misses++;
    }
    expect(Math.abs(misses / 2000 - 0.05)).toBeLessThan(4.9 * Math.sqrt((0.05 * 0.95) / 2000) + 0.01);
  });
});
