import { parseSize } from './parse-size.js';
import type { Parsed } from './parsed.js';
import { read } from './parsed.js';
import { parseDuration } from './parse-duration.js';

const NUMBER = '[+-]?\\d+(?:\\.\\d+)?(?:[eE][+-]?\\d+)?';
const PER_SIZE = new RegExp(`^(${NUMBER})\\s*(?:/|per\\s+)\\s*(\\d?[^/]*?)$`, 's');
const PER_SIZE_AND_TIME = new RegExp(`^(${NUMBER})\\s*(?:/|per\\s+)\\s*([^/]*?)\\s*(?:/|per\\s+)\\s*(.+)$`, 's');

/** Reads a price per size, per byte: `0.09/GiB`, `90 per TB`. Never negative. */
export function parsePricePerSize(text: string): Parsed<number> {
  const match = PER_SIZE.exec(text.trim());
  if (match === null) return { kind: 'not-a-quantity' };
  return divided(Number(match[1]), sizeOf(match[2]));
}

/** Reads a price per size and time, per byte and second: `0.023/GiB/month`, `20 per TB per month`. Never negative. */
export function parsePricePerSizeAndTime(text: string): Parsed<number> {
  const match = PER_SIZE_AND_TIME.exec(text.trim());
  if (match === null) return { kind: 'not-a-quantity' };
  const [, price, size, span] = match as unknown as [string, string, string, string];
  const time = parseDuration(/^\d/.test(span) ? span : `1 ${span}`, { withCalendarUnits: true });
  const perSize = divided(Number(price), sizeOf(size));
  return perSize.kind === 'read' ? divided(perSize.value, time) : perSize;
}

function sizeOf(text: string): Parsed<number> {
  return parseSize(/^\d/.test(text) ? text : `1 ${text}`);
}

function divided(price: number, by: Parsed<number>): Parsed<number> {
  if (price < 0) return { kind: 'negative' };
  if (by.kind !== 'read') return { kind: 'not-a-quantity' };
  return by.value === 0 ? { kind: 'out-of-range' } : read(price / by.value);
}
