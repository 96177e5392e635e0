import { describe, expect, it } from 'vitest';
import { normalCumulative } from '../../src/arithmetic/normal-cumulative.js';
import { normalQuantile } from '../../src/arithmetic/normal-quantile.js';
import { stream } from '../../src/random/stream.js';
import { leastSquares } from '../../src/statistics/least-squares.js';
import { varianceExplained, verdictGain } from '../../src/statistics/partial-information.js';

/** y = Σ slope · x, of independent standard normals: all that is asked is known in closed form. */
const SLOPES = [3, 2, 1, 0];
const TOTAL = 14;
const CASES = 4000;

function linearGaussian(seed: number): { readonly inputs: readonly Float64Array[]; readonly results: Float64Array } {
  const chance = stream(seed, 'linear-gaussian', 0);
  const inputs = SLOPES.map(() => Float64Array.from({ length: CASES }, () => chance.normal()));
  const results = Float64Array.from({ length: CASES }, (_, i) =>
    SLOPES.reduce((sum, slope, input) => sum + slope * inputs[input][i], 0),
  );
  return { inputs, results };
}

const powers = (values: Float64Array): readonly Float64Array[] =>
  [1, 2, 3].map((power) => values.map((x) => x ** power));

/** min(p, 1 − p) on average once x is known, by the midpoint rule over its quantiles. */
function wrongAfter(slope: number, threshold: number): number {
  const points = 20_000;
  const rest = Math.sqrt(TOTAL - slope * slope);
  let sum = 0;
  for (let i = 0; i < points; i++) {
    const p = normalCumulative((threshold - slope * normalQuantile((i + 0.5) / points)) / rest);
    sum += Math.min(p, 1 - p);
  }
  return sum / points;
}

describe('What is learned from knowing one of several normal values', () => {
  const { inputs, results } = linearGaussian(11);

  it.each(SLOPES.map((slope, input) => ({ slope, input })))(
    'is its share of the variance, slope $slope, within 6 standard errors of R²',
    ({ slope, input }) => {
      const exact = (slope * slope) / TOTAL;
      const { value, low, high } = varianceExplained({ columns: powers(inputs[input]), results }, 0.95);
      // False alarm below 1e-8; about 3/n by chance where there is nothing.
      const error = (2 * Math.sqrt(exact) * (1 - exact)) / Math.sqrt(CASES);
      expect(Math.abs(value - exact)).toBeLessThan(6 * error + 0.004);
      expect(low).toBeLessThanOrEqual(value);
      expect(high - low).toBeLessThan(0.1);
      if (slope === 0) expect(low).toBe(0);
      else expect(low).toBeGreaterThan(0);
    },
  );

  it.each([0, 1, -3])('and is the fall of a wrong verdict about the threshold %d', (threshold) => {
    const p = normalCumulative(threshold / Math.sqrt(TOTAL));
    for (const [input, slope] of SLOPES.entries()) {
      const exact = Math.min(p, 1 - p) - wrongAfter(slope, threshold);
      const { value, low, high } = verdictGain({ columns: powers(inputs[input]), results, threshold }, 0.95);
      // Six standard errors by the jackknife, of which 20 groups know little: as many again.
      expect(Math.abs(value - exact)).toBeLessThan(((high - low) / 3.92) * 12 + 0.004);
      expect(Math.abs(value - exact)).toBeLessThan(0.025);
    }
  });

  it('has intervals that hold the truth about as often as they say', () => {
    let held = 0;
    for (let seed = 0; seed < 60; seed++) {
      const { inputs: some, results: found } = linearGaussian(100 + seed);
      const few = 500;
      const { low, high } = varianceExplained(
        { columns: powers(some[1].subarray(0, few)), results: found.subarray(0, few) },
        0.95,
      );
      if (low <= 4 / 14 && 4 / 14 <= high) held++;
    }
    // Binomial (60, 0.95): fewer than 45 once in a million.
    expect(held).toBeGreaterThanOrEqual(45);
  });

  it('is not told too large where there is nothing to tell', () => {
    const gains = Array.from({ length: 20 }, (_, seed) => {
      const { inputs: some, results: found } = linearGaussian(500 + seed);
      const few = 300;
      const columns = powers(some[3].subarray(0, few));
      return verdictGain({ columns, results: found.subarray(0, few), threshold: 0 }, 0.95).value;
    });
    // By chance three columns of 300 explain 1 %, which a plain regression would tell as a gain of 4 %.
    expect(gains.reduce((sum, value) => sum + value, 0) / gains.length).toBeLessThan(0.02);
  });
});

describe('Least squares', () => {
  it('is the line that one works out by hand', () => {
    // Of (0,1), (1,3), (2,2), (3,5), (4,4): slope 8/10, intercept 3 − 1.6; of 10 squares 3.6 are left.
    const fit = leastSquares([Float64Array.of(0, 1, 2, 3, 4)], Float64Array.of(1, 3, 2, 5, 4));
    expect(fit.coefficients[0]).toBeCloseTo(0.8, 12);
    expect(fit.intercept).toBeCloseTo(1.4, 12);
    expect(fit.explained).toBeCloseTo(0.64, 12);
    expect(fit.adjusted).toBeCloseTo(1 - (0.36 * 4) / 3, 12);
    expect([...fit.fitted].map((value) => Number(value.toFixed(9)))).toEqual([1.4, 2.2, 3, 3.8, 4.6]);
  });

  it('finds a plane, and leaves out what adds nothing', () => {
    const [one, two] = [Float64Array.of(1, 2, 3, 4, 5, 6, 7), Float64Array.of(2, 1, 4, 3, 6, 9, 0)];
    const both = one.map((x, i) => x + 2 * two[i]);
    const fit = leastSquares(
      [one, two, both, one.map(() => 7)],
      one.map((x, i) => 5 + 3 * x - 2 * two[i]),
    );
    expect(fit.rank).toBe(2);
    expect(fit.coefficients.map((value) => Number(value.toFixed(9)))).toEqual([3, -2, 0, 0]);
    expect(fit.intercept).toBeCloseTo(5, 9);
    expect(fit.explained).toBeCloseTo(1, 12);
    expect(() => leastSquares([one, two], Float64Array.of(1, 2, 3, 4))).toThrow(RangeError);
  });
});
