import { describe, expect, it } from 'vitest';
import { clamped } from '../../../src/distributions/clamped.js';
import { empirical } from '../../../src/distributions/empirical.js';
import { equilibrium, sampleAge } from '../../../src/distributions/equilibrium.js';
import { exponential } from '../../../src/distributions/exponential.js';
import { mean, quantile, survival } from '../../../src/distributions/families.js';
import { fixed } from '../../../src/distributions/fixed.js';
import type { Law } from '../../../src/distributions/law.js';
import { lognormal } from '../../../src/distributions/lognormal.js';
import { mixture } from '../../../src/distributions/mixture.js';
import { uniform } from '../../../src/distributions/uniform.js';
import { occasions } from '../../../src/random/occasion.js';
import { stream } from '../../../src/random/stream.js';
import { fingerprint } from '../../support/fingerprint.js';
import { kolmogorovDistance, kolmogorovLimit } from '../../support/kolmogorov-smirnov.js';
import { LAWS } from '../../support/laws.js';

const COUNT = 30_000;
const LIMIT = kolmogorovLimit(COUNT, 1e-6);

/** Two bounds, and each alone, on a law that they cut in its middle or leave nearly whole. */
const CLAMPED: Readonly<Record<string, Law>> = {
  'raised far': clamped({ law: exponential({ mean: 100 }), atLeast: 300 }),
  'raised little': clamped({ law: lognormal({ p50: 100, sigma: 1 }), atLeast: 10 }),
  'cut where it is likely': clamped({ law: lognormal({ p50: 100, sigma: 1 }), atMost: 120 }),
  'cut in its tail': clamped({ law: exponential({ mean: 100 }), atLeast: 20, atMost: 900 }),
  'of one value': clamped({ law: exponential({ mean: 100 }), atLeast: 50, atMost: 50 }),
};

function agesOf(law: Law, name: string): Float64Array {
  const age = equilibrium(law);
  const chance = stream(11, name, 0);
  return Float64Array.from({ length: COUNT }, () => sampleAge(age, chance));
}

/** The integral of the survival from 0 over the mean, by trapezia so fine that they are off by far less than the limit. */
function cumulativeAge(law: Law): (x: number) => number {
  const end = Math.min(quantile(law, 1), quantile(law, 1 - 1e-7));
  const steps = 20_000;
  const length = mean(law);
  const reached = new Float64Array(steps + 1);
  for (let i = 1; i <= steps; i++) {
    const width = end / steps;
    reached[i] = reached[i - 1] + (width * (survival(law, (i - 1) * width) + survival(law, i * width))) / 2;
  }
  return (x) => (x >= end ? 1 : reached[Math.round((x / end) * steps)] / length);
}

describe('the age of a period at a random instant (false alarm 1e-6 each)', () => {
  const { 'pert up to its mode': ofNegativeValues, ...laws } = LAWS;

  it.each(Object.entries({ ...laws, ...CLAMPED }))('has the density (1 − F) / mean, for the law %s', (name, law) => {
    expect(kolmogorovDistance(agesOf(law, name), cumulativeAge(law))).toBeLessThan(LIMIT);
  });

  it('is uniform in a period of one length', () => {
    expect(kolmogorovDistance(agesOf(fixed(7), 'seven'), (x) => x / 7)).toBeLessThan(LIMIT);
  });

  it('has the law of the period itself when that has no memory', () => {
    const ages = agesOf(exponential({ mean: 5 }), 'five');
    expect(kolmogorovDistance(ages, (x) => 1 - Math.exp(-x / 5))).toBeLessThan(LIMIT);
  });

  it('rises on a parabola when periods are uniform from nothing', () => {
    const ages = agesOf(uniform({ min: 0, max: 4 }), 'four');
    expect(kolmogorovDistance(ages, (x) => 1 - (1 - x / 4) ** 2)).toBeLessThan(LIMIT);
  });

  it('leaves out periods that take no time', () => {
    expect(equilibrium(empirical([0, 0, 8]))).toEqual(equilibrium(fixed(8)));
    const rarely = mixture([
      { weight: 9, law: fixed(0) },
      { weight: 1, law: fixed(8) },
    ]);
    expect(equilibrium(rarely)).toEqual(equilibrium(fixed(8)));
  });

  it('is refused for what takes no time, for ever, or less than none', () => {
    expect(() => equilibrium(fixed(0))).toThrow(RangeError);
    expect(() => equilibrium(lognormal({ p50: 1, sigma: 40 }))).toThrow(RangeError);
    expect(() => equilibrium(ofNegativeValues)).toThrow(RangeError);
  });

  it('has these very bits, for every law, by occasion as from a stream', () => {
    const found = Object.entries({ ...laws, ...CLAMPED }).map(([name, law]) => {
      const age = equilibrium(law);
      const luck = occasions(42, name);
      const ages = Float64Array.from({ length: 1000 }, (_, incident) => sampleAge(age, luck.at(incident, 0)));
      return [name, fingerprint(ages)];
    });
    expect(Object.fromEntries(found)).toEqual({
      fixed: '07dfb1db',
      uniform: 'ecebb6c1',
      triangular: '6538d95c',
      'triangular from its mode': 'ad057750',
      pert: '0455942e',
      exponential: '276f1003',
      lognormal: '6135f43c',
      gamma: 'ea4bb1a3',
      'gamma of shape below 1': 'a777a59b',
      weibull: '0dcf3a6e',
      empirical: '3b5a8f74',
      mixture: '83042f4e',
      clamped: 'c7048669',
      'clamped mixture': '4a87befa',
      'raised far': '651a3cbb',
      'raised little': '716ab898',
      'cut where it is likely': '26a8cea2',
      'cut in its tail': 'bd81f7d6',
      'of one value': '3df65098',
    });
  });
});
