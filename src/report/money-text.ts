import { countText } from './count-text.js';

/** An amount of money to three digits, with its thousands parted: `1,230,000`, `45.6`. */
export function moneyText(amount: number): string {
  const rounded = Number(amount.toPrecision(3));
  if (rounded >= 100) return countText(rounded);
  return rounded === 0 ? '0' : rounded.toPrecision(3).replace(/\.?0+$/, '');
}
