import { describe, expect, it } from 'vitest';
import { stream } from '../../src/random/stream.js';
import { compareCosts } from '../../src/study/compare-costs.js';
import type { HourPrice, PriceEstimate } from '../../src/study/costs-comparison.js';
import { moments } from '../../src/statistics/moments.js';
import type { CostsSummary } from '../../src/study/summary.js';
import { comparedColumns, metricSide } from '../support/metric-side.js';

const SAMPLES = 1500;
const SIZE = 500;
/** So many standard deviations are exceeded with a probability of at most 1e-6. */
const SIGMAS = 4.9;

/** An hour of downtime costs 2000, and 0.2 incidents come in a year: more than the 250 that an hour costs to save. */
const DOWNTIME = 2000;
const PER_YEAR = 0.2;
const STANDING = 5000;
const MEANS = [30, 10] as const;

/**
 * Recoveries with exponential times, in hours, half of them the same luck; an incident costs its downtime and an
 * exponential amount besides, which is the same law on both sides.
 */
function priceOf(sample: number): { readonly mean: HourPrice; readonly p95: HourPrice } {
  const chance = stream(17, 'prices', sample);
  const exponential = (mean: number, uniform: number) => -mean * Math.log(1 - uniform);
  const luck = Float64Array.from({ length: SIZE }, () => chance.uniform());
  const other = luck.map((uniform) => (chance.uniform() < 0.5 ? uniform : chance.uniform()));
  const sides = [luck, other].map((uniforms, side) => {
    const rto = uniforms.map((uniform) => exponential(MEANS[side], uniform));
    const costs = rto.map((hours) => DOWNTIME * hours + exponential(5000, chance.uniform()));
    const summary = { costs: summaryOf(costs, side * STANDING), incidentKinds: { loss: kind } };
    return { costs, rto: metricSide(rto.map((hours) => hours * 3600)), summary };
  });
  const rto = comparedColumns(sides[0].rto.values, sides[1].rto.values);
  const comparison = compareCosts(sides[0], sides[1], { rto, confidence: 0.95 });
  if (comparison === null) throw new Error('both have prices');
  return comparison.hourOfRto;
}

const kind = { perYear: PER_YEAR, share: 1, incidents: SIZE, metrics: null, cost: null };

function summaryOf(costs: Float64Array, standing: number): CostsSummary {
  const { mean } = moments(costs);
  return {
    currency: 'EUR',
    perIncident: metricSummary,
    incidents: { perYear: PER_YEAR * (mean ?? NaN), standardError: null },
    storage: { bytes: 0, perYear: 0 },
    standing: { standby: standing },
    perYear: null,
  };
}

/** Of the quantiles of the cost of an incident nothing is asked here. */
const metricSummary = {} as CostsSummary['perIncident'];

const PRICES = Array.from({ length: SAMPLES }, (_, sample) => priceOf(sample));

describe('the price of an hour holds what theory says', () => {
  const saved = { mean: MEANS[0] - MEANS[1], p95: (MEANS[0] - MEANS[1]) * Math.log(20) };
  const yearly = STANDING - PER_YEAR * DOWNTIME * saved.mean;

  const coverageOf = (isWithin: (price: { mean: HourPrice; p95: HourPrice }) => boolean) =>
    PRICES.filter(isWithin).length / SAMPLES;
  const holds = (estimate: PriceEstimate | null, truth: number) =>
    estimate !== null && (estimate.low ?? NaN) <= truth && truth <= (estimate.high ?? NaN);
  const within = SIGMAS * Math.sqrt((0.95 * 0.05) / SAMPLES);

  // Without the covariance of cost and RTO nearly all of these intervals would hold it: they are much too long then.
  it.each(['mean', 'p95'] as const)('of the %s of RTO, in 95 of 100 samples', (name) => {
    expect(Math.abs(coverageOf((price) => holds(price[name].upkeep, STANDING / saved[name])) - 0.95)).toBeLessThan(
      within,
    );
    expect(Math.abs(coverageOf((price) => holds(price[name].perYear, yearly / saved[name])) - 0.95)).toBeLessThan(
      within,
    );
  });
});
