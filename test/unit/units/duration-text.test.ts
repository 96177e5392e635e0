import { describe, expect, it } from 'vitest';
import { deviationText, differenceText, durationText, limitText } from '../../../src/units/duration-text.js';
import { durationTicks } from '../../../src/report/duration-ticks.js';
import { DAY, HOUR, MINUTE } from '../../../src/units/quantity.js';

describe('durationText', () => {
  it.each([
    [0, '0s'],
    [0.25, '0.250s'],
    [59.94, '59.9s'],
    [59.96, '1.00m'],
    [257.4, '4.29m'],
    [59.96 * MINUTE, '1.00h'],
    [16.94 * HOUR, '16.9h'],
    [99.94 * HOUR, '99.9h'],
    [99.96 * HOUR, '4.17d'],
    [1234.5 * DAY, '1235d'],
    [0.000_001, '0.0001s'],
  ])('writes %d s as %s', (seconds, text) => {
    expect(durationText(seconds)).toBe(text);
  });
});

describe('limitText', () => {
  it.each([
    [24 * HOUR, '24h'],
    [72 * HOUR, '72h'],
    [90 * MINUTE, '1.5h'],
    [15 * MINUTE, '15m'],
    [7 * DAY, '7d'],
    [0, '0s'],
    [27.25 * HOUR, '27.25h'],
    [500 * MINUTE, '500m'],
    [100.25 * HOUR, '100.25h'],
    [12.3456, '12.3456s'],
  ])('writes %d s as %s, as one would in a scenario', (seconds, text) => {
    expect(limitText(seconds)).toBe(text);
  });
});

describe('differenceText', () => {
  it.each([
    [-16.9 * HOUR, '−16.9h'],
    [257.4, '+4.29m'],
    [0, '0s'],
    [-0, '0s'],
  ])('writes %d s as %s', (seconds, text) => {
    expect(differenceText(seconds)).toBe(text);
  });
});

describe('deviationText', () => {
  it.each([
    [0.43 * HOUR, 40 * HOUR, '±0.43h'],
    [0.0452 * HOUR, 8 * HOUR, '±0.05h'],
    [3 * HOUR, 16 * HOUR, '±3.0h'],
    [30, 2 * HOUR, '±0.008h'],
    [0, 2 * HOUR, '±0h'],
    [300 * HOUR, 99 * HOUR, '±300h'],
  ])('writes %d s beside %d s as %s', (deviation, of, text) => {
    expect(deviationText({ deviation, of })).toBe(text);
  });
});

describe('durationTicks', () => {
  it('are durations that people think in', () => {
    const labels = durationTicks({ from: 1.5 * HOUR, to: 4 * DAY }).map(({ label }) => label);
    expect(labels).toEqual(['2h', '4h', '8h', '12h', '1d', '2d', '3d']);
  });

  it('are at most ten, however long the axis', () => {
    expect(durationTicks({ from: 1, to: 365 * DAY })).toHaveLength(8);
  });
});
