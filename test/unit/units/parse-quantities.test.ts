import { describe, expect, test } from 'vitest';
import { parseCountRate } from '../../../src/units/parse-count-rate.js';
import { parseDuration } from '../../../src/units/parse-duration.js';
import { parseRate } from '../../../src/units/parse-rate.js';
import { parseShare } from '../../../src/units/parse-share.js';
import { parseSize } from '../../../src/units/parse-size.js';
import type { Parsed } from '../../../src/units/parsed.js';

const YEAR = 365.25 * 86_400;

/** The number, or the reason why there is none. */
function valueOf(parsed: Parsed<number>): number | string {
  return parsed.kind === 'read' ? parsed.value : parsed.kind;
}

describe('A duration', () => {
  test.each([
    ['45m', 2700],
    ['45 min', 2700],
    ['1.5h', 5400],
    ['1h30m', 5400],
    ['1 h 30 min', 5400],
    ['90s', 90],
    ['250ms', 0.25],
    ['2d', 172_800],
    ['1w', 604_800],
    ['2 days 4 hours', 187_200],
    ['P1DT2H', 93_600],
    ['PT0.5S', 0.5],
    ['0s', 0],
    ['1e3s', 1000],
  ])('%s is read in seconds', (text, seconds) => {
    expect(valueOf(parseDuration(text))).toBe(seconds);
  });

  test.each([
    ['', 'not-a-quantity'],
    ['soon', 'not-a-quantity'],
    ['4h garbage', 'not-a-quantity'],
    ['45', 'no-unit'],
    ['1h 45', 'not-a-quantity'],
    ['30m1h', 'unordered-parts'],
    ['4h 4h', 'unordered-parts'],
    ['90 GiB', 'other-dimension'],
    ['3 fortnights', 'unknown-unit'],
    ['4H', 'unknown-unit'],
    ['-5m', 'negative'],
    ['-PT5M', 'negative'],
    ['1y', 'calendar-unit'],
    ['2 months', 'calendar-unit'],
    ['P1Y', 'calendar-unit'],
    ['P1DT', 'not-a-quantity'],
    ['PT1H30', 'not-a-quantity'],
    ['P2DT-1H', 'not-a-quantity'],
    ['P', 'not-a-quantity'],
    ['1e400s', 'out-of-range'],
  ])('"%s" is refused: %s', (text, reason) => {
    expect(valueOf(parseDuration(text))).toBe(reason);
  });

  test('may have years and months where an age is read', () => {
    expect(valueOf(parseDuration('1y', { withCalendarUnits: true }))).toBe(YEAR);
    expect(valueOf(parseDuration('1y 6 months', { withCalendarUnits: true }))).toBe(1.5 * YEAR);
    expect(valueOf(parseDuration('P1Y6M', { withCalendarUnits: true }))).toBe(1.5 * YEAR);
  });
});

describe('A size', () => {
  test.each([
    ['500 GiB', 500 * 2 ** 30],
    ['1.5 TB', 1.5e12],
    ['200MB', 2e8],
    ['0 B', 0],
    ['1 KiB', 1024],
  ])('%s is read in bytes', (text, bytes) => {
    expect(valueOf(parseSize(text))).toBe(bytes);
  });

  test.each([
    ['500', 'no-unit'],
    ['5 Gbit', 'unknown-unit'],
    ['5 gib', 'unknown-unit'],
    ['5 GiB/s', 'other-dimension'],
    ['-1 GiB', 'negative'],
  ])('"%s" is refused: %s', (text, reason) => {
    expect(valueOf(parseSize(text))).toBe(reason);
  });
});

describe('A rate', () => {
  test.each([
    ['400 MiB/s', 400 * 2 ** 20],
    ['1 Gbit/s', 125e6],
    ['1Gbps', 125e6],
    ['10 GiB/h', (10 * 2 ** 30) / 3600],
    ['6 MB / min', 1e5],
  ])('%s is read in bytes per second', (text, rate) => {
    expect(valueOf(parseRate(text))).toBe(rate);
  });

  test('has a time in it', () => {
    expect(valueOf(parseRate('400 MiB'))).toBe('other-dimension');
  });
});

describe('A number per time', () => {
  test.each([
    ['0.25/s', 0.25],
    ['90/min', 1.5],
    ['90 per minute', 1.5],
    ['2 per year', 2 / YEAR],
    ['1 per 20y', 1 / (20 * YEAR)],
    ['1 per 1h30m', 1 / 5400],
  ])('%s is read per second', (text, rate) => {
    expect(valueOf(parseCountRate(text))).toBe(rate);
  });

  test.each([
    ['1 per 0s', 'out-of-range'],
    ['1 per fortnight', 'not-a-quantity'],
    ['3', 'no-unit'],
  ])('"%s" is refused: %s', (text, reason) => {
    expect(valueOf(parseCountRate(text))).toBe(reason);
  });
});

describe('A share', () => {
  test.each([
    ['97%', 0.97],
    ['97 %', 0.97],
    ['0.97', 0.97],
    ['0%', 0],
    ['100%', 1],
    ['120%', 'out-of-range'],
    ['1.2', 'out-of-range'],
    ['-1%', 'negative'],
    ['3h', 'other-dimension'],
  ])('%s is %s', (text, share) => {
    expect(valueOf(parseShare(text))).toBe(share);
  });
});
