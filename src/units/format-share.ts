import type { Probability } from './quantity.js';

/** A share for people, in per cent to three significant digits: `97%`, `0.125%`. */
export function formatShare(share: Probability): string {
  return `${String(Number((share * 100).toPrecision(3)))}%`;
}
