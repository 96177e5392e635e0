import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { expectedVariance, normalPosterior, normalPrior } from '../../../src/statistics/normal-posterior.js';

interface Row {
  readonly mean: number;
  readonly variance: number;
  readonly weight: number;
  readonly known: readonly number[];
  readonly censored: readonly number[];
  readonly posteriorMean: number;
  readonly varianceOfMean: number;
  readonly expectedVariance: number;
}

const ROWS = JSON.parse(readFileSync(new URL('normal-posterior.json', import.meta.url), 'utf8')) as readonly Row[];

describe('the posterior of a normal law', () => {
  it.each(ROWS)('has the moments that scipy integrates, with $censored.length censored values', (row) => {
    const posterior = normalPosterior(normalPrior(row), row);
    expect(Math.abs(posterior.mu - row.posteriorMean)).toBeLessThan(1e-4);
    expect(expectedVariance(posterior) / row.expectedVariance).toBeCloseTo(1, 3);
    expect(expectedVariance(posterior) / posterior.kappa / row.varianceOfMean).toBeCloseTo(1, 3);
  });
});
