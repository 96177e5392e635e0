import { describe, expect, it } from 'vitest';
import type { CostsComparison } from '../../../src/study/costs-comparison.js';
import { syntheticComparison, type SyntheticVariant } from '../../support/synthetic-comparison.js';

/** Incidents strike once in 20 years. Downtime costs 36,000 an hour. */
const BASELINE: SyntheticVariant = { prices: { downtime: 10, standing: 1000, storage: 50 } };
const SOONER: SyntheticVariant = {
  prices: { downtime: 10, standing: 9000, storage: 250 },
  change: (value, metric) => (metric === 'rto' ? value / 2 : value),
};

function costsOf(variants: readonly SyntheticVariant[], size = {}): CostsComparison | null {
  return syntheticComparison(variants, size).variants[0].costs;
}

describe('compareCosts', () => {
  it('tells what is paid more all the time, and what its incidents cost less', () => {
    const comparison = syntheticComparison([BASELINE, SOONER]);
    const [first, second] = comparison.results.map(({ costs }) => costs);
    const { costs } = comparison.variants[0];
    expect(costs).toMatchObject({ currency: 'EUR', upkeep: 8200 });
    const saved = (second?.incidents.perYear ?? NaN) - (first?.incidents.perYear ?? NaN);
    expect(costs?.incidents?.value).toBeCloseTo(saved, 6);
    expect(costs?.perYear?.value).toBeCloseTo(saved + 8200, 6);
    expect((costs?.perYear?.high ?? NaN) - (costs?.perYear?.low ?? NaN)).toBeCloseTo(
      (costs?.incidents?.high ?? NaN) - (costs?.incidents?.low ?? NaN),
      6,
    );
  });

  it('divides by the hours that mean and P95 of RTO become shorter', () => {
    const { variants } = syntheticComparison([BASELINE, SOONER]);
    const { costs, metrics } = variants[0];
    const { difference, shifts } = metrics['rto'];
    const hours = { mean: -(difference.mean ?? NaN) / 3600, p95: -(shifts.p95.value ?? NaN) / 3600 };
    for (const name of ['mean', 'p95'] as const) {
      const { upkeep, perYear } = costs?.hourOfRto[name] ?? {};
      expect(upkeep).toMatchObject({ state: 'estimated', value: expect.closeTo(8200 / hours[name], 6) as number });
      expect(perYear?.value).toBeCloseTo((costs?.perYear?.value ?? NaN) / hours[name], 6);
      for (const price of [upkeep, perYear]) {
        expect(price?.low).toBeLessThan(price?.value ?? NaN);
        expect(price?.high).toBeGreaterThan(price?.value ?? NaN);
      }
    }
    // An hour of the mean costs its upkeep less what its downtime costs, which is known: 36,000 / 20.
    const { upkeep, perYear } = costs?.hourOfRto.mean ?? {};
    expect(perYear?.value).toBeCloseTo((upkeep?.value ?? NaN) - 1800, 6);
    expect((perYear?.high ?? NaN) - (perYear?.low ?? NaN)).toBeCloseTo((upkeep?.high ?? NaN) - (upkeep?.low ?? NaN), 4);
  });

  it('gives the same price from either side, and mirrors what is dearer', () => {
    const there = costsOf([BASELINE, SOONER]);
    const back = costsOf([SOONER, BASELINE]);
    expect(back?.hourOfRto).toEqual(there?.hourOfRto);
    expect(back?.upkeep).toBe(-8200);
    const { value, low, high } = there?.perYear ?? {};
    expect(back?.perYear).toEqual({ value: -(value ?? NaN), low: -(high ?? NaN), high: -(low ?? NaN) });
  });

  it('counts the incidents of each by their own frequency', () => {
    const often = costsOf([BASELINE, { ...BASELINE, perYear: 1 / 10 }]);
    const { results } = syntheticComparison([BASELINE].concat(BASELINE));
    expect(often?.incidents?.value).toBeCloseTo(results[0].costs?.incidents.perYear ?? NaN, 6);
  });

  it('has no price of an hour where the two reopen at the same time, or may', () => {
    expect(costsOf([BASELINE, { ...SOONER, change: (value) => value }])?.hourOfRto).toEqual({
      mean: { upkeep: undecided, perYear: undecided },
      p95: { upkeep: undecided, perYear: undecided },
    });
    const jitter = costsOf([
      BASELINE,
      { ...SOONER, change: (value, metric, incident) => value + (metric === 'rto' ? 3600 * Math.cos(incident) : 0) },
    ]);
    expect(jitter?.hourOfRto.mean.upkeep).toEqual(undecided);
  });

  it('keeps the price of upkeep where the cost of an incident is not known', () => {
    const costs = costsOf([BASELINE, SOONER], { incidents: 4000, lost: 5 });
    expect(costs).toMatchObject({ upkeep: 8200, incidents: null, perYear: null });
    expect(costs?.hourOfRto.p95.perYear).toBeNull();
    expect(costs?.hourOfRto.p95.upkeep.state).toBe('estimated');
    const priced = { prices: { downtime: 10, standing: 1000, unrecoverable: 1e6 } };
    expect(costsOf([priced, { ...SOONER, ...priced }], { lost: 5 })?.incidents?.value).toBeLessThan(0);
  });

  it('has no interval, and no price, with few incidents', () => {
    const costs = costsOf([BASELINE, SOONER], { incidents: 20 });
    expect(costs?.perYear).toMatchObject({ low: null, high: null });
    expect(costs?.hourOfRto.mean.perYear).toMatchObject({ state: 'unsupported', value: null });
  });

  it('compares no money with none, and no currency with another', () => {
    expect(costsOf([BASELINE, {}])).toBeNull();
    expect(costsOf([{}, BASELINE])).toBeNull();
    expect(costsOf([BASELINE, { prices: { downtime: 1, standing: 1, currency: 'USD' } }])).toBeNull();
  });
});

const undecided = { state: 'undecided', value: null, low: null, high: null };
