import { moneyText } from './money-text.js';
import { fitRight } from './text-width.js';

/** Columns of the terminal for an amount: thousands of billions with their sign. */
export const AMOUNT_WIDTH = 14;

/** An amount at the right of its cell; a dash where it is not known. */
export function amountCell(amount: number | null, text: (amount: number) => string): string {
  return fitRight(amount === null ? '–' : text(amount), AMOUNT_WIDTH);
}

/** The longer side of an interval; null where it has an end without a number. */
export function reachOf(estimate: {
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
}): number | null {
  const { value, low, high } = estimate;
  return value === null || low === null || high === null ? null : Math.max(value - low, high - value);
}

/** How far an amount may be from the truth, at the right of its cell; blank where that is not known. */
export function reachCell(reach: number | null): string {
  return fitRight(reach === null ? '' : `±${moneyText(reach)}`, AMOUNT_WIDTH);
}
