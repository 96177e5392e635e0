import { describe, expect, it } from 'vitest';
import { compareMetric, MEAN_PAIRS } from '../../../src/study/compare-metric.js';
import { comparedColumns } from '../../support/metric-side.js';

/** `count` values, each made of its number from 0 on. */
const column = (count: number, of: (incident: number) => number) =>
  Float64Array.from({ length: count }, (_, i) => of(i));
const comparedLists = (baseline: readonly number[], variant: readonly number[]) =>
  comparedColumns(Float64Array.from(baseline), Float64Array.from(variant));

describe('compareMetric', () => {
  it('counts the incidents in which the variant has less, as much and more, with Wilson intervals', () => {
    const { better, equal, worse } = comparedLists([5, 5, 5, 5], [1, 4, 5, 6]);
    expect([better.share, equal.share, worse.share]).toEqual([0.5, 0.25, 0.25]);
    expect(better.low).toBeCloseTo(0.15003898915214947, 12);
    expect(better.high).toBeCloseTo(0.8499610108478506, 12);
  });

  it('gives an incident that only one recovers from to that one, and takes one that neither does for a tie', () => {
    const { recovered, better, equal, worse, difference } = comparedLists([NaN, 3, NaN, 3], [3, NaN, NaN, 1]);
    expect(recovered).toEqual({ both: 1, baselineOnly: 1, variantOnly: 1, neither: 1 });
    expect([better.share, equal.share, worse.share]).toEqual([0.5, 0.25, 0.25]);
    expect(difference).toMatchObject({ mean: -2, meanStandardError: null, meanLow: null, meanHigh: null, sd: null });
  });

  it('averages the differences of the incidents that both recover from, and of no others', () => {
    const baseline = column(40, (i) => (i < 4 ? NaN : 10));
    const variant = column(40, (i) => (i >= 38 ? NaN : i % 2 === 0 ? 8 : 6));
    const { recovered, difference } = comparedColumns(baseline, variant);
    expect(recovered).toEqual({ both: 34, baselineOnly: 2, variantOnly: 4, neither: 0 });
    expect(difference.mean).toBe(-3);
    const error = Math.sqrt(34 / 33) / Math.sqrt(34);
    expect(difference.meanStandardError).toBeCloseTo(error, 14);
    expect(difference.meanLow).toBeCloseTo(-3 - 1.959963984540054 * error, 12);
    expect(difference.meanHigh).toBeCloseTo(-3 + 1.959963984540054 * error, 12);
  });

  it('gives a mean no interval below so many pairs that it may be taken for normal', () => {
    const of = (count: number) =>
      comparedColumns(
        column(count, () => 1),
        column(count, (i) => i),
      ).difference;
    expect(of(MEAN_PAIRS - 1)).toMatchObject({ mean: 13, meanLow: null, meanHigh: null });
    expect(of(MEAN_PAIRS).meanLow).not.toBeNull();
  });

  it('takes quantiles of the differences with order statistics around them', () => {
    const { p50 } = comparedColumns(
      column(100, () => 0),
      column(100, (i) => 100 - i),
    ).difference.quantiles;
    expect(p50).toEqual({ state: 'estimated', value: 50.5, low: 40, high: 61 });
  });

  it('keeps unrecoverable incidents in the quantiles: better, or worse, than by any number', () => {
    const baseline = column(200, (i) => (i < 40 ? NaN : 10));
    const variant = column(200, (i) => (i >= 160 ? NaN : 10 + i));
    const { p5, p50, p95, p25 } = comparedColumns(baseline, variant).difference.quantiles;
    expect(p5).toEqual({ state: 'baseline-unrecoverable', value: null, low: null, high: null });
    expect(p50).toMatchObject({ state: 'estimated', value: 99.5 });
    expect(p95).toEqual({ state: 'variant-unrecoverable', value: null, low: null, high: null });
    expect(p25).toMatchObject({ state: 'estimated', low: null });
  });

  it('has no number half-way between a win and a loss without one', () => {
    const { p50 } = comparedColumns(
      column(20, (i) => (i < 10 ? NaN : 1)),
      column(20, (i) => (i < 10 ? 1 : NaN)),
    ).difference.quantiles;
    expect(p50).toEqual({ state: 'both-unrecoverable', value: null, low: null, high: null });
  });

  it('refuses a quantile that the sample cannot bound, of the differences and of their shift', () => {
    const { difference, shifts } = comparedColumns(
      column(71, (i) => i),
      column(71, (i) => 2 * i),
    );
    expect(difference.quantiles.p95.state).toBe('unsupported');
    expect(shifts.p95).toEqual({ state: 'unsupported', value: null, low: null, high: null });
    expect(shifts.p50).toMatchObject({ state: 'estimated', value: 35 });
  });

  it('shifts a quantile by an interval that the pairing makes shorter than its parts', () => {
    const baseline = column(1000, (i) => i);
    const shiftOf = (variant: Float64Array) => comparedColumns(baseline, variant).shifts.p50;
    const half = (1000 - 2 * 469 + 1) / 2;
    expect(shiftOf(baseline.map((value) => value + 7))).toEqual({ state: 'estimated', value: 7, low: 7, high: 7 });
    // Every value above the median stands beside one below: the errors have opposite signs and add up.
    const opposite = shiftOf(baseline.map((value) => 999 - value));
    const ratio = ((opposite.high ?? NaN) - (opposite.low ?? NaN)) / (4 * half);
    // The halves of incidents keep it just short of that.
    expect(ratio).toBeGreaterThan(0.999);
    expect(ratio).toBeLessThan(1);
  });

  it('is never sure of a shift because no incident of the sample was moved past the quantile', () => {
    // The incidents are 10 apart: a change by 1, one way or the other, exchanges no two of them.
    const baseline = column(1000, (i) => 10 * i);
    const { p50 } = comparedColumns(
      baseline,
      baseline.map((value, i) => value + (i % 2 === 0 ? 1 : -1)),
    ).shifts;
    expect(p50.low).toBeLessThan(-1);
    expect(p50.high).toBeGreaterThan(1);
  });

  it('knows no shift of a quantile that falls among the unrecoverable, but whose it is', () => {
    const some = column(100, (i) => i);
    const few = column(100, (i) => (i < 40 ? i : NaN));
    const stateOf = (one: Float64Array, other: Float64Array) => comparedColumns(one, other).shifts.p50.state;
    expect(stateOf(few, some)).toBe('baseline-unrecoverable');
    expect(stateOf(some, few)).toBe('variant-unrecoverable');
    expect(stateOf(few, few)).toBe('both-unrecoverable');
  });

  it('bounds no shift whose interval reaches among the unrecoverable', () => {
    const { p50 } = comparedColumns(
      column(100, (i) => i),
      column(100, (i) => (i < 55 ? i : NaN)),
    ).shifts;
    expect(p50).toEqual({ state: 'estimated', value: 0, low: null, high: null });
  });

  it('refuses columns of different length, and empty ones', () => {
    const side = (count: number) => ({ ...EMPTY, values: new Float64Array(count) });
    const context = { confidence: 0.95, scratch: [new Float64Array(3), new Float64Array(3)] } as const;
    expect(() => compareMetric(side(2), side(3), context)).toThrow(
      new RangeError('compareMetric: needs columns of one length, has 2 and 3'),
    );
    expect(() => compareMetric(side(0), side(0), context)).toThrow(RangeError);
  });
});

const EMPTY = { quantiles: {} as Parameters<typeof compareMetric>[0]['quantiles'] };

describe('The verdict', () => {
  const verdictOf = (count: number, difference: (incident: number) => number) => {
    const baseline = column(count, (i) => 100 + i);
    return comparedColumns(
      baseline,
      baseline.map((value, i) => value + difference(i)),
    ).verdict;
  };

  it('is equal when no incident differs', () => {
    expect(verdictOf(100, () => 0)).toBe('equal');
  });

  it('goes with most of the incidents that differ, and with the P95', () => {
    expect(verdictOf(1000, (i) => (i % 10 === 0 ? -5 : 0))).toBe('better');
    expect(verdictOf(1000, (i) => (i % 10 === 0 ? 5 : 0))).toBe('worse');
  });

  it('is mixed when these two disagree', () => {
    expect(verdictOf(1000, (i) => (i >= 900 ? 500 : -5))).toBe('mixed');
  });

  it('is undecided when neither can be told', () => {
    expect(verdictOf(8, (i) => (i % 2 === 0 ? 1 : -1))).toBe('undecided');
  });
});
