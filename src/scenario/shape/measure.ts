import { parseCountRate } from '../../units/parse-count-rate.js';
import { parseDuration } from '../../units/parse-duration.js';
import { parsePricePerSize, parsePricePerSizeAndTime } from '../../units/parse-price.js';
import { parseRate } from '../../units/parse-rate.js';
import { parseSize } from '../../units/parse-size.js';
import { read } from '../../units/parsed.js';
import type { Parsed } from '../../units/parsed.js';

/** A kind of number that a value can be, with the words and examples that explain it. */
export interface Measure {
  readonly name:
    | 'duration'
    | 'age'
    | 'size'
    | 'rate'
    | 'count-rate'
    | 'frequency'
    | 'number'
    | 'price'
    | 'size-price'
    | 'storage-price';
  readonly noun: string;
  readonly examples: readonly [string, string];
  readonly rangeExample: string;
  /** Units to offer for a bare number, the likeliest first. */
  readonly units: readonly string[];
  /** Zero is no rate and no speed: nothing would ever end. */
  readonly allowsZero: boolean;
  readonly parse: (text: string) => Parsed<number>;
}

export const DURATION = {
  name: 'duration',
  noun: 'a duration',
  examples: ['45m', '1h30m'],
  rangeExample: '30m to 2h',
  units: ['s', 'm', 'h', 'd'],
  allowsZero: true,
  parse: parseDuration,
} as const satisfies Measure;

/** A duration that may be years long, so that months and years, at their mean length, do no harm. */
export const AGE = {
  name: 'age',
  noun: 'a duration',
  examples: ['14d', '2y'],
  rangeExample: '1y to 10y',
  units: ['d', 'w', 'y'],
  allowsZero: true,
  parse: (text: string) => parseDuration(text, { withCalendarUnits: true }),
} as const satisfies Measure;

export const SIZE = {
  name: 'size',
  noun: 'a size',
  examples: ['500 GiB', '1.5 TB'],
  rangeExample: '200 GiB to 500 GiB',
  units: [' MB', ' GiB', ' TiB'],
  allowsZero: true,
  parse: parseSize,
} as const satisfies Measure;

export const RATE = {
  name: 'rate',
  noun: 'a rate',
  examples: ['400 MiB/s', '1 Gbit/s'],
  rangeExample: '60 MiB/s to 200 MiB/s',
  units: [' MiB/s', ' Mbit/s', ' GiB/h'],
  allowsZero: false,
  parse: parseRate,
} as const satisfies Measure;

export const COUNT_RATE = {
  name: 'count-rate',
  noun: 'a number per time',
  examples: ['0.25/s', '90/min'],
  rangeExample: '90/s to 300/s',
  units: ['/s', '/min', '/h'],
  allowsZero: false,
  parse: parseCountRate,
} as const satisfies Measure;

/** How often an incident is expected: a count rate, with the examples of rare things. */
export const FREQUENCY = {
  name: 'frequency',
  noun: 'a frequency',
  examples: ['1 per 20y', '2 per year'],
  rangeExample: '1 per 20y to 1 per 5y',
  units: [' per year', ' per 10y'],
  allowsZero: false,
  parse: parseCountRate,
} as const satisfies Measure;

export const NUMBER = {
  name: 'number',
  noun: 'a number',
  examples: ['20', '1.5'],
  rangeExample: '10 to 40',
  units: [],
  allowsZero: false,
  parse: parseNumber,
} as const satisfies Measure;

/** Money per time, in the currency of the scenario. */
export const PRICE = {
  name: 'price',
  noun: 'a price per time',
  examples: ['20000/h', '3000 per month'],
  rangeExample: '10000/h to 40000/h',
  units: ['/h', ' per month', ' per year'],
  allowsZero: true,
  parse: parseCountRate,
} as const satisfies Measure;

/** Money per size. */
export const SIZE_PRICE = {
  name: 'size-price',
  noun: 'a price per size',
  examples: ['0.09/GiB', '90 per TB'],
  rangeExample: '0.05/GiB to 0.09/GiB',
  units: ['/GiB', ' per TB'],
  allowsZero: true,
  parse: parsePricePerSize,
} as const satisfies Measure;

/** Money per size and time. */
export const STORAGE_PRICE = {
  name: 'storage-price',
  noun: 'a price per size and time',
  examples: ['0.023/GiB/month', '23 per TB per month'],
  rangeExample: '0.01/GiB/month to 0.03/GiB/month',
  units: ['/GiB/month', ' per TB per month'],
  allowsZero: true,
  parse: parsePricePerSizeAndTime,
} as const satisfies Measure;

function parseNumber(text: string): Parsed<number> {
  return /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/.test(text.trim()) ? read(Number(text)) : { kind: 'not-a-quantity' };
}
