import { countText } from './count-text.js';

/** From so much on, amounts are told in billions, so that their digits can be counted at a glance. */
const MANY = 1e10;
const BILLION = 1e9;

/** An amount of money, at least 0, to three digits, with its thousands parted: `1,230,000`, `45.6`, `31.4 billion`. */
export function moneyText(amount: number): string {
  if (amount >= MANY) return `${moneyText(amount / BILLION)} billion`;
  const rounded = Number(amount.toPrecision(3));
  if (rounded >= 100) return countText(rounded);
  return rounded === 0 ? '0' : rounded.toPrecision(3).replace(/\.?0+$/, '');
}

/** The same of an amount that may be below zero, with a true minus sign: `−1,230`. */
export function signedMoneyText(amount: number): string {
  return amount < 0 ? `−${moneyText(-amount)}` : moneyText(amount);
}
