import fc from 'fast-check';
import Qty from 'js-quantities';
import { describe, expect, test } from 'vitest';
import {
  exactAge,
  exactCountRate,
  exactDuration,
  exactRate,
  exactShare,
  exactSize,
} from '../../src/units/exact-text.js';
import { parseCountRate } from '../../src/units/parse-count-rate.js';
import { parseDuration } from '../../src/units/parse-duration.js';
import { parseRate } from '../../src/units/parse-rate.js';
import { parseShare } from '../../src/units/parse-share.js';
import { parseSize } from '../../src/units/parse-size.js';
import type { Parsed } from '../../src/units/parsed.js';

const SEED = 20260119;

/** js-quantities rounds on its way, so the two may differ in the last digits. */
const ROUNDING = 1e-12;

function valueOf(parsed: Parsed<number>): number {
  if (parsed.kind !== 'read') throw new Error(`refused: ${parsed.kind}`);
  return parsed.value;
}

const number = fc.oneof(
  fc.integer({ min: 0, max: 100_000 }).map(String),
  fc.tuple(fc.nat(9999), fc.integer({ min: 1, max: 999 })).map(([whole, part]) => `${String(whole)}.${String(part)}`),
);

describe('Quantities agree with js-quantities', () => {
  const agree = (text: fc.Arbitrary<string>, parse: (text: string) => Parsed<number>, base: string) => {
    fc.assert(
      fc.property(text, (quantity) => {
        const theirs = Qty(quantity).to(base).scalar;
        expect(Math.abs(valueOf(parse(quantity)) - theirs)).toBeLessThanOrEqual(ROUNDING * Math.max(1, theirs));
      }),
      { seed: SEED, numRuns: 300 },
    );
  };
  const withUnit = (...units: readonly string[]) =>
    fc.tuple(number, fc.constantFrom(...units)).map(([count, unit]) => `${count} ${unit}`);

  test('for durations', () => {
    agree(withUnit('ms', 's', 'min', 'h', 'd', 'seconds', 'minutes', 'hours', 'days', 'weeks'), parseDuration, 's');
  });

  test('for sizes', () => {
    agree(withUnit('B', 'kB', 'MB', 'GB', 'TB', 'KiB', 'MiB', 'GiB', 'TiB'), parseSize, 'B');
  });

  test('for rates', () => {
    agree(withUnit('B/s', 'MB/s', 'MiB/s', 'GiB/h', 'TB/d', 'Mbit/s', 'Gbit/s', 'kbit/min'), parseRate, 'B/s');
  });
});

describe('An exact text reads back to the last bit', () => {
  const forms: readonly (readonly [string, (value: number) => string, (text: string) => Parsed<number>, number])[] = [
    ['durations', exactDuration, parseDuration, 1e9],
    ['ages', exactAge, (text) => parseDuration(text, { withCalendarUnits: true }), 1e11],
    ['sizes', exactSize, parseSize, 1e15],
    ['rates', exactRate, parseRate, 1e12],
    ['count rates', exactCountRate, parseCountRate, 1e6],
    ['shares', exactShare, parseShare, 1],
  ];

  test.each(forms)('of %s', (_name, write, parse, most) => {
    const value = fc.oneof(
      fc.double({ min: 0, max: most, noNaN: true }),
      fc.integer({ min: 0, max: Math.floor(Math.min(most, 1e9)) }),
    );
    fc.assert(
      fc.property(value, (exact) => {
        expect(valueOf(parse(write(exact)))).toBe(exact + 0);
      }),
      { seed: SEED, numRuns: 500 },
    );
  });
});
