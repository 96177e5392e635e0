import { parseAmount } from './parse-amount.js';
import type { Parsed } from './parsed.js';
import type { Bytes } from './quantity.js';

/** Reads an amount of data: `500 GiB`, `1.5 TB`, `0 B`. Never negative. */
export function parseSize(text: string): Parsed<Bytes> {
  return parseAmount(text, 'size') as Parsed<Bytes>;
}
