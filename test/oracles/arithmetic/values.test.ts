import { describe, expect, it } from 'vitest';
import { exp } from '../../../src/arithmetic/exp.js';
import { expm1 } from '../../../src/arithmetic/expm1.js';
import { log } from '../../../src/arithmetic/log.js';
import { log1p } from '../../../src/arithmetic/log1p.js';
import { logGamma } from '../../../src/arithmetic/log-gamma.js';
import { normalCumulative } from '../../../src/arithmetic/normal-cumulative.js';
import { normalQuantile } from '../../../src/arithmetic/normal-quantile.js';
import { readOracleTable } from '../../support/oracle-table.js';

const rows = readOracleTable(new URL('values.csv', import.meta.url));

/** Reading the 20 digits of the file as a double is itself wrong by up to this much. */
const READING = 2 ** -53;

/** The promise of each docstring. */
const cases = [
  { name: 'exp', evaluate: exp, bound: 3e-16 },
  { name: 'log', evaluate: log, bound: 3e-16 },
  { name: 'log1p', evaluate: log1p, bound: 5e-16 },
  { name: 'expm1', evaluate: expm1, bound: 6e-16 },
  { name: 'normalCumulative', evaluate: normalCumulative, bound: 2e-15 },
  { name: 'normalQuantile', evaluate: normalQuantile, bound: 1e-15 },
];

describe('against 50-digit arithmetic', () => {
  for (const { name, evaluate, bound } of cases) {
    it(`${name} is within ${String(bound)} of the true value`, () => {
      const asked = rows.filter((row) => row['function'] === name);
      expect(asked.length).toBeGreaterThan(50);
      for (const { argument, value } of asked) {
        const expected = Number(value);
        const error = Math.abs(evaluate(Number(argument)) - expected);
        expect(error, `${name}(${argument})`).toBeLessThanOrEqual((bound + READING) * Math.abs(expected));
      }
    });
  }

  it('logGamma is within 4e-15, or 1e-15 relative', () => {
    const asked = rows.filter((row) => row['function'] === 'logGamma');
    expect(asked.length).toBeGreaterThan(30);
    for (const { argument, value } of asked) {
      const error = Math.abs(logGamma(Number(argument)) - Number(value));
      expect(error, `logGamma(${argument})`).toBeLessThanOrEqual(Math.max(4e-15, 1e-15 * Math.abs(Number(value))));
    }
  });
});
