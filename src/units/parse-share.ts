import { parseAmount } from './parse-amount.js';
import { read } from './parsed.js';
import type { Parsed } from './parsed.js';
import { probability } from './quantity.js';
import type { Probability } from './quantity.js';

/** Reads a share or a probability: `97%`, `97 %`, `0.97`. From 0 to 1, both included. */
export function parseShare(text: string): Parsed<Probability> {
  const percent = parseAmount(text, 'share');
  if (percent.kind === 'no-unit') return shareOf(Number(percent.number));
  return percent.kind === 'read' ? shareOf(percent.value) : percent;
}

/** A bare number as a share, refused when it is not from 0 to 1. */
export function shareOf(number: number): Parsed<Probability> {
  if (number < 0) return { kind: 'negative' };
  return number <= 1 ? read(probability(number)) : { kind: 'out-of-range' };
}
