import { BIT_UNITS, CALENDAR_UNITS, SIZE_UNITS, TIME_UNITS } from '../../units/unit-table.js';
import type { Measure } from './measure.js';

const NUMBER_TEXT = '\\d+(\\.\\d+)?([eE][+-]?\\d+)?';

const anyOf = (names: Iterable<string>) => `(${[...names].sort((a, b) => b.length - a.length).join('|')})`;
const timeNames = TIME_UNITS.flatMap((unit) => unit.names);
const anyTime = anyOf([...timeNames, ...CALENDAR_UNITS.flatMap((unit) => unit.names)]);

const durationText = `(P[0-9WDTHMS.,]+|(${NUMBER_TEXT}\\s*${anyOf(timeNames)}\\s*)+)`;
const longDurationText = `(P[0-9YWDTHMS.,]+|(${NUMBER_TEXT}\\s*${anyTime}\\s*)+)`;
const sizeText = `${NUMBER_TEXT}\\s*${anyOf(SIZE_UNITS.keys())}`;
const flow = anyOf([...SIZE_UNITS.keys(), ...BIT_UNITS.keys()]);
const rateText = `${NUMBER_TEXT}\\s*(${flow}\\s*/\\s*${anyTime}|[kMGT]?bps)`;
const countRateText = `${NUMBER_TEXT}\\s*(/\\s*${anyTime}|\\s+per\\s+(${anyTime}|${longDurationText}))`;

const per = '\\s*(/|\\s+per)\\s*';
const sizeName = anyOf(SIZE_UNITS.keys());
const sizePriceText = `${NUMBER_TEXT}${per}${sizeName}`;

const PATTERNS: Readonly<Record<Measure['name'], string>> = {
  duration: durationText,
  age: longDurationText,
  size: sizeText,
  rate: rateText,
  'count-rate': countRateText,
  frequency: countRateText,
  number: NUMBER_TEXT,
  price: countRateText,
  'size-price': sizePriceText,
  'storage-price': `${sizePriceText}${per}${anyTime}`,
};

/** A regular expression, without anchors, of the texts of a measure: what an editor checks while one types. */
export function quantityPattern(measure: Measure): string {
  return PATTERNS[measure.name];
}

/** The same for a fixed value or a range, as laws are written. */
export function lawPattern(measure: Measure): string {
  const one = quantityPattern(measure);
  return `${one}(\\s+to\\s+${one})?`;
}
