import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ascendingCopy } from '../../src/statistics/ascending-copy.js';
import { countAtMost } from '../../src/statistics/count-at-most.js';
import { histogram } from '../../src/statistics/histogram.js';
import { quantile } from '../../src/statistics/quantile.js';
import { quantileRanks } from '../../src/statistics/quantile-ranks.js';
import { wilsonInterval } from '../../src/statistics/wilson-interval.js';

const finite = fc.double({ min: -1e9, max: 1e9, noNaN: true });
const column = fc
  .array(fc.oneof({ weight: 9, arbitrary: finite }, fc.constant(NaN)), { minLength: 1, maxLength: 60 })
  .map((values) => Float64Array.from(values));
const share = fc.double({ min: 0, max: 1, noNaN: true });
const check = <Values extends unknown[]>(property: fc.IProperty<Values>) => {
  fc.assert(property, { seed: 20_260_131, numRuns: 300 });
};

describe('quantile', () => {
  it('never falls as the probability rises, and stays between the extremes', () => {
    check(
      fc.property(column, share, share, (values, one, other) => {
        const ascending = ascendingCopy(values);
        const low = quantile(ascending, Math.min(one, other));
        const high = quantile(ascending, Math.max(one, other));
        // Between two order statistics the interpolation may err by its last digit.
        expect(low).toBeLessThanOrEqual(high === Infinity ? high : high + 1e-6);
        expect(low).toBeGreaterThanOrEqual(ascending[0]);
        expect(high).toBeLessThanOrEqual(ascending[ascending.length - 1]);
      }),
    );
  });

  it('does not depend on the order of the values', () => {
    check(
      fc.property(column, share, (values, probability) => {
        const reversed = quantile(ascendingCopy(values.slice().reverse()), probability);
        expect(reversed).toBe(quantile(ascendingCopy(values), probability));
      }),
    );
  });
});

describe('quantileRanks', () => {
  /** P(B ≤ limit) times 1000^trials, for B binomial (trials, perMille / 1000): whole numbers, nothing rounded. */
  const atMost = (limit: number, trials: number, perMille: number) => {
    let ways = 1n;
    let sum = 0n;
    for (let successes = 0; successes <= limit; successes++) {
      sum += ways * BigInt(perMille) ** BigInt(successes) * BigInt(1000 - perMille) ** BigInt(trials - successes);
      ways = (ways * BigInt(trials - successes)) / BigInt(successes + 1);
    }
    return sum;
  };

  it('leaves at most half of the doubt on either side, in whole numbers, and would leave more one rank further in', () => {
    const trials = fc.integer({ min: 1, max: 160 });
    check(
      fc.property(trials, fc.integer({ min: 1, max: 999 }), fc.constantFrom(800, 900, 950, 990), (count, p, level) => {
        const ranks = quantileRanks({ count, probability: p / 1000, confidence: level / 1000 });
        const whole = 1000n ** BigInt(count);
        const isAllowed = (tail: bigint) => tail * 2000n <= BigInt(1000 - level) * whole;
        const above = (limit: number) => whole - atMost(limit, count, p);
        if (ranks === undefined) {
          expect(isAllowed(atMost(0, count, p)) && isAllowed(above(count - 1))).toBe(false);
          return;
        }
        const { low, high } = ranks;
        expect(isAllowed(atMost(low - 1, count, p))).toBe(true);
        expect(isAllowed(above(high - 1))).toBe(true);
        expect(isAllowed(atMost(low, count, p))).toBe(false);
        expect(isAllowed(above(high - 2))).toBe(false);
      }),
    );
  });
});

describe('wilsonInterval', () => {
  it('holds the share, stays inside 0 to 1, and mirrors with the failures', () => {
    const trial = fc
      .integer({ min: 1, max: 1_000_000 })
      .chain((trials) => fc.record({ trials: fc.constant(trials), successes: fc.integer({ min: 0, max: trials }) }));
    check(
      fc.property(trial, ({ trials, successes }) => {
        const { low, high } = wilsonInterval({ trials, successes, confidence: 0.95 });
        const mirrored = wilsonInterval({ trials, successes: trials - successes, confidence: 0.95 });
        expect(low).toBeGreaterThanOrEqual(0);
        expect(low).toBeLessThanOrEqual(successes / trials);
        expect(high).toBeGreaterThanOrEqual(successes / trials);
        expect(high).toBeLessThanOrEqual(1);
        expect(mirrored.low).toBeCloseTo(1 - high, 12);
      }),
    );
  });
});

describe('histogram', () => {
  it('counts every value once, and adds up to the distribution function at every edge', () => {
    const edgeSet = fc.uniqueArray(finite, { minLength: 2, maxLength: 12, comparator: 'SameValueZero' });
    check(
      fc.property(column, edgeSet, (values, unordered) => {
        const edges = unordered.sort((one, other) => one - other);
        const { counts, below, above } = histogram(values, edges);
        const ascending = ascendingCopy(values);
        expect(counts.reduce((sum, count) => sum + count, below + above)).toBe(values.length);
        let reached = below;
        counts.forEach((count, bin) => {
          reached += count;
          expect(reached).toBe(countAtMost(ascending, edges[bin + 1]));
        });
      }),
    );
  });
});
