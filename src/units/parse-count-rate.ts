import { inRange, parseAmount } from './parse-amount.js';
import { parseDuration } from './parse-duration.js';
import type { Parsed } from './parsed.js';

/** A count, the word `per`, and a span of time with or without its own number. */
const PER = /^([+-]?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)\s+per\s+(\d?.*)$/s;

/**
 * Reads how often something happens, per second: `0.25/s`, `90/min`, `2 per year`, `1 per 20y`. A year is
 * 365.25 days. Never negative.
 */
export function parseCountRate(text: string): Parsed<number> {
  const match = PER.exec(text.trim());
  if (match === null) return parseAmount(text, 'count rate');
  const [, count, span] = match as unknown as [string, string, string];
  const period = parseDuration(/^\d/.test(span) ? span : `1 ${span}`, { withCalendarUnits: true });
  if (period.kind !== 'read') return { kind: 'not-a-quantity' };
  return period.value === 0 ? { kind: 'out-of-range' } : inRange(Number(count) / period.value);
}
