import { describe, expect, test } from 'vitest';
import { stream } from '../../../src/random/stream.js';
import { quantileRanks } from '../../../src/statistics/quantile-ranks.js';
import { exactSamples, type RunSamples } from '../../../src/study/run-samples.js';
import { confidencePerLook, isPrecise, looksUpTo } from '../../../src/study/precision-rule.js';

/** A run in which every metric has these values. */
function runOf(values: Float64Array): RunSamples {
  const metrics = ['rto', 'rpo', 'rtt', 'rpo.database'].map((name) => ({ name, values }));
  return exactSamples({
    seed: 1,
    incidents: values.length,
    metrics,
    kinds: { names: ['region-loss'], values: new Float64Array(0) },
    steps: { incidents: 0, steps: [], people: [], decisions: [] },
  });
}

/** Exponential values with mean 1. */
function exponentials(count: number, seed: number): Float64Array {
  const values = new Float64Array(count);
  stream(seed, 'precision', 0).fillUniform(values, count);
  return values.map((uniform) => -Math.log(uniform));
}

describe('Looks', () => {
  test('are at whole blocks, half as many again each time, and at the ceiling', () => {
    expect(looksUpTo(50_000)).toEqual([8192, 12_288, 18_432, 27_648, 41_984, 50_000]);
    expect(looksUpTo(8192)).toEqual([8192]);
    expect(looksUpTo(5)).toEqual([5]);
  });

  test('share the chance of a miss among them', () => {
    expect(confidencePerLook(0.95, 1)).toBeCloseTo(0.95, 15);
    expect(confidencePerLook(0.95, 5)).toBeCloseTo(0.99, 15);
  });
});

describe('A run is precise', () => {
  const confidence = 0.95;

  test('when half the width of the widest interval is at most that share of its estimate', () => {
    // Uniform on the whole numbers 1 to 10,000: ranks are values, and P50 is relatively the widest.
    const values = Float64Array.from({ length: 10_000 }, (_, index) => index + 1);
    const ranks = quantileRanks({ count: 10_000, probability: 0.5, confidence });
    const share = ((ranks?.high ?? 0) - (ranks?.low ?? 0)) / 2 / 5000.5;
    expect(isPrecise(runOf(values), { precision: share * 1.0001, confidence })).toBe(true);
    expect(isPrecise(runOf(values), { precision: share * 0.9999, confidence })).toBe(false);
  });

  test('when nothing varies, be it 0', () => {
    expect(isPrecise(runOf(new Float64Array(100)), { precision: 0.0001, confidence })).toBe(true);
  });

  test('not when the sample cannot bound P95', () => {
    expect(isPrecise(runOf(new Float64Array(71).fill(5)), { precision: 0.5, confidence })).toBe(false);
  });

  test('when P95 surely falls among the unrecoverable, but not when it may', () => {
    const withLost = (lost: number) => runOf(new Float64Array(10_000).fill(7).fill(NaN, 0, lost));
    expect(isPrecise(withLost(1000), { precision: 0.01, confidence })).toBe(true);
    expect(isPrecise(withLost(500), { precision: 0.01, confidence })).toBe(false);
    expect(isPrecise(withLost(505), { precision: 0.01, confidence })).toBe(false);
    expect(isPrecise(withLost(300), { precision: 0.01, confidence })).toBe(true);
  });
});

describe('The intervals at the look at which a run stops', () => {
  test('hold at least as often as they say, for P50 and for P95', () => {
    const looks = looksUpTo(100_000);
    const confidence = confidencePerLook(0.95, looks.length);
    const runs = 250;
    const missed = new Map([0.5, 0.95].map((probability) => [probability, 0]));
    const stops = new Set<number>();
    for (let seed = 0; seed < runs; seed += 1) {
      const all = exponentials(looks[4], seed);
      const stop = looks
        .slice(0, 5)
        .find((look) => isPrecise(runOf(all.subarray(0, look)), { precision: 0.03, confidence }));
      stops.add(stop ?? 0);
      const ascending = all.slice(0, stop).sort();
      for (const [probability, count] of missed) {
        const ranks = quantileRanks({ count: ascending.length, probability, confidence });
        const truth = -Math.log(1 - probability);
        const isInside = ranks !== undefined && ascending[ranks.low - 1] <= truth && truth <= ascending[ranks.high - 1];
        if (!isInside) missed.set(probability, count + 1);
      }
    }
    // Every run reached it, and not all at one look: there was peeking to be allowed for.
    expect(stops.has(0)).toBe(false);
    expect(stops.size).toBeGreaterThan(1);
    // Binomial (250, 5%): above 32 with a probability below 1e-6.
    for (const count of missed.values()) expect(count).toBeLessThanOrEqual(32);
  });
});
