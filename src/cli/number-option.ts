import { parseShare } from '../units/parse-share.js';
import { Refusal } from './refusal.js';

/**
 * A whole number as it was written on the command line: `100000`, `1e5`.
 *
 * @throws Refusal when it is none, or lies outside the bounds, both included.
 */
export function wholeNumber(
  text: string,
  option: string,
  bounds: { readonly from: number; readonly to: number },
): number {
  const value = text.trim() === '' ? Number.NaN : Number(text);
  if (Number.isInteger(value) && value >= bounds.from && value <= bounds.to) return value;
  const range = `${bounds.from} to ${bounds.to}`;
  throw new Refusal(
    `${option}: expected a whole number from ${range}, found ${text === '' ? 'nothing' : text}`,
    `write ${option} ${bounds.from} or more`,
  );
}

/**
 * A precision as it was written on the command line: `1%`, `0.01`.
 *
 * @throws Refusal when it is no share, or not between 0.01 % and 50 %, both included.
 */
export function precisionShare(text: string): number {
  const parsed = parseShare(text);
  if (parsed.kind === 'read' && parsed.value >= 0.0001 && parsed.value <= 0.5) return parsed.value;
  throw new Refusal(`--precision: expected a share from 0.01% to 50%, found ${text}`, 'write --precision 1%');
}
