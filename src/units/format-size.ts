import type { Bytes, Rate } from './quantity.js';
import { SIZE_UNITS } from './unit-table.js';

/** Binary units, the largest first: memory and files are counted in them. */
const BINARY = [...SIZE_UNITS].filter(([name]) => name === 'B' || name.endsWith('iB')).sort(([, a], [, b]) => b - a);

/** An amount of data for people, to three significant digits in binary units: `500 GiB`, `1.95 TiB`, `0 B`. */
export function formatBytes(size: Bytes): string {
  return inBinaryUnits(size);
}

/** A flow of data for people: `400 MiB/s`. */
export function formatRate(rate: Rate): string {
  return `${inBinaryUnits(rate)}/s`;
}

function inBinaryUnits(amount: number): string {
  const [name, factor] = BINARY.find(([, unit]) => Math.abs(amount) >= unit) ?? ['B', 1];
  return `${String(Number((amount / factor).toPrecision(3)))} ${name}`;
}
