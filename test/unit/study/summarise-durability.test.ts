import { describe, expect, it } from 'vitest';
import { summariseDurability } from '../../../src/study/years/summarise-durability.js';

const lives = { surface: 'data', copies: 2, units: 5, horizon: 10, bound: 100 };

describe('The summary of stored data', () => {
  it('has the mean of the times to loss when every life came to one', () => {
    const firstLoss = Float64Array.from({ length: 40 }, (_, i) => 11 + i);
    const { timeToLoss } = summariseDurability({ ...lives, firstLoss, unitsLost: new Float64Array(40) }, 0.95);
    expect(timeToLoss).toMatchObject({ state: 'all-lost', mean: 30.5, losses: 40, playedSeconds: 1220 });
    // Standard deviation of 40 equidistant numbers: sqrt((40² − 1) / 12) · sqrt(40 / 39).
    const error = Math.sqrt((40 ** 2 - 1) / 12) * Math.sqrt(40 / 39) * Math.sqrt(1 / 40);
    expect(timeToLoss.low).toBeCloseTo(30.5 - 1.959964 * error, 4);
  });

  it('has time over losses, with the limits of a Poisson count, when some lives did not', () => {
    const firstLoss = Float64Array.from({ length: 20 }, (_, i) => (i < 10 ? 50 : Infinity));
    const { timeToLoss } = summariseDurability({ ...lives, firstLoss, unitsLost: new Float64Array(20) }, 0.95);
    expect(timeToLoss).toMatchObject({ state: 'some-lost', mean: 150, losses: 10, playedSeconds: 1500 });
    // Garwood's table: 10 counted are between 4.795 and 18.39 expected.
    expect(timeToLoss.low).toBeCloseTo(1500 / 18.39, 1);
    expect(timeToLoss.high).toBeCloseTo(1500 / 4.795, 1);
  });

  it('has a bound from below when nothing was lost', () => {
    const firstLoss = new Float64Array(20).fill(Infinity);
    const summary = summariseDurability({ ...lives, firstLoss, unitsLost: new Float64Array(20) }, 0.95);
    expect(summary.timeToLoss).toMatchObject({ state: 'none-lost', mean: null, high: null, losses: 0 });
    // Of none counted 3.689 may have been expected.
    expect(summary.timeToLoss.low).toBeCloseTo(2000 / 3.689, 1);
    expect(summary.lost).toMatchObject({ lives: 0, share: 0, low: 0 });
  });

  it('counts lives with a loss within the horizon, and the units', () => {
    const unitsLost = Float64Array.from({ length: 100 }, (_, i) => (i < 40 ? 2 : 0));
    const { lost, unitsLost: mean } = summariseDurability(
      { ...lives, firstLoss: new Float64Array(100).fill(5), unitsLost },
      0.95,
    );
    expect(lost).toMatchObject({ lives: 40, share: 0.4 });
    expect(mean.mean).toBeCloseTo(0.8, 12);
  });
});
