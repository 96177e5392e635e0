import { describe, expect, test } from 'vitest';
import {
  exactAge,
  exactDuration,
  exactFrequency,
  exactRate,
  exactShare,
  exactSize,
} from '../../../src/units/exact-text.js';
import { bytesPerSecond, gibibytes, mebibytes, mebibytesPerSecond, minutes } from '../../../src/units/quantity.js';

describe('An exact text is in the unit in which it is shortest', () => {
  test.each([
    [exactDuration(minutes(45)), '45m'],
    [exactDuration(minutes(90)), '90m'],
    [exactDuration(minutes(75)), '75m'],
    [exactDuration(0.1), '0.1s'],
    [exactAge(5 * 365.25 * 86_400), '5y'],
    [exactSize(gibibytes(500)), '500 GiB'],
    [exactSize(mebibytes(1.5)), '1.5 MiB'],
    [exactSize(1.5e12), '1.5 TB'],
    [exactRate(mebibytesPerSecond(400)), '400 MiB/s'],
    [exactRate(gibibytes(10) / 3600), '10 GiB/h'],
    [exactRate(bytesPerSecond(125e6)), '125 MB/s'],
    [exactShare(0.97), '97%'],
  ])('%s', (text, expected) => {
    expect(text).toBe(expected);
  });

  test('and there is none for what is no finite number', () => {
    expect(() => exactDuration(Infinity)).toThrow('Quantity: must be a finite number, is Infinity');
    expect(() => exactDuration(NaN)).toThrow(RangeError);
  });
});

describe('A frequency is written', () => {
  const YEAR = 365.25 * 86_400;

  test.each([
    [1 / (20 * YEAR), '1 per 20y'],
    [2 / YEAR, '2 per year'],
    [0.25, '0.25/s'],
  ])('%d per second as %s', (perSecond, text) => {
    expect(exactFrequency(perSecond)).toBe(text);
  });
});
