import { describe, expect, it } from 'vitest';
import { normalCumulative } from '../../../src/arithmetic/normal-cumulative.js';
import { stream } from '../../../src/random/stream.js';
import { normalFromBits } from '../../../src/random/ziggurat.js';
import { CHI_SQUARE_LIMIT, chiSquareOfEqual, countPairs } from '../../support/chi-square.js';

const one = (bits: number): number => normalFromBits(() => bits);

describe('normalFromBits', () => {
  it('mirrors a value to the last bit when its 24 bits are inverted', () => {
    for (let layer = 1; layer < 255; layer++) {
      const value = 12_345 * layer;
      expect(one((value << 8) | layer)).toBe(-one((~value << 8) | layer));
    }
  });

  it('spreads the values of a layer evenly from its centre', () => {
    const step = one((1 << 8) | 7) - one((0 << 8) | 7);
    for (let value = -1000; value < 1000; value++) {
      expect(one((value << 8) | 7) / step).toBeCloseTo(value + 0.5, 8);
    }
  });

  it('reaches the tail beyond 3.654 as often as it should', () => {
    const draws = new Float64Array(2_000_000);
    stream(11, 'tail', 0).fillNormal(draws, draws.length);
    const expected = draws.length * 2 * normalCumulative(-3.654152885361009);
    const found = draws.filter((x) => Math.abs(x) > 3.654152885361009).length;
    // A binomial count of mean 516: five standard deviations are exceeded with probability below 1e-6.
    expect(expected).toBeCloseTo(516.2, 0);
    expect(Math.abs(found - expected)).toBeLessThan(5 * Math.sqrt(expected));
  });

  it('keeps layer and value independent', () => {
    // Where the draw lies in the bell decides the layers it can come from, so dependence would show as ridges:
    // 1024 cells of equal probability, each expected 2000 times. False alarm 1e-6.
    const draws = new Float64Array(2_048_000);
    stream(12, 'cells', 0).fillNormal(draws, draws.length);
    const counts = new Array<number>(1024).fill(0);
    for (const x of draws) counts[Math.floor(normalCumulative(x) * 1024)]++;
    expect(chiSquareOfEqual(counts)).toBeLessThan(CHI_SQUARE_LIMIT[1023]);
  });

  it('takes layer and value from bits that are independent in a stream', () => {
    const pairs: [number, number][] = [];
    const source = stream(13, 'bits', 0);
    for (let i = 0; i < 200_000; i++) {
      const bits = Math.floor(source.uniform() * 2 ** 32);
      pairs.push([(bits & 255) / 256, (bits >>> 8) / 2 ** 24]);
    }
    expect(chiSquareOfEqual(countPairs(pairs, 16))).toBeLessThan(CHI_SQUARE_LIMIT[255]);
  });
});
