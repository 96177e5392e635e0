import { describe, expect, it } from 'vitest';
import { cumulative, density, mean, quantile, survival, variance } from '../../../src/distributions/families.js';
import type { Law } from '../../../src/distributions/law.js';
import oracle from './laws.json' with { type: 'json' };

/** Relative; both programs are within a few 1e-13, and inverting a flat curve costs another digit. */
const TOLERANCE = 1e-11;

function expectClose(actual: number, expected: number | null, label: string): void {
  if (expected === null) expect(actual, label).toBe(Infinity);
  else expect(Math.abs(actual - expected), label).toBeLessThanOrEqual(TOLERANCE * Math.abs(expected));
}

describe('against SciPy', () => {
  it('covers every kind of law but the fixed one', () => {
    expect(new Set(oracle.map(({ law }) => law.kind)).size).toBe(10);
  });

  for (const { law: plain, points, ...moments } of oracle) {
    const law = plain as Law;

    describe(JSON.stringify(law), () => {
      it('has its mean and variance', () => {
        expectClose(mean(law), moments.mean, 'mean');
        expectClose(variance(law), moments.variance, 'variance');
      });

      it('has its quantiles, from 1e-12 to 1 − 1e-12', () => {
        for (const point of points) expectClose(quantile(law, point.p), point.quantile, `quantile at ${String(point.p)}`);
      });

      it('has its density, cumulative probability and survival', () => {
        for (const point of points) {
          const label = `at ${String(point.quantile)}`;
          expectClose(density(law, point.quantile), point.density, `density ${label}`);
          expectClose(cumulative(law, point.quantile), point.cumulative, `cumulative ${label}`);
          expectClose(survival(law, point.quantile), point.survival, `survival ${label}`);
        }
      });
    });
  }
});
