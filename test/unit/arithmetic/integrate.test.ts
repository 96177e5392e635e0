import { describe, expect, it } from 'vitest';
import { integrate } from '../../../src/arithmetic/integrate.js';

const relativeError = (actual: number, expected: number): number => Math.abs(actual / expected - 1);

describe('integrate', () => {
  it('is exact for polynomials up to degree 15', () => {
    expect(
      relativeError(
        integrate((x) => 16 * x ** 15, { from: 0, to: 2 }),
        65_536,
      ),
    ).toBeLessThan(1e-14);
  });

  it('finds the area under a smooth peak', () => {
    expect(
      relativeError(
        integrate((x) => 1 / (1 + x * x), { from: -1, to: 1 }),
        Math.PI / 2,
      ),
    ).toBeLessThan(1e-13);
  });

  it('finds kinks and jumps', () => {
    expect(
      relativeError(
        integrate((x) => Math.abs(x - 0.3), { from: 0, to: 1 }),
        0.29,
      ),
    ).toBeLessThan(1e-12);
    expect(
      relativeError(
        integrate((x) => (x < 1 / 3 ? 2 : 5), { from: 0, to: 1 }),
        4,
      ),
    ).toBeLessThan(1e-12);
  });

  it('comes to an end on an integrand that is not a number, or vanishingly small and rough', () => {
    expect(integrate(() => NaN, { from: 0, to: 1 })).toBeNaN();
    const rough = integrate((x) => (Math.floor(x * 1e9) % 7) * 5e-324, { from: 0, to: 1 });
    expect(rough).toBeLessThan(1e-300);
  });

  it('is 0 over an empty range', () => {
    expect(integrate(() => 7, { from: 1, to: 1 })).toBe(0);
    expect(integrate(() => 7, { from: 2, to: 1 })).toBe(0);
  });
});
