import { describe, expect, it } from 'vitest';
import { clamped } from '../../../src/distributions/clamped.js';
import { empirical } from '../../../src/distributions/empirical.js';
import { exponential } from '../../../src/distributions/exponential.js';
import { cumulative, density, mean, quantile, survival, variance } from '../../../src/distributions/families.js';
import { fixed } from '../../../src/distributions/fixed.js';
import { gamma } from '../../../src/distributions/gamma.js';
import { lognormal } from '../../../src/distributions/lognormal.js';
import { mixture } from '../../../src/distributions/mixture.js';
import { pert } from '../../../src/distributions/pert.js';
import { uniform } from '../../../src/distributions/uniform.js';
import { weibull } from '../../../src/distributions/weibull.js';
import { LAWS } from '../../support/laws.js';

describe('every law', () => {
  for (const [name, law] of Object.entries(LAWS)) {
    it(`${name}: holds nothing outside its ends`, () => {
      const start = quantile(law, 0);
      const end = quantile(law, 1);
      expect(start).toBeLessThanOrEqual(end);
      expect([cumulative(law, start - 1), survival(law, start - 1), density(law, start - 1)]).toEqual([0, 1, 0]);
      if (end < Infinity) {
        expect([cumulative(law, end), survival(law, end)]).toEqual([1, 0]);
        expect([cumulative(law, end + 1), survival(law, end + 1), density(law, end + 1)]).toEqual([1, 0, 0]);
      }
    });
  }
});

describe('a fixed law', () => {
  it('has everything at its value', () => {
    const law = fixed(5);
    expect([density(law, 5), density(law, 4)]).toEqual([Infinity, 0]);
    expect([cumulative(law, 4.999), cumulative(law, 5), survival(law, 4.999), survival(law, 5)]).toEqual([0, 1, 1, 0]);
    expect([quantile(law, 0), quantile(law, 0.3), quantile(law, 1), mean(law), variance(law)]).toEqual([5, 5, 5, 5, 0]);
  });
});

describe('an empirical law', () => {
  const law = empirical([1, 2, 2, 10]);

  it('steps at the observed values', () => {
    expect([0, 1, 1.5, 2, 9, 10].map((x) => cumulative(law, x))).toEqual([0, 0.25, 0.25, 0.75, 0.75, 1]);
    expect([0, 1, 1.5, 2, 9, 10].map((x) => survival(law, x))).toEqual([1, 0.75, 0.75, 0.25, 0.25, 0]);
    expect([density(law, 2), density(law, 3), density(law, 0)]).toEqual([Infinity, 0, 0]);
  });

  it('takes the quantile of a step at its lower end, and never between two values', () => {
    expect([0, 0.25, 0.26, 0.75, 0.76, 1].map((p) => quantile(law, p))).toEqual([1, 1, 2, 2, 10, 10]);
  });

  it('divides its variance by the number of values', () => {
    expect(mean(law)).toBe(3.75);
    expect(variance(law)).toBe(13.1875);
  });

  it('finds every value again from its cumulative probability, however it was rounded', () => {
    for (let count = 1; count <= 200; count++) {
      const steps = empirical(Array.from({ length: count }, (_, i) => i));
      for (let x = 0; x < count; x++) expect(quantile(steps, cumulative(steps, x))).toBe(x);
    }
  });
});

describe('densities where a curve starts', () => {
  it('are infinite, finite or 0 as the shape says', () => {
    expect(density(gamma({ shape: 0.5, scale: 2 }), 0)).toBe(Infinity);
    expect(density(gamma({ shape: 1, scale: 2 }), 0)).toBe(0.5);
    expect(density(gamma({ shape: 2, scale: 2 }), 0)).toBe(0);
    expect(density(weibull({ shape: 0.5, scale: 2 }), 0)).toBe(Infinity);
    expect(density(weibull({ shape: 1, scale: 2 }), 0)).toBe(0.5);
    expect(density(weibull({ shape: 2, scale: 2 }), 0)).toBe(0);
    expect(density(exponential({ mean: 4 }), 0)).toBe(0.25);
    expect(density(pert({ min: 0, mode: 0, max: 1 }), 0)).toBeCloseTo(5, 12);
    expect(density(lognormal({ p50: 1, sigma: 1 }), 0)).toBe(0);
  });
});

describe('a mixture', () => {
  it('with a fixed part has a step there', () => {
    const law = mixture([
      { weight: 0.25, law: fixed(0) },
      { weight: 0.75, law: uniform({ min: 0, max: 3 }) },
    ]);
    expect([0, 0.1, 0.25].map((p) => quantile(law, p))).toEqual([0, 0, 0]);
    expect(quantile(law, 0.625)).toBeCloseTo(1.5, 12);
    expect(cumulative(law, 1)).toBe(0.5);
    expect(mean(law)).toBeCloseTo(1.125, 12);
    expect(variance(law)).toBeCloseTo(0.75 * 3 - 1.125 ** 2, 12);
  });

  it('ends where its last part ends', () => {
    const open = mixture([
      { weight: 1, law: uniform({ min: 1, max: 2 }) },
      { weight: 1, law: exponential({ mean: 1 }) },
    ]);
    expect([quantile(open, 0), quantile(open, 1)]).toEqual([0, Infinity]);
  });
});

describe('a clamped law', () => {
  const inner = uniform({ min: 0, max: 10 });

  it('gathers at its bounds what lay beyond', () => {
    const law = clamped({ law: inner, atLeast: 2, atMost: 6 });
    expect([0.1, 0.2, 0.4, 0.6, 0.9].map((p) => quantile(law, p))).toEqual([2, 2, 4, 6, 6]);
    expect([1.9, 2, 4, 5.5, 6].map((x) => cumulative(law, x))).toEqual([0, 0.2, 0.4, 0.55, 1]);
    expect([1, 2, 4, 6, 7].map((x) => density(law, x))).toEqual([0, Infinity, 0.1, Infinity, 0]);
    expect(mean(law)).toBeCloseTo(2 * 0.2 + 4 * 0.4 + 6 * 0.4, 12);
    expect(variance(law)).toBeCloseTo(4 * 0.2 + 208 / 30 + 36 * 0.4 - 4.4 ** 2, 12);
  });

  it('is a fixed value when its bounds meet or lie outside the law', () => {
    expect(mean(clamped({ law: inner, atLeast: 3, atMost: 3 }))).toBe(3);
    expect(mean(clamped({ law: inner, atMost: -5 }))).toBe(-5);
    expect(mean(clamped({ law: inner, atLeast: 15 }))).toBeCloseTo(15, 12);
    expect(variance(clamped({ law: inner, atLeast: 15 }))).toBeCloseTo(0, 10);
    expect(mean(clamped({ law: inner, atLeast: 15, atMost: 20 }))).toBe(15);
  });

  it('is the law itself when its bounds are out of reach', () => {
    const free = clamped({ law: inner, atLeast: -5, atMost: 50 });
    expect(mean(free)).toBeCloseTo(5, 12);
    expect(variance(free)).toBeCloseTo(100 / 12, 11);
    expect(density(clamped({ law: inner, atLeast: -5 }), -5)).toBe(0);
  });

  it('sees a narrow law in a wide range', () => {
    const narrow = clamped({ law: lognormal({ p50: 1, sigma: 0.01 }), atMost: 1e9 });
    expect(Math.abs(mean(narrow) / Math.exp(0.00005) - 1)).toBeLessThan(1e-11);
  });
});
