import { describe, expect, test } from 'vitest';
import { unitMeant } from '../../../src/units/unit-meant.js';

describe('The unit that an unknown one was written for', () => {
  test.each([
    ['gib', 'GiB'],
    ['gb', 'GB'],
    ['Mib', undefined],
    ['Gb', undefined],
    ['H', 'h'],
    ['mib/s', 'MiB/s'],
    ['mB/s', 'MB/s'],
    ['MBps', 'MB/s'],
    ['gBit/s', 'Gbit/s'],
    ['mbps', 'Mbit/s'],
    ['Kbps', 'kbit/s'],
    ['fortnights', undefined],
    ['MiB/fortnight', undefined],
    ['MB/s/s', undefined],
  ])('differs in its capitals only: %s', (text, unit) => {
    expect(unitMeant(text)).toEqual(unit === undefined ? undefined : { kind: 'capitals', unit });
  });

  test.each([
    ['Mb/s', 'Mbit/s'],
    ['Gb/s', 'Gbit/s'],
    ['Kb/h', 'kbit/h'],
  ])('is in bits where a small b stands behind a capital: %s', (text, unit) => {
    expect(unitMeant(text)).toEqual({ kind: 'bit', unit });
  });

  test('is a unit of time in another spelling', () => {
    expect(unitMeant('mins')).toEqual({ kind: 'spelling', unit: 'm' });
    expect(unitMeant('Hrs')).toEqual({ kind: 'spelling', unit: 'h' });
  });

  test('is one of two, eight times apart, where no capital tells', () => {
    expect(unitMeant('mb/s')).toEqual({ kind: 'either', bits: 'Mbit/s', bytes: 'MB/s' });
    expect(unitMeant('b/s')).toEqual({ kind: 'either', bits: 'bit/s', bytes: 'B/s' });
    expect(unitMeant('Mib/s')).toBeUndefined();
  });
});
