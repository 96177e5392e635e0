import { describe, expect, it } from 'vitest';
import { normalCumulative } from '../../../src/arithmetic/normal-cumulative.js';
import { normalQuantile } from '../../../src/arithmetic/normal-quantile.js';
import { fingerprint } from '../../support/fingerprint.js';

const shares = Float64Array.from({ length: 9999 }, (_, i) => (i + 1) / 10_000);

describe('normalQuantile', () => {
  it('is antisymmetric to the last bit where 1 − p is exact', () => {
    for (let p = 2 ** -30; p < 0.5; p += 2 ** -10) expect(normalQuantile(1 - p)).toBe(-normalQuantile(p));
  });

  it('is 0 at one half, infinite at the ends and NaN outside', () => {
    expect(normalQuantile(0.5)).toBe(0);
    expect(normalQuantile(0)).toBe(-Infinity);
    expect(normalQuantile(1)).toBe(Infinity);
    expect(normalQuantile(-0.1)).toBeNaN();
    expect(normalQuantile(1.1)).toBeNaN();
    expect(normalQuantile(NaN)).toBeNaN();
  });

  it('rises across the seams of its three formulas', () => {
    for (const seam of [0.075, 0.925, 1.388794386496402e-11]) {
      expect(normalQuantile(seam * (1 - 1e-12))).toBeLessThan(normalQuantile(seam * (1 + 1e-12)));
    }
  });

  it('has these very bits', () => {
    expect(fingerprint(shares.map(normalQuantile))).toBe('76e193a0');
  });
});

describe('normalCumulative', () => {
  it('undoes the quantile', () => {
    for (const p of shares) expect(Math.abs(normalCumulative(normalQuantile(p)) / p - 1)).toBeLessThan(1e-14);
  });

  it('sums to 1 with its mirror image', () => {
    for (let x = 0; x < 8; x += 0.01) expect(normalCumulative(x) + normalCumulative(-x)).toBeCloseTo(1, 15);
  });

  it('is one half at 0, 0 and 1 at the ends, and NaN for NaN', () => {
    expect(normalCumulative(0)).toBe(0.5);
    expect(normalCumulative(-Infinity)).toBe(0);
    expect(normalCumulative(Infinity)).toBe(1);
    expect(normalCumulative(-40)).toBe(0);
    expect(normalCumulative(NaN)).toBeNaN();
  });
});
