import { describe, expect, it } from 'vitest';
import { exp, exponentiate } from '../../../src/arithmetic/exp.js';
import { expm1 } from '../../../src/arithmetic/expm1.js';
import { log } from '../../../src/arithmetic/log.js';
import { log1p } from '../../../src/arithmetic/log1p.js';
import { power } from '../../../src/arithmetic/power.js';
import { fingerprint } from '../../support/fingerprint.js';

/** Ten thousand arguments that no library function made. */
const spread = (from: number, to: number): Float64Array =>
  Float64Array.from({ length: 10_000 }, (_, i) => from + ((to - from) * ((i * 6181) % 10_007)) / 10_007);

/** The engine's own functions are wrong by at most one unit in the last place, which is at most 2^-52. */
const ENGINE_ERROR = 2 ** -52;

const relativeError = (actual: number, expected: number): number => Math.abs(actual / expected - 1);

describe('exp', () => {
  it('agrees with the engine over its whole normal range', () => {
    for (const x of spread(-708, 709.7)) expect(relativeError(exp(x), Math.exp(x))).toBeLessThan(3e-16 + ENGINE_ERROR);
  });

  it('rounds subnormal results to within one unit of the smallest number', () => {
    for (const x of spread(-745.1, -708.4)) expect(Math.abs(exp(x) - Math.exp(x))).toBeLessThanOrEqual(5e-324);
  });

  it('overflows to Infinity and underflows to 0 where the true value does', () => {
    expect(exp(709.782712893384)).toBeLessThan(Infinity);
    expect(exp(709.7827128933841)).toBe(Infinity);
    expect(exp(-745.1332191019411)).toBe(5e-324);
    expect(exp(-745.1332191019412)).toBe(0);
    expect(exp(Infinity)).toBe(Infinity);
    expect(exp(-Infinity)).toBe(0);
  });

  it('is exact at 0, and NaN for NaN', () => {
    expect(exp(0)).toBe(1);
    expect(exp(-0)).toBe(1);
    expect(exp(NaN)).toBeNaN();
  });

  it('gives the same bits for many numbers at once, and leaves those beyond the count', () => {
    const numbers = Float64Array.from([...spread(-30, 30), 1e4, -1e4, NaN, 7]);
    const count = numbers.length - 1;
    const expected = Float64Array.from(numbers, (x, i) => (i < count ? exp(2 + 0.5 * x) : x));
    exponentiate(numbers, count, { offset: 2, factor: 0.5 });
    expect(numbers).toEqual(expected);
  });

  it('has these very bits', () => {
    expect(fingerprint(spread(-745, 709).map(exp))).toBe('c2f82ab4');
  });
});

describe('log', () => {
  it('agrees with the engine from the smallest number to the largest', () => {
    for (const exponent of spread(-1074, 1023.9)) {
      const x = 2 ** exponent;
      if (x !== 1) expect(relativeError(log(x), Math.log(x))).toBeLessThan(3e-16 + ENGINE_ERROR);
    }
  });

  it('agrees with the engine on both sides of 1', () => {
    for (const x of spread(0.9, 1.1)) expect(relativeError(log(x), Math.log(x))).toBeLessThan(3e-16 + ENGINE_ERROR);
  });

  it('is exact at 1 and at the ends, and NaN where there is no logarithm', () => {
    expect(log(1)).toBe(0);
    expect(log(0)).toBe(-Infinity);
    expect(log(-0)).toBe(-Infinity);
    expect(log(Infinity)).toBe(Infinity);
    expect(log(-1)).toBeNaN();
    expect(log(-Infinity)).toBeNaN();
    expect(log(NaN)).toBeNaN();
  });

  it('has these very bits', () => {
    expect(fingerprint(spread(1e-9, 4).map(log))).toBe('13d39a23');
  });
});

describe('log1p', () => {
  it('keeps an argument too small to change 1', () => {
    expect(log1p(1e-300)).toBe(1e-300);
    expect(log1p(-1e-20)).toBe(-1e-20);
  });

  it('is −Infinity at −1 and NaN below', () => {
    expect(log1p(-1)).toBe(-Infinity);
    expect(log1p(-1.5)).toBeNaN();
    expect(log1p(Infinity)).toBe(Infinity);
  });
});

describe('expm1', () => {
  it('keeps an argument too small to change 1', () => {
    expect(expm1(1e-300)).toBe(1e-300);
    expect(expm1(-1e-20)).toBe(-1e-20);
  });

  it('ends at −1 and at Infinity, and passes NaN on', () => {
    expect(expm1(-Infinity)).toBe(-1);
    expect(expm1(-800)).toBe(-1);
    expect(expm1(800)).toBe(Infinity);
    expect(expm1(NaN)).toBeNaN();
  });
});

describe('power', () => {
  it('is within its bound of the engine', () => {
    for (const exponent of spread(-20, 20)) {
      const bound = (3 + 2 * Math.abs(exponent * Math.log(7.3))) * 1e-16;
      expect(relativeError(power(7.3, exponent), 7.3 ** exponent)).toBeLessThan(bound + ENGINE_ERROR);
    }
  });

  it('knows 0 as a base and as an exponent', () => {
    expect(power(0, 2.5)).toBe(0);
    expect(power(0, -2.5)).toBe(Infinity);
    expect(power(0, 0)).toBe(1);
    expect(power(Infinity, 0)).toBe(1);
    expect(power(Infinity, -1)).toBe(0);
    expect(power(-1, 2)).toBeNaN();
  });
});
