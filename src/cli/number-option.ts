import { Refusal } from './refusal.js';

/**
 * A whole number from the command line.
 *
 * @throws Refusal when it is none, or lies outside the bounds, both included.
 */
export function wholeNumber(
  value: number,
  option: string,
  bounds: { readonly from: number; readonly to: number },
): number {
  if (Number.isInteger(value) && value >= bounds.from && value <= bounds.to) return value;
  const range = `${bounds.from} to ${bounds.to}`;
  throw new Refusal(
    `${option}: expected a whole number from ${range}, found ${value}`,
    `write ${option} ${bounds.from} or more`,
  );
}
