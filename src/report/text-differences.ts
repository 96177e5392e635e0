import type { DifferenceEstimate } from '../study/comparison.js';
import { deviationText, differenceText } from '../units/duration-text.js';
import { letterOf } from './compared-names.js';
import type { Style } from './style.js';
import { fitRight } from './text-width.js';

/** An estimate of a difference in so many columns at the right: green below zero and red above where that is sure. */
export function differenceCell(estimate: DifferenceEstimate, variant: number, columns: number, style: Style): string {
  const { state, value, low, high } = estimate;
  if (value !== null) {
    const text = fitRight(differenceText(value), columns);
    if (high !== null && high < 0) return style.green(text);
    return low !== null && low > 0 ? style.red(text) : text;
  }
  switch (state) {
    case 'baseline-unrecoverable':
      return style.green(fitRight(`${letterOf(0)} never`, columns));
    case 'variant-unrecoverable':
      return style.red(fitRight(`${letterOf(variant)} never`, columns));
    case 'both-unrecoverable':
      return style.red(fitRight('never', columns));
    default:
      return fitRight('–', columns);
  }
}

/** Seconds that no unit shows: what the last digits of an arithmetic leave. */
const NOTHING = 1e-3;

/** The longer side of its interval in so many columns at the right; blank where that has no number on both sides. */
export function reachCell({ value, low, high }: Omit<DifferenceEstimate, 'state'>, columns: number): string {
  if (value === null || low === null || high === null) return ' '.repeat(columns);
  const longer = Math.max(value - low, high - value);
  const deviation = longer < NOTHING ? 0 : longer;
  return fitRight(deviationText({ deviation, of: Math.max(Math.abs(value), deviation) }), columns);
}
