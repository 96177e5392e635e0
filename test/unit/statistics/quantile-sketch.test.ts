import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stream } from '../../../src/random/stream.js';
import { countAtMost, countBelow } from '../../../src/statistics/count-at-most.js';
import { quantile } from '../../../src/statistics/quantile.js';
import { QuantileSketch, SKETCH_ERROR } from '../../../src/statistics/quantile-sketch.js';
import { sortedSample } from '../../../src/statistics/sorted-sample.js';

function sketchOf(...pieces: readonly Float64Array[]): QuantileSketch {
  const sketch = new QuantileSketch();
  for (const piece of pieces) sketch.add(piece);
  return sketch;
}

/** Values over many orders of magnitude. */
const anyValues = fc
  .array(
    fc.oneof(
      fc.double({ min: 0, max: 2 ** 64, noNaN: true }),
      fc.double({ min: 0, max: 1e7, noNaN: true }),
      fc.integer({ min: 0, max: 100 }),
      fc.constant(NaN),
    ),
    { minLength: 1, maxLength: 200 },
  )
  .map((values) => Float64Array.from(values));

describe('A quantile sketch', () => {
  test('tells every order statistic too large by at most its error, and never too small', () => {
    fc.assert(
      fc.property(anyValues, (values) => {
        const sketch = sketchOf(values);
        const { ascending } = sortedSample(values);
        expect(sketch.length).toBe(values.length);
        for (let place = 0; place < values.length; place++) {
          const [told, exact] = [sketch.at(place) ?? NaN, ascending.at(place) ?? NaN];
          expect(told).toBeGreaterThanOrEqual(exact);
          expect(told).toBeLessThanOrEqual(Math.max(exact * (1 + SKETCH_ERROR), 2 ** -10));
        }
        expect(sketch.at(0)).toBe(ascending.at(0));
        expect(sketch.at(values.length)).toBeUndefined();
      }),
    );
  });

  test('keeps whole hours up to three days as they are, so that a limit counts them exactly', () => {
    const hours = Float64Array.from({ length: 73 }, (_, hour) => hour * 3600);
    const sketch = sketchOf(hours);
    for (const [place, value] of hours.entries()) {
      expect(sketch.at(place)).toBe(value);
      expect(countAtMost(sketch, value)).toBe(place + 1);
      expect(countBelow(sketch, value)).toBe(place);
    }
  });

  test('gives the same bits however the values were cut, and the moments of the values themselves', () => {
    const values = new Float64Array(30_000);
    stream(3, 'sketch', 0).fillUniform(values, values.length);
    const seconds = values.map((uniform) => 3600 * -Math.log(uniform));
    const whole = sketchOf(seconds);
    const cut = sketchOf(seconds.subarray(0, 7), seconds.subarray(7, 20_000), seconds.subarray(20_000));
    expect(cut).toEqual(whole);
    const { moments } = sortedSample(seconds);
    for (const moment of ['mean', 'standardDeviation', 'standardError'] as const) {
      expect((whole.moments[moment] ?? NaN) / (moments[moment] ?? NaN)).toBeCloseTo(1, 12);
    }
  });

  test('lets quantile read it as it reads sorted values', () => {
    const values = Float64Array.of(5, 1, 3, NaN);
    expect(quantile(sketchOf(values), 0.5)).toBe(4);
    expect(quantile(sketchOf(values), 0.9)).toBe(Infinity);
  });

  test('of values without a number has no moments, and of one no deviation', () => {
    expect(sketchOf(Float64Array.of(NaN)).moments).toEqual({
      mean: null,
      standardDeviation: null,
      standardError: null,
    });
    expect(sketchOf(Float64Array.of(NaN, 4)).moments.mean).toBe(4);
    expect(sketchOf(Float64Array.of(NaN, 4)).moments.standardDeviation).toBeNull();
  });

  test('refuses what it cannot hold', () => {
    expect(() => sketchOf(Float64Array.of(-1))).toThrow(new RangeError('QuantileSketch: takes 0 to 2^64, is -1'));
    expect(() => sketchOf(Float64Array.of(2 ** 65))).toThrow(RangeError);
    expect(sketchOf(Float64Array.of(2 ** 64)).at(0)).toBe(2 ** 64);
  });
});
