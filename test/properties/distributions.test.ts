import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clamped } from '../../src/distributions/clamped.js';
import { empirical } from '../../src/distributions/empirical.js';
import { exponential } from '../../src/distributions/exponential.js';
import { cumulative, density, mean, quantile, survival } from '../../src/distributions/families.js';
import { fixed } from '../../src/distributions/fixed.js';
import { gamma } from '../../src/distributions/gamma.js';
import type { Law } from '../../src/distributions/law.js';
import { lognormal } from '../../src/distributions/lognormal.js';
import { mixture } from '../../src/distributions/mixture.js';
import { pert } from '../../src/distributions/pert.js';
import { triangular } from '../../src/distributions/triangular.js';
import { uniform } from '../../src/distributions/uniform.js';
import { weibull } from '../../src/distributions/weibull.js';

const RUNS = { seed: 20_260_105, numRuns: 400 };

const between = (min: number, max: number): fc.Arbitrary<number> => fc.double({ min, max, noNaN: true });
const size = between(0.1, 1e6);
const corners = fc
  .tuple(between(0, 1e5), between(1, 1e5), between(0, 1))
  .map(([min, width, share]) => ({ min, mode: min + share * width, max: min + width }));

const continuous: fc.Arbitrary<Law> = fc.oneof(
  corners.map(uniform),
  corners.map(triangular),
  corners.map(pert),
  size.map((average) => exponential({ mean: average })),
  fc.tuple(size, between(0.05, 2.5)).map(([p50, sigma]) => lognormal({ p50, sigma })),
  fc.tuple(between(0.3, 60), size).map(([shape, scale]) => gamma({ shape, scale })),
  fc.tuple(between(0.3, 10), size).map(([shape, scale]) => weibull({ shape, scale })),
);
const stepped: fc.Arbitrary<Law> = fc.oneof(
  size.map(fixed),
  fc.array(size, { minLength: 1, maxLength: 40 }).map(empirical),
);
const simple = fc.oneof({ weight: 3, arbitrary: continuous }, { weight: 1, arbitrary: stepped });
const compound: fc.Arbitrary<Law> = fc.oneof(
  fc.array(fc.record({ weight: between(0.01, 10), law: simple }), { minLength: 1, maxLength: 4 }).map(mixture),
  fc
    .tuple(simple, size, between(1, 100))
    .map(([law, atLeast, factor]) => clamped({ law, atLeast, atMost: atLeast * factor })),
);
const any = fc.oneof({ weight: 2, arbitrary: simple }, { weight: 1, arbitrary: compound });

/** Even on the logarithmic scale in both tails, down to 1e-12. */
const share = fc
  .tuple(between(-12, -0.31), fc.boolean())
  .map(([exponent, isUpper]) => (isUpper ? 1 - 10 ** exponent : 10 ** exponent));

/** What the rounding of x itself, by up to 8 units in its last place, does to a probability at x. */
const rounding = (law: Law, x: number): number => density(law, x) * Math.abs(x) * 8 * 2 ** -52;

describe('a law', () => {
  it('has quantile and cumulative probability as inverses, in both tails', () => {
    fc.assert(
      fc.property(continuous, share, (law, p) => {
        const x = quantile(law, p);
        expect(Math.abs(cumulative(law, x) - p)).toBeLessThanOrEqual(1e-11 * p + rounding(law, x));
        expect(Math.abs(survival(law, x) - (1 - p))).toBeLessThanOrEqual(1e-11 * (1 - p) + rounding(law, x));
      }),
      RUNS,
    );
  });

  it('reaches the probability at its quantile and not before, steps or no steps', () => {
    fc.assert(
      fc.property(any, share, (law, p) => {
        const x = quantile(law, p);
        const before = x - Math.abs(x) * 1e-9 - 1e-300;
        expect(survival(law, x)).toBeLessThanOrEqual((1 - p) * (1 + 1e-6) + 1e-15);
        expect(cumulative(law, before)).toBeLessThanOrEqual(p * (1 + 1e-9));
      }),
      RUNS,
    );
  });

  it('has quantiles that never fall', () => {
    fc.assert(
      fc.property(any, share, share, (law, p, q) => {
        const [low, high] = [Math.min(p, q), Math.max(p, q)];
        expect(quantile(law, low)).toBeLessThanOrEqual(quantile(law, high) * (1 + 1e-12));
      }),
      RUNS,
    );
  });

  it('has cumulative probability and survival that sum to 1', () => {
    fc.assert(
      fc.property(any, between(0, 2e6), (law, x) => {
        expect(cumulative(law, x) + survival(law, x)).toBeCloseTo(1, 12);
      }),
      RUNS,
    );
  });

  it('has the density as the slope of its cumulative probability', () => {
    fc.assert(
      fc.property(continuous, between(0.02, 0.98), (law, p) => {
        const x = quantile(law, p);
        const step = (quantile(law, p + 0.001) - quantile(law, p - 0.001)) / 200;
        const slope = (cumulative(law, x + step) - cumulative(law, x - step)) / (2 * step);
        expect(Math.abs(slope / density(law, x) - 1)).toBeLessThan(1e-2);
      }),
      RUNS,
    );
  });

  it('has its mean between its bounds when it is clamped', () => {
    fc.assert(
      fc.property(simple, size, between(1, 10), (law, atLeast, factor) => {
        const average = mean(clamped({ law, atLeast, atMost: atLeast * factor }));
        expect(average).toBeGreaterThanOrEqual(atLeast);
        expect(average).toBeLessThanOrEqual(atLeast * factor * (1 + 1e-12));
      }),
      RUNS,
    );
  });
});
