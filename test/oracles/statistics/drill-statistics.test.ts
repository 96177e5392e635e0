import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sampleOfRange } from '../../../src/evidence/drills/range-forecast.js';
import { andersonDarlingCumulative } from '../../../src/statistics/anderson-darling.js';
import { clopperPearson } from '../../../src/statistics/clopper-pearson.js';
import { crpsOfSample } from '../../../src/statistics/crps.js';
import { holm } from '../../../src/statistics/holm.js';
import { irwinHallCumulative } from '../../../src/statistics/irwin-hall.js';
import { kolmogorovCumulative } from '../../../src/statistics/kolmogorov-smirnov.js';
import { theilSen } from '../../../src/statistics/theil-sen.js';

interface Tables {
  readonly clopper_pearson: readonly [number, number, number, number, number][];
  readonly kolmogorov: readonly [number, number, number][];
  readonly irwin_hall: readonly [number, number, number][];
  readonly anderson: readonly [number, number, number, number][];
  readonly crps: readonly [number[], number, boolean, number][];
  readonly crps_laws: readonly [string, number, number, number, boolean, number][];
  readonly theil: readonly [number[], number[], number, number, number | null, number | null][];
  readonly holm: readonly [number[], number[]][];
}

// Written by SciPy: python3 make-drill-statistics.py > drill-statistics.json
const tables = JSON.parse(readFileSync(new URL('drill-statistics.json', import.meta.url), 'utf8')) as Tables;

describe('statistics of drills against SciPy', () => {
  it('clopperPearson agrees with binomtest(…).proportion_ci(method="exact")', () => {
    expect(tables.clopper_pearson.length).toBeGreaterThan(80);
    for (const [successes, trials, confidence, low, high] of tables.clopper_pearson) {
      const found = clopperPearson({ successes, trials, confidence });
      expect(found.low).toBeCloseTo(low, 10);
      expect(found.high).toBeCloseTo(high, 10);
    }
  });

  it('the law of the distance of Kolmogorov and Smirnov agrees with kstwo, for 1 to 200 values', () => {
    for (const [count, distance, cumulative] of tables.kolmogorov) {
      // Above 140 values SciPy takes an approximation itself, good to six digits.
      expect(Math.abs(kolmogorovCumulative(count, distance) - cumulative)).toBeLessThan(count > 140 ? 1e-5 : 1e-9);
    }
  });

  it('above 1000 values it continues within 0.00005', () => {
    for (const x of [0.7, 0.9, 1.2, 1.6]) {
      const [below, above] = [1000, 1001].map((count) => kolmogorovCumulative(count, x / Math.sqrt(count)));
      expect(Math.abs(above - below)).toBeLessThan(0.00005);
    }
  });

  it('the law of Anderson and Darling agrees with ten million simulated samples', () => {
    for (const [count, statistic, share, draws] of tables.anderson) {
      // Five standard errors, a false alarm in 1.7 million, and the 0.00001 that the approximation may be off.
      const reach = 5 * Math.sqrt((share * (1 - share)) / draws) + 1e-5;
      expect(Math.abs(andersonDarlingCumulative(count, statistic) - share)).toBeLessThan(reach);
    }
  });

  it.each([
    [0.9, 1.933],
    [0.95, 2.492],
    [0.975, 3.07],
    [0.99, 3.857],
  ])('its quantile %d for many values is the published %d (Lewis 1961)', (share, statistic) => {
    expect(andersonDarlingCumulative(1e9, statistic)).toBeCloseTo(share, 3);
  });

  it('irwinHallCumulative agrees with irwinhall', () => {
    for (const [count, sum, cumulative] of tables.irwin_hall) {
      expect(Math.abs(irwinHallCumulative(count, sum) - cumulative)).toBeLessThan(1e-9);
    }
  });

  it('irwinHallCumulative goes on as a normal law within 0.0005', () => {
    for (const share of [0.3, 0.4, 0.45]) {
      const exact = irwinHallCumulative(20, 10 + (share - 0.5) * 20);
      const scaled = 10.5 + ((share - 0.5) * 20 * Math.sqrt(21)) / Math.sqrt(20);
      expect(Math.abs(irwinHallCumulative(21, scaled) - exact)).toBeLessThan(0.0015);
    }
  });

  it('crpsOfSample is the integral that it stands for', () => {
    for (const [sample, value, isCensored, score] of tables.crps) {
      expect(crpsOfSample(Float64Array.from(sample), { value, isCensored })).toBeCloseTo(score, 12);
    }
  });

  it('a planning range is scored as the integral over its law', () => {
    for (const [, low, high, value, isCensored, score] of tables.crps_laws) {
      expect(Math.abs(crpsOfSample(sampleOfRange({ low, high }), { value, isCensored }) - score)).toBeLessThan(2e-3 * score + 1e-4);
    }
  });

  it('theilSen has the slope of theilslopes and the interval that all permutations give', () => {
    for (const [times, values, confidence, slope, low, high] of tables.theil) {
      const points = times.map((time, index) => ({ time, value: values[index] }));
      const trend = theilSen(points, confidence);
      if (low === null || high === null) expect(trend).toBeUndefined();
      else {
        expect(trend?.slope).toBeCloseTo(slope, 10);
        // SciPy rounds the ranks of the normal law differently: one pair more or less.
        expect(trend?.low).toBeCloseTo(low, times.length > 40 ? 2 : 10);
        expect(trend?.high).toBeCloseTo(high, times.length > 40 ? 2 : 10);
      }
    }
  });

  it('holm adjusts as its definition does', () => {
    for (const [raw, adjusted] of tables.holm) {
      holm(raw).forEach((value, index) => {
        expect(value).toBeCloseTo(adjusted[index], 12);
      });
    }
  });
});
