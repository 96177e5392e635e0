import { describe, expect, it } from 'vitest';
import { stream } from '../../src/random/stream.js';
import { IncidentSimulator } from '../../src/simulation/incident-simulator.js';
import type { MetricComparison } from '../../src/study/comparison.js';
import { replicate } from '../../src/study/replicate.js';
import { HOUR } from '../../src/units/quantity.js';
import { comparedColumns } from '../support/metric-side.js';
import { smallPlan } from '../support/small-plan.js';

/** Copies are made at once, every so often, and the strike is uniform: the loss is the time since the last multiple. */
function copiedEvery(period: string) {
  return smallPlan(`
runbook:
  last: { takes: 1h }
surfaces:
  files: { replication: { every: ${period}, takes: 0s } }`);
}

const INCIDENTS = 50_000;
const losses = (period: string) => replicate(copiedEvery(period), { seed: 5, incidents: INCIDENTS }).metrics[1].values;

/** So many standard deviations are exceeded with a probability of at most 1e-6. */
const SIGMAS = 4.9;
const expectShare = (found: number, expected: number, count = INCIDENTS) => {
  expect(Math.abs(found - expected)).toBeLessThan(SIGMAS * Math.sqrt((expected * (1 - expected)) / count));
};

describe('common random numbers', () => {
  it('let an incident strike two scenarios of one period at the same instant, whatever else they are', () => {
    const one = new IncidentSimulator(copiedEvery('6h'), 5);
    const other = new IncidentSimulator(
      smallPlan(`
people: { engineers: { count: 1, hours: "Mon-Fri 08:00-18:00", call-out: 10m to 1h } }
runbook:
  first: { takes: 1h to 3h, needs: engineers, fails: 20% }
  last: { follows: first, takes: 1h }
surfaces:
  settings: { versioned: true }`),
      5,
    );
    for (const incident of [0, 1, 1023, 1024, 40_000]) {
      one.play(incident);
      other.play(incident);
      expect(other.strike.at).toBe(one.strike.at);
    }
  });
});

describe('copies more or less often, by theory', () => {
  it('every 2 h instead of every 6 h save nothing, 2 h or 4 h, each in a third of the incidents', () => {
    const { better, equal, worse, difference, shifts, verdict } = comparedColumns(losses('6h'), losses('2h'));
    expectShare(better.share, 2 / 3);
    expectShare(equal.share, 1 / 3);
    expect(worse.share).toBe(0);
    expect(verdict).toBe('better');
    // Three values, 2 h apart, equally likely.
    const sd = 2 * HOUR * Math.sqrt(2 / 3);
    expect(Math.abs((difference.mean ?? NaN) + 2 * HOUR)).toBeLessThan((SIGMAS * sd) / Math.sqrt(INCIDENTS));
    expect(difference.sd).toBeCloseTo(sd, -2);
    const { p5, p50, p95 } = difference.quantiles;
    expect([p5.value, p50.value, p95.value].map((value) => Math.round(value ?? NaN))).toEqual([
      -4 * HOUR,
      -2 * HOUR,
      0,
    ]);
    // Both losses are uniform, so the quantiles lie p × 4 h apart.
    expect(shifts.p95.low).toBeLessThan(-0.95 * 4 * HOUR);
    expect(shifts.p95.high).toBeGreaterThan(-0.95 * 4 * HOUR);
  });

  it('every 4 h instead of every 6 h lose more in a sixth of the incidents, although never at a quantile', () => {
    const { better, equal, worse, difference, shifts, verdict } = comparedColumns(losses('6h'), losses('4h'));
    // Over 12 h: 0 for four hours, −4 h for two, +2 h for two, −2 h for four.
    expectShare(better.share, 1 / 2);
    expectShare(equal.share, 1 / 3);
    expectShare(worse.share, 1 / 6);
    expect(Math.abs((difference.mean ?? NaN) + HOUR)).toBeLessThan((SIGMAS * 2.1 * HOUR) / Math.sqrt(INCIDENTS));
    expect(Object.values(shifts).filter(({ high }) => high !== null && high > 0)).toEqual([]);
    expect(verdict).toBe('better');
  });
});

describe('the intervals of a difference', () => {
  const SAMPLES = 2000;
  const SIZE = 500;

  /** Pairs of uniform numbers that are the same number with that probability, else have nothing to do with each other. */
  function* pairsOf(common: number): Generator<readonly [Float64Array, Float64Array]> {
    for (let sample = 0; sample < SAMPLES; sample++) {
      const chance = stream(11, `pairs ${common}`, sample);
      const first = Float64Array.from({ length: SIZE }, () => chance.uniform());
      yield [first, first.map((value) => (chance.uniform() < common ? value : chance.uniform()))];
    }
  }

  const SHIFT = 3;
  const uniform = (values: Float64Array, by: number) => values.map((value) => value + by);
  const exponential = (values: Float64Array, mean: number) => values.map((value) => -mean * Math.log(1 - value));

  type Bounds = Readonly<Record<'low' | 'high', number | null>>;
  const contains = ({ low, high }: Bounds, truth: number) => (low ?? NaN) <= truth && truth <= (high ?? NaN);

  /** Less is found with probability at most 1e-6 where 95 % of the intervals hold the truth; more is no fault. */
  const expectCoverage = (results: readonly MetricComparison[], isCovered: (metric: MetricComparison) => boolean) => {
    const found = results.filter(isCovered).length / SAMPLES;
    expect(found).toBeGreaterThan(0.95 - SIGMAS * Math.sqrt((0.95 * 0.05) / SAMPLES));
  };

  it.each([0, 0.5, 0.9])('of quantiles hold a known shift of a uniform law, %s of the pairs in common', (common) => {
    const results = Array.from(pairsOf(common), ([one, other]) => comparedColumns(one, uniform(other, SHIFT)));
    for (const quantile of ['p5', 'p50', 'p95'] as const) {
      expectCoverage(results, ({ shifts }) => contains(shifts[quantile], SHIFT));
    }
  });

  it('of quantiles and of the mean hold what two exponential laws are apart, half of the pairs in common', () => {
    const results = Array.from(pairsOf(0.5), ([one, other]) =>
      comparedColumns(exponential(one, 1), exponential(other, 3)),
    );
    for (const [quantile, probability] of [
      ['p5', 0.05],
      ['p50', 0.5],
      ['p95', 0.95],
    ] as const) {
      expectCoverage(results, ({ shifts }) => contains(shifts[quantile], -2 * Math.log(1 - probability)));
    }
    expectCoverage(results, ({ difference }) => contains({ low: difference.meanLow, high: difference.meanHigh }, 2));
  });

  it('of quantiles hold where the change is too small to exchange two incidents', () => {
    // Incidents are 0.002 apart; a tenth of that is added or taken away, which moves no quantile of the law.
    const signs = (sample: number) => stream(12, 'signs', sample);
    const results = Array.from(pairsOf(1), ([one], sample) => {
      const chance = signs(sample);
      return comparedColumns(
        one,
        one.map((value) => value + (chance.uniform() < 0.5 ? 2e-4 : -2e-4)),
      );
    });
    for (const quantile of ['p25', 'p50', 'p95'] as const) {
      expectCoverage(results, ({ shifts }) => contains(shifts[quantile], 0));
    }
  });

  it('shrink as the two have more in common', () => {
    const lengthOf = (common: number) => {
      const [[one, other]] = pairsOf(common);
      const { low, high } = comparedColumns(one, uniform(other, SHIFT)).shifts.p50;
      return (high ?? NaN) - (low ?? NaN);
    };
    expect(lengthOf(0.9)).toBeLessThan(0.5 * lengthOf(0));
  });
});
