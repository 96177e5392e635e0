import { describe, expect, it } from 'vitest';
import { parsePricePerSize, parsePricePerSizeAndTime } from '../../../src/units/parse-price.js';

describe('parsePricePerSize', () => {
  it('reads a price per byte', () => {
    expect(parsePricePerSize('0.09/GiB')).toEqual({ kind: 'read', value: 0.09 / 2 ** 30 });
    expect(parsePricePerSize('90 per TB')).toEqual({ kind: 'read', value: 90 / 1e12 });
    expect(parsePricePerSize('5 / 10 GB')).toEqual({ kind: 'read', value: 5 / 1e10 });
  });

  it('refuses what is no price per size', () => {
    expect(parsePricePerSize('0.09')).toEqual({ kind: 'not-a-quantity' });
    expect(parsePricePerSize('0.09/h')).toEqual({ kind: 'not-a-quantity' });
    expect(parsePricePerSize('-1/GiB')).toEqual({ kind: 'negative' });
    expect(parsePricePerSize('1/0 GiB')).toEqual({ kind: 'out-of-range' });
  });
});

describe('parsePricePerSizeAndTime', () => {
  it('reads a price per byte and second', () => {
    // A month has 30.4375 days.
    const month = 30.4375 * 86_400;
    expect(parsePricePerSizeAndTime('0.023/GiB/month')).toEqual({ kind: 'read', value: 0.023 / 2 ** 30 / month });
    expect(parsePricePerSizeAndTime('23 per TB per month')).toEqual({ kind: 'read', value: 23 / 1e12 / month });
  });

  it('refuses what lacks either', () => {
    expect(parsePricePerSizeAndTime('0.023/GiB')).toEqual({ kind: 'not-a-quantity' });
    expect(parsePricePerSizeAndTime('0.023/month')).toEqual({ kind: 'not-a-quantity' });
    expect(parsePricePerSizeAndTime('-0.023/GiB/month')).toEqual({ kind: 'negative' });
  });
});
