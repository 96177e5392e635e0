import { read } from './parsed.js';
import type { Dimension, Parsed } from './parsed.js';
import { findUnit } from './unit-table.js';

/** A decimal number at the start of a text, then whatever follows. */
const AMOUNT = /^([+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?)\s*(.*)$/s;

/**
 * Reads one number with one unit, in base units: `400 MiB/s` as a rate. The blank between them is free, the
 * unit's capitals are not: `Mb` and `MB` are not the same thing.
 */
export function parseAmount(text: string, wanted: Dimension): Parsed<number> {
  const match = AMOUNT.exec(text.trim());
  if (match === null) return { kind: 'not-a-quantity' };
  const [, number, unitText] = match as unknown as [string, string, string];
  if (unitText === '') return { kind: 'no-unit', number };
  const unit = findUnit(unitText);
  if (unit === undefined) return unknownUnit(number, unitText);
  if (unit.dimension !== wanted) return { kind: 'other-dimension', dimension: unit.dimension };
  return inRange((Number(number) * unit.times) / unit.over);
}

/** The value, unless it is negative or not a finite number. */
export function inRange(value: number): Parsed<number> {
  if (!Number.isFinite(value)) return { kind: 'out-of-range' };
  return value < 0 ? { kind: 'negative' } : read(value);
}

function unknownUnit(number: string, unit: string): Parsed<number> {
  return /^[\p{L}%/µ]+$/u.test(unit) ? { kind: 'unknown-unit', number, unit } : { kind: 'not-a-quantity' };
}
