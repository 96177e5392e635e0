import { parseAmount } from './parse-amount.js';
import type { Parsed } from './parsed.js';
import type { Rate } from './quantity.js';

/** Networks are sold in `Gbps`; nobody writes bytes that way. */
const BITS_PER_SECOND = /(\d\s*[kMGT]?)bps$/;

/** Reads a flow of data, in bytes per second: `400 MiB/s`, `10 GiB/h`, `1 Gbit/s`, `1 Gbps`. Never negative. */
export function parseRate(text: string): Parsed<Rate> {
  return parseAmount(text.trim().replace(BITS_PER_SECOND, '$1bit/s'), 'rate') as Parsed<Rate>;
}
