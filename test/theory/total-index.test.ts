import { describe, expect, it } from 'vitest';
import { stream } from '../../src/random/stream.js';
import { totalIndex } from '../../src/statistics/total-index.js';

/** A function of independent uniform numbers whose total indices are published. */
interface KnownFunction {
  readonly inputs: number;
  readonly value: (u: readonly number[]) => number;
  readonly totals: readonly number[];
}

/**
 * Ishigami and Homma (1990), a = 7, b = 0.1: V = a²/8 + bπ⁴/5 + b²π⁸/18 + 1/2, and the total variances are
 * V₁ = (1 + bπ⁴/5)²/2 + 8b²π⁸/225, V₂ = a²/8, V₃ = 8b²π⁸/225. Published as 0.558, 0.442, 0.244.
 */
const ishigami: KnownFunction = {
  inputs: 3,
  value: (u) => {
    const [x, y, z] = u.map((each) => Math.PI * (2 * each - 1));
    return Math.sin(x) + 7 * Math.sin(y) ** 2 + 0.1 * z ** 4 * Math.sin(x);
  },
  totals: (() => {
    const square = (8 * 0.01 * Math.PI ** 8) / 225;
    const first = (1 + (0.1 * Math.PI ** 4) / 5) ** 2 / 2;
    const all = first + 49 / 8 + square;
    return [(first + square) / all, 49 / 8 / all, square / all];
  })(),
};

/**
 * The g-function of Sobol' (Saltelli and Sobol' 1995) with a = 0, 1, 4.5, 9, 99, 99, 99, 99: with Vᵢ = 1/(3 (1 + aᵢ)²) the
 * total variance of input i is Vᵢ · Π (1 + Vⱼ) over the others, and V = Π (1 + Vⱼ) − 1. Published as 0.787, 0.242, 0.034,
 * 0.0105, 0.000105 …
 */
const A = [0, 1, 4.5, 9, 99, 99, 99, 99];
const gFunction: KnownFunction = {
  inputs: A.length,
  value: (u) => u.reduce((product, each, i) => (product * (Math.abs(4 * each - 2) + A[i])) / (1 + A[i]), 1),
  totals: (() => {
    const parts = A.map((a) => 1 / (3 * (1 + a) ** 2));
    const all = parts.reduce((product, part) => product * (1 + part), 1);
    return parts.map((part) => (part * all) / (1 + part) / (all - 1));
  })(),
};

function indexOf(known: KnownFunction, input: number, { cases, seed }: { cases: number; seed: number }) {
  const source = stream(seed, `input ${input}`, 0);
  const drawn = new Float64Array(cases);
  const redrawn = new Float64Array(cases);
  for (let i = 0; i < cases; i++) {
    const u = Array.from({ length: known.inputs }, () => source.uniform());
    drawn[i] = known.value(u);
    u[input] = source.uniform();
    redrawn[i] = known.value(u);
  }
  return totalIndex({ drawn, redrawn }, 0.95) ?? { value: NaN, low: NaN, high: NaN };
}

describe.each([
  { name: 'Ishigami', known: ishigami, published: [0.558, 0.442, 0.244] },
  { name: 'the g-function', known: gFunction, published: [0.787, 0.242, 0.034, 0.0105, 0.000105] },
])('total indices of $name', ({ known, published }) => {
  it('the closed forms are the published values', () => {
    for (const [input, value] of published.entries()) {
      expect(Math.abs(known.totals[input] - value)).toBeLessThan(value < 0.01 ? 1e-6 : 1e-3);
    }
  });

  it('the estimate comes to the closed form', () => {
    // 5.5 standard errors, as the interval has them: a false alarm of 4e-8 per input, of 4e-7 for all of them.
    for (const [input, total] of known.totals.entries()) {
      const { value, high } = indexOf(known, input, { cases: 100_000, seed: 7 });
      const standardError = (high - value) / 1.959963984540054;
      expect(Math.abs(value - total), `input ${input}`).toBeLessThan(5.5 * standardError);
      expect(standardError, `input ${input}`).toBeLessThan(0.02 * total);
    }
  });

  it('the interval holds the closed form as often as it says', () => {
    // 1000 samples of 1000: misses are binomial with 5 %; 4.9 deviations are a false alarm of 1e-6, and 2 % allow for what
    // the delta method is off at so few cases.
    for (const [input, total] of known.totals.slice(0, 3).entries()) {
      let misses = 0;
      for (let seed = 0; seed < 1000; seed++) {
        const { low, high } = indexOf(known, input, { cases: 1000, seed });
        if (low > total || high < total) misses++;
      }
      expect(Math.abs(misses / 1000 - 0.05), `input ${input}`).toBeLessThan(
        4.9 * Math.sqrt((0.05 * 0.95) / 1000) + 0.02,
      );
    }
  });
});

it('an input without any effect has an index of 0 exactly, and a result that does not vary has none', () => {
  const drawn = Float64Array.of(1, 5, 2, 8);
  expect(totalIndex({ drawn, redrawn: drawn }, 0.95)).toEqual({ value: 0, low: 0, high: 0 });
  expect(totalIndex({ drawn: new Float64Array(4), redrawn: new Float64Array(4) }, 0.95)).toBeUndefined();
});

it('columns of different length are refused', () => {
  expect(() => totalIndex({ drawn: new Float64Array(3), redrawn: new Float64Array(4) }, 0.95)).toThrow(RangeError);
});
