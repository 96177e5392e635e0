import { DAY, HOUR, MINUTE } from './quantity.js';
import { MONTH, SIZE_UNITS, YEAR } from './unit-table.js';

/** A unit in which a number can be written, and what it is worth: `times` divided by `over` base units. */
interface WritingUnit {
  readonly suffix: string;
  readonly times: number;
  readonly over: number;
}

const TIME: readonly WritingUnit[] = [
  { suffix: 'd', times: DAY, over: 1 },
  { suffix: 'h', times: HOUR, over: 1 },
  { suffix: 'm', times: MINUTE, over: 1 },
  { suffix: 's', times: 1, over: 1 },
];

const LONG_TIME: readonly WritingUnit[] = [{ suffix: 'y', times: YEAR, over: 1 }, ...TIME];

const SIZE: readonly WritingUnit[] = [...SIZE_UNITS]
  .sort(([, a], [, b]) => b - a)
  .map(([name, bytes]) => ({ suffix: ` ${name}`, times: bytes, over: 1 }));

const RATE: readonly WritingUnit[] = [
  ...SIZE.map(({ suffix, times }) => ({ suffix: `${suffix}/s`, times, over: 1 })),
  ...SIZE.map(({ suffix, times }) => ({ suffix: `${suffix}/h`, times, over: HOUR })),
];

const FREQUENCY: readonly WritingUnit[] = [
  { suffix: ' per year', times: 1, over: YEAR },
  { suffix: '/s', times: 1, over: 1 },
];

const SHARE: readonly WritingUnit[] = [
  { suffix: '%', times: 1, over: 100 },
  { suffix: '', times: 1, over: 1 },
];

const COUNT_RATE: readonly WritingUnit[] = [
  { suffix: '/s', times: 1, over: 1 },
  { suffix: '/min', times: 1, over: MINUTE },
];

const PRICE: readonly WritingUnit[] = [
  { suffix: '/h', times: 1, over: HOUR },
  { suffix: '/month', times: 1, over: MONTH },
  { suffix: '/s', times: 1, over: 1 },
];

const SIZE_PRICE: readonly WritingUnit[] = [...SIZE_UNITS].map(([name, bytes]) => ({
  suffix: `/${name}`,
  times: 1,
  over: bytes,
}));

const STORAGE_PRICE: readonly WritingUnit[] = [...SIZE_UNITS].flatMap(([name, bytes]) => [
  { suffix: `/${name}/month`, times: 1, over: bytes * MONTH },
  { suffix: `/${name}/s`, times: 1, over: bytes },
]);

/**
 * Texts that read back to the same number to the last bit, in the unit in which they are shortest.
 *
 * @throws RangeError when the number is not finite.
 */
export const exactDuration = (seconds: number): string => exact(seconds, TIME);
export const exactAge = (seconds: number): string => exact(seconds, LONG_TIME);
export const exactSize = (bytes: number): string => exact(bytes, SIZE);
export const exactRate = (bytesPerSecond: number): string => exact(bytesPerSecond, RATE);
export const exactShare = (share: number): string => exact(share, SHARE);
export const exactCountRate = (perSecond: number): string => exact(perSecond, COUNT_RATE);

export const exactPrice = (perSecond: number): string => exact(perSecond, PRICE);
export const exactSizePrice = (perByte: number): string => exact(perByte, SIZE_PRICE);
export const exactStoragePrice = (perByteAndSecond: number): string => exact(perByteAndSecond, STORAGE_PRICE);

/** How often something rare is expected: `1 per 20y` where it is less than once a year. */
export function exactFrequency(perSecond: number): string {
  const years = Number((1 / (perSecond * YEAR)).toPrecision(6));
  const isRare = years > 1 && 1 / (years * YEAR) === perSecond;
  return isRare ? `1 per ${String(years)}y` : exact(perSecond, FREQUENCY);
}

/** Each list has the base unit, in which every number can be written; of equally short texts the first counts. */
function exact(value: number, units: readonly WritingUnit[]): string {
  let shortest: string | undefined;
  for (const { suffix, times, over } of units) {
    const full = (value * over) / times;
    // Dividing may have left a last digit too many: 1.9999999999999998 where 2 gives the same number.
    const isExact = (count: number) => Number.isFinite(count) && (count * times) / over === value;
    const count = [Number(full.toPrecision(12)), full].find(isExact);
    if (count === undefined) continue;
    const text = `${String(count)}${suffix}`;
    if (shortest === undefined || text.length < shortest.length) shortest = text;
  }
  // The base unit is among them, so that only what is no finite number finds none.
  if (shortest === undefined) throw new RangeError(`Quantity: must be a finite number, is ${String(value)}`);
  return shortest;
}
