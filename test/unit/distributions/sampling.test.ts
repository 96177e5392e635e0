import { describe, expect, it } from 'vitest';
import { cumulative, mean, sample, variance } from '../../../src/distributions/families.js';
import { fillFromOccasions } from '../../../src/distributions/fill-from-occasions.js';
import { fill } from '../../../src/distributions/fill.js';
import { OccasionList } from '../../../src/random/occasion-list.js';
import { occasions } from '../../../src/random/occasion.js';
import { stream } from '../../../src/random/stream.js';
import { fingerprint } from '../../support/fingerprint.js';
import { kolmogorovDistance, kolmogorovLimit } from '../../support/kolmogorov-smirnov.js';
import { LAWS } from '../../support/laws.js';

const COUNT = 30_000;

/** Every way to draw; each has a seed of its own by the name of the law. */
const sources = {
  'a stream': (name: string): Float64Array => {
    const chance = stream(1, name, 0);
    return Float64Array.from({ length: COUNT }, () => sample(LAWS[name], chance));
  },
  fill: (name: string): Float64Array => {
    const out = new Float64Array(COUNT);
    fill(LAWS[name], stream(2, name, 0), out, COUNT);
    return out;
  },
  occasions: (name: string): Float64Array => {
    const luck = occasions(3, name);
    return Float64Array.from({ length: COUNT }, (_, incident) => sample(LAWS[name], luck.at(incident, 1)));
  },
};

/** Five and a half standard errors of a normal mean are exceeded with probability 4e-8, which leaves room for skew. */
const STANDARD_ERRORS = 5.5;

const meanOf = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0) / values.length;

for (const [name, law] of Object.entries(LAWS)) {
  describe(`draws of the ${name} law (false alarm 1e-6 each)`, () => {
    for (const [source, draw] of Object.entries(sources)) {
      it(`follow its cumulative curve when they come from ${source}`, () => {
        expect(kolmogorovDistance(draw(name), (x) => cumulative(law, x))).toBeLessThan(kolmogorovLimit(COUNT, 1e-6));
      });

      it(`have its mean and variance when they come from ${source}`, () => {
        const draws = draw(name);
        const expected = { mean: mean(law), variance: variance(law) };
        const meanError = Math.sqrt(expected.variance / COUNT);
        expect(Math.abs(meanOf(draws) - expected.mean)).toBeLessThanOrEqual(STANDARD_ERRORS * meanError);
        const squares = draws.map((x) => (x - expected.mean) ** 2);
        const centre = meanOf(squares);
        const squareError = Math.sqrt(meanOf(squares.map((square) => (square - centre) ** 2)) / COUNT);
        expect(Math.abs(centre - expected.variance)).toBeLessThanOrEqual(STANDARD_ERRORS * squareError);
      });
    }

    it('are the same filled or one by one, to the last bit', () => {
      const filled = new Float64Array(1000);
      fill(law, stream(4, name, 0), filled, 1000);
      const chance = stream(4, name, 0);
      expect(filled).toEqual(Float64Array.from(filled, () => sample(law, chance)));
    });

    it('are the same from many occasions at once or from one after the other, to the last bit', () => {
      const luck = occasions(6, name);
      const list = new OccasionList(1000);
      list.count = 1000;
      for (let i = 0; i < 1000; i++) {
        list.incidents[i] = 7 * i;
        list.occasions[i] = i % 3;
      }
      luck.drawFirstWords(list);
      for (const spent of [0, 1]) {
        const filled = new Float64Array(1000);
        fillFromOccasions(law, luck, list, { spent, out: filled });
        const single = Float64Array.from(filled, (_, i) => {
          const chance = luck.at(7 * i, i % 3);
          if (spent === 1) chance.happens(0.5);
          return sample(law, chance);
        });
        expect(filled).toEqual(single);
      }
    });
  });
}

describe('fill', () => {
  it('stops at the count', () => {
    for (const [name, law] of Object.entries(LAWS)) {
      const out = new Float64Array(4).fill(-7);
      fill(law, stream(5, name, 0), out, 3);
      expect(out[2], name).not.toBe(-7);
      expect(out[3], name).toBe(-7);
    }
  });

  it('refuses an array that is too short, for every law', () => {
    for (const law of Object.values(LAWS)) {
      expect(() => fill(law, stream(5, 'short', 0), new Float64Array(2), 3)).toThrow(
        new RangeError('fill: cannot put 3 draws into 2 places'),
      );
    }
  });
});

describe('the draws of seed 42', () => {
  it('are these very ones, for every law', () => {
    const found = Object.entries(LAWS).map(([name, law]) => {
      const out = new Float64Array(5000);
      fill(law, stream(42, name, 0), out, out.length);
      return [name, fingerprint(out)];
    });
    expect(Object.fromEntries(found)).toEqual({
      fixed: '421d017c',
      uniform: '6b7dfbb9',
      triangular: 'f134a5f9',
      'triangular from its mode': 'c1113fc6',
      pert: '2abcf5c3',
      'pert up to its mode': '45653499',
      exponential: '4606e8bd',
      lognormal: '348d2160',
      gamma: '36897e3a',
      'gamma of shape below 1': 'e1e3abc7',
      weibull: 'c83aa8b5',
      empirical: '28cbd52a',
      mixture: 'bb1e8e09',
      clamped: '1cbb622e',
      'clamped mixture': '73e385e8',
    });
  });
});
