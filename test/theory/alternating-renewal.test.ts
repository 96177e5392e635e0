import { describe, expect, it } from 'vitest';
import { alternatingRenewal, sampleDownAge } from '../../src/distributions/alternating-renewal.js';
import { exponential } from '../../src/distributions/exponential.js';
import { fixed } from '../../src/distributions/fixed.js';
import { gamma } from '../../src/distributions/gamma.js';
import { lognormal } from '../../src/distributions/lognormal.js';
import { stream } from '../../src/random/stream.js';
import { kolmogorovDistance, kolmogorovLimit } from '../support/kolmogorov-smirnov.js';

const COUNT = 30_000;

/** Park and Miller's generator: good enough to judge, and not ours. */
function judge(start: number): () => number {
  let state = start;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

function downAges(renewal: ReturnType<typeof alternatingRenewal>, name: string): Float64Array {
  const chance = stream(5, name, 0);
  return Float64Array.from({ length: COUNT }, () => sampleDownAge(renewal, chance));
}

describe('alternating renewal at a random instant', () => {
  it('is down for the share of time that is spent down, whatever the laws', () => {
    const up = lognormal({ p50: 10, sigma: 1 });
    const { downShare } = alternatingRenewal({ up, down: [fixed(2), exponential({ mean: 3 })] });
    expect(downShare).toBeCloseTo(5 / (5 + 10 * Math.exp(0.5)), 12);
  });

  it('has gone down a time ago that adds what was whole to what is not (false alarm 1e-6)', () => {
    // Noticed after exactly 2, mended after an exponential time with mean 2: in one half of the cases not noticed yet,
    // and the age uniform from 0 to 2; in the other 2 and an exponential time.
    const renewal = alternatingRenewal({ up: fixed(1), down: [fixed(2), exponential({ mean: 2 })] });
    const cumulative = (x: number): number => (x < 2 ? x / 4 : 0.5 + (1 - Math.exp(-(x - 2) / 2)) / 2);
    expect(kolmogorovDistance(downAges(renewal, 'halves'), cumulative)).toBeLessThan(kolmogorovLimit(COUNT, 1e-6));
  });

  it('is found as a process that is played forwards is found (false alarm 1e-6 each)', () => {
    const random = judge(271_828);
    const exponentialTime = (mean: number): number => -mean * Math.log(random());
    const normal = (): number => Math.sqrt(-2 * Math.log(random())) * Math.cos(2 * Math.PI * random());
    // Up for the sum of two exponential times, unnoticed for a lognormal time, mended in the sum of three.
    const renewal = alternatingRenewal({
      up: gamma({ shape: 2, scale: 20 }),
      down: [lognormal({ p50: 5, sigma: 0.8 }), gamma({ shape: 3, scale: 1 })],
    });
    const horizon = 4e6;
    const instants = Array.from({ length: COUNT }, () => random() * horizon).sort((a, b) => a - b);
    const found: number[] = [];
    let time = -1e4;
    let next = 0;
    while (next < COUNT) {
      const breaks = time + exponentialTime(20) + exponentialTime(20);
      time = breaks + 5 * Math.exp(0.8 * normal()) + exponentialTime(1) + exponentialTime(1) + exponentialTime(1);
      for (; next < COUNT && instants[next] < time; next++) {
        if (instants[next] >= breaks) found.push(instants[next] - breaks);
      }
    }
    const { downShare } = renewal;
    const error = Math.sqrt((downShare * (1 - downShare)) / COUNT);
    expect(Math.abs(found.length / COUNT - downShare)).toBeLessThan(5 * error);
    const ours = downAges(renewal, 'forwards').sort();
    const shareBelow = (x: number): number => {
      let low = 0;
      let high = ours.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (ours[middle] <= x) low = middle + 1;
        else high = middle;
      }
      return low / ours.length;
    };
    // Both are samples: each may be off by its own bound.
    const limit = kolmogorovLimit(COUNT, 1e-6) + kolmogorovLimit(found.length, 1e-6);
    expect(kolmogorovDistance(Float64Array.from(found), shareBelow)).toBeLessThan(limit);
  });

  it('is never down when that takes no time, and always when being up takes none', () => {
    expect(alternatingRenewal({ up: fixed(3), down: [fixed(0)] })).toEqual({ downShare: 0, phases: [] });
    expect(alternatingRenewal({ up: fixed(0), down: [fixed(3)] }).downShare).toBe(1);
    expect(() => alternatingRenewal({ up: fixed(0), down: [fixed(0)] })).toThrow(RangeError);
  });
});
