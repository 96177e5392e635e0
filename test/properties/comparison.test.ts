import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DifferenceEstimate, MetricComparison } from '../../src/study/comparison.js';
import { comparedColumns } from '../support/metric-side.js';

const check = <Values extends unknown[]>(property: fc.IProperty<Values>) => {
  fc.assert(property, { seed: 20_260_214, numRuns: 200 });
};

/** Whole numbers tie, fractions round, NaN is unrecoverable. */
const value = fc.oneof(
  { weight: 5, arbitrary: fc.integer({ min: 0, max: 5 }) },
  { weight: 4, arbitrary: fc.double({ min: 0, max: 1e6, noNaN: true }) },
  { weight: 2, arbitrary: fc.constant(NaN) },
);
const pairs = fc
  .array(fc.tuple(value, value), { minLength: 1, maxLength: 150 })
  .map((rows) => [Float64Array.from(rows, ([one]) => one), Float64Array.from(rows, ([, other]) => other)] as const);

const negated = (number: number | null) => (number === null ? null : 0 - number);

const STATES = {
  estimated: 'estimated',
  unsupported: 'unsupported',
  'both-unrecoverable': 'both-unrecoverable',
  'baseline-unrecoverable': 'variant-unrecoverable',
  'variant-unrecoverable': 'baseline-unrecoverable',
} as const;
const VERDICTS = { better: 'worse', worse: 'better', mixed: 'mixed', equal: 'equal', undecided: 'undecided' } as const;
const MIRRORS = {
  p1: 'p99',
  p5: 'p95',
  p10: 'p90',
  p25: 'p75',
  p50: 'p50',
  p75: 'p25',
  p90: 'p10',
  p95: 'p5',
  p99: 'p1',
};

const mirrorOf = ({ state, value: number, low, high }: DifferenceEstimate): DifferenceEstimate => ({
  state: STATES[state],
  value: negated(number),
  low: negated(high),
  high: negated(low),
});

/** What must be found when the two exchange their places. */
function mirrored({
  recovered,
  better,
  equal,
  worse,
  difference,
  shifts,
  verdict,
  undecidedFor,
  uncertainty,
}: MetricComparison): MetricComparison {
  const { quantiles } = difference;
  return {
    recovered: { ...recovered, baselineOnly: recovered.variantOnly, variantOnly: recovered.baselineOnly },
    better: worse,
    equal,
    worse: better,
    difference: {
      ...difference,
      mean: negated(difference.mean),
      meanLow: negated(difference.meanHigh),
      meanHigh: negated(difference.meanLow),
      quantiles: Object.fromEntries(
        Object.entries(quantiles).map(([name, quantile]) => [
          MIRRORS[name as keyof typeof MIRRORS],
          mirrorOf(quantile),
        ]),
      ) as typeof quantiles,
    },
    shifts: Object.fromEntries(
      Object.entries(shifts).map(([name, shift]) => [name, mirrorOf(shift)]),
    ) as MetricComparison['shifts'],
    verdict: VERDICTS[verdict],
    undecidedFor,
    uncertainty,
  };
}

describe('compareMetric', () => {
  it('mirrors every number to the last bit when the two exchange their places', () => {
    check(
      fc.property(pairs, ([one, other]) => {
        expect(comparedColumns(other, one)).toEqual(mirrored(comparedColumns(one, other)));
      }),
    );
  });

  it('of a column and itself is all ties, with no difference anywhere', () => {
    check(
      fc.property(pairs, ([one]) => {
        const { better, equal, worse, difference, shifts, verdict } = comparedColumns(one, one);
        expect([better.share, equal.share, worse.share, verdict]).toEqual([0, 1, 0, 'equal']);
        expect([null, 0]).toContain(difference.mean);
        const differences = Object.values(difference.quantiles).filter(({ state }) => state !== 'unsupported');
        for (const { value: number, low, high } of differences) expect([number, low, high]).toEqual([0, 0, 0]);
        for (const { state, value: number, low, high } of Object.values(shifts)) {
          const nothing = state === 'estimated' ? 0 : null;
          expect([number, low, high]).toEqual([nothing, nothing, nothing]);
        }
      }),
    );
  });

  it('loses no incident: shares add up to 1, and recoveries to all', () => {
    check(
      fc.property(pairs, ([one, other]) => {
        const { recovered, better, equal, worse } = comparedColumns(one, other);
        expect(better.share + equal.share + worse.share).toBeCloseTo(1, 12);
        const { both, baselineOnly, variantOnly, neither } = recovered;
        expect(both + baselineOnly + variantOnly + neither).toBe(one.length);
      }),
    );
  });

  it('does not depend on anything but the pairs: their order moves no quantile, share or verdict', () => {
    check(
      fc.property(pairs, ([one, other]) => {
        const found = comparedColumns(one.slice().reverse(), other.slice().reverse());
        const expected = comparedColumns(one, other);
        expect(found.difference.quantiles).toEqual(expected.difference.quantiles);
        expect({ ...found, difference: null }).toEqual({ ...expected, difference: null });
      }),
    );
  });

  it('is better in every incident, and at every quantile, when each value is smaller', () => {
    const positive = fc.array(fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 })), {
      minLength: 80,
      maxLength: 200,
    });
    check(
      fc.property(positive, (rows) => {
        const one = Float64Array.from(rows, ([first]) => first + 10);
        const { better, verdict, shifts } = comparedColumns(
          one,
          one.map((first, incident) => first - rows[incident][1]),
        );
        expect([better.share, verdict]).toEqual([1, 'better']);
        expect(shifts.p95.value).toBeLessThan(0);
      }),
    );
  });
});
