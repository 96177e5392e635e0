import { describe, expect, it } from 'vitest';
import { clamped } from '../../../src/distributions/clamped.js';
import { empirical } from '../../../src/distributions/empirical.js';
import { exponential } from '../../../src/distributions/exponential.js';
import { mean, quantile, variance } from '../../../src/distributions/families.js';
import { fixed } from '../../../src/distributions/fixed.js';
import { gamma, gammaFromMean } from '../../../src/distributions/gamma.js';
import { lognormal, lognormalFromMean, lognormalFromQuantiles } from '../../../src/distributions/lognormal.js';
import { mixture } from '../../../src/distributions/mixture.js';
import { pert } from '../../../src/distributions/pert.js';
import { triangular } from '../../../src/distributions/triangular.js';
import { uniform } from '../../../src/distributions/uniform.js';
import { weibull, weibullFromQuantiles } from '../../../src/distributions/weibull.js';

const low = { p: 0.05, value: 1800 };
const high = { p: 0.95, value: 7200 };

describe('a law made from what people know', () => {
  it('is lognormal through a median', () => {
    expect(quantile(lognormal({ p50: 2700, sigma: 0.7 }), 0.5)).toBeCloseTo(2700, 9);
  });

  it('is lognormal through two quantiles', () => {
    const law = lognormalFromQuantiles({ low, high });
    expect(quantile(law, 0.05)).toBeCloseTo(1800, 9);
    expect(quantile(law, 0.95)).toBeCloseTo(7200, 9);
    expect(quantile(law, 0.5)).toBeCloseTo(3600, 9);
  });

  it('is lognormal with a mean and a standard deviation', () => {
    const law = lognormalFromMean({ mean: 100, sd: 30 });
    expect(mean(law)).toBeCloseTo(100, 10);
    expect(Math.sqrt(variance(law))).toBeCloseTo(30, 10);
  });

  it('is gamma with a mean and a standard deviation', () => {
    const law = gammaFromMean({ mean: 100, sd: 30 });
    expect(mean(law)).toBeCloseTo(100, 10);
    expect(Math.sqrt(variance(law))).toBeCloseTo(30, 10);
  });

  it('is Weibull through two quantiles', () => {
    const law = weibullFromQuantiles({ low, high });
    expect(quantile(law, 0.05)).toBeCloseTo(1800, 9);
    expect(quantile(law, 0.95)).toBeCloseTo(7200, 9);
  });

  it('has its observed values sorted, and leaves the given ones alone', () => {
    const given = [30, 10, 20];
    expect(empirical(given).values).toEqual([10, 20, 30]);
    expect(given).toEqual([30, 10, 20]);
  });

  it('has its weights summing to 1', () => {
    const parts = mixture([
      { weight: 3, law: fixed(1) },
      { weight: 1, law: fixed(2) },
    ]).parts;
    expect(parts.map(({ weight }) => weight)).toEqual([0.75, 0.25]);
  });

  it('has only the bounds that were given', () => {
    expect(clamped({ law: fixed(1), atMost: 5 })).toEqual({ kind: 'clamped', law: fixed(1), atMost: 5 });
    expect(Object.keys(clamped({ law: fixed(1), atLeast: 0 }))).toEqual(['kind', 'law', 'atLeast']);
  });
});

describe('a law that cannot be', () => {
  const refusals: readonly (readonly [string, () => unknown])[] = [
    ['Fixed: value must be a finite number, is Infinity', () => fixed(Infinity)],
    ['Uniform: min must be a finite number, is NaN', () => uniform({ min: NaN, max: 1 })],
    ['Uniform: max must be a finite number, is Infinity', () => uniform({ min: 0, max: Infinity })],
    ['Uniform: min must be below max, is 2 with max 2', () => uniform({ min: 2, max: 2 })],
    ['Triangular: mode must be from 1 to 3, is 4', () => triangular({ min: 1, mode: 4, max: 3 })],
    ['Triangular: min must be below max, is 3 with max 1', () => triangular({ min: 3, mode: 2, max: 1 })],
    ['Pert: mode must be from 1 to 3, is 0', () => pert({ min: 1, mode: 0, max: 3 })],
    ['Pert: mode must be from 1 to 3, is NaN', () => pert({ min: 1, mode: NaN, max: 3 })],
    ['Exponential: mean must be positive, is 0', () => exponential({ mean: 0 })],
    ['Lognormal: p50 must be positive, is -1', () => lognormal({ p50: -1, sigma: 1 })],
    ['Lognormal: sigma must be positive, is Infinity', () => lognormal({ p50: 1, sigma: Infinity })],
    ['Lognormal: sd must be positive, is 0', () => lognormalFromMean({ mean: 1, sd: 0 })],
    ['Lognormal: p must be between 0 and 1, is 1', () => lognormalFromQuantiles({ low, high: { p: 1, value: 9999 } })],
    ['Lognormal: value must be positive, is 0', () => lognormalFromQuantiles({ low: { p: 0.1, value: 0 }, high })],
    [
      'Lognormal: quantiles must ascend, are 7200 at 0.95 and 1800 at 0.05',
      () => lognormalFromQuantiles({ low: high, high: low }),
    ],
    [
      'Weibull: quantiles must ascend, are 1800 at 0.05 and 1800 at 0.5',
      () => weibullFromQuantiles({ low, high: { p: 0.5, value: 1800 } }),
    ],
    ['Gamma: shape must be positive, is -2', () => gamma({ shape: -2, scale: 1 })],
    ['Gamma: scale must be positive, is NaN', () => gamma({ shape: 2, scale: NaN })],
    ['Gamma: mean must be positive, is 0', () => gammaFromMean({ mean: 0, sd: 1 })],
    ['Weibull: shape must be positive, is -1', () => weibull({ shape: -1, scale: 1 })],
    ['Empirical: at least one value is needed, there is none', () => empirical([])],
    ['Empirical: every value must be a finite number, is NaN', () => empirical([1, NaN])],
    ['Mixture: at least one part is needed, there is none', () => mixture([])],
    ['Mixture: every weight must be positive, is 0', () => mixture([{ weight: 0, law: fixed(1) }])],
    ['Clamped: a bound is needed, there is none', () => clamped({ law: fixed(1) })],
    ['Clamped: at least 3 must not be above at most 2', () => clamped({ law: fixed(1), atLeast: 3, atMost: 2 })],
    ['Clamped: at least NaN must not be above at most 2', () => clamped({ law: fixed(1), atLeast: NaN, atMost: 2 })],
    ['quantile: p must be from 0 to 1, is 1.5', () => quantile(fixed(1), 1.5)],
    ['quantile: p must be from 0 to 1, is NaN', () => quantile(fixed(1), NaN)],
  ];

  for (const [message, make] of refusals) {
    it(`is refused: ${message}`, () => {
      expect(make).toThrow(new RangeError(message));
    });
  }
});
