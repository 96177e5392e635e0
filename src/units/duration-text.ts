import { DAY, HOUR, MINUTE } from './quantity.js';

/** A unit of time, its letter in the scenario language, and from how many of them on the next one reads better. */
interface Unit {
  readonly letter: string;
  readonly seconds: number;
  readonly upTo: number;
}

const UNITS: readonly Unit[] = [
  { letter: 's', seconds: 1, upTo: 60 },
  { letter: 'm', seconds: MINUTE, upTo: 60 },
  { letter: 'h', seconds: HOUR, upTo: 100 },
  { letter: 'd', seconds: DAY, upTo: Infinity },
];

/**
 * A measured duration to three digits, in the words of the scenario language: `4.29m`, `16.9h`, `5.21d`.
 *
 * Hours go on to 100, because recovery objectives are spoken of in hours well past a day.
 *
 * @param seconds at least 0.
 */
export function durationText(seconds: number): string {
  const unit = unitOf(seconds);
  // Rounding may lift a duration into a unit that it does not quite fill.
  const count = unit.seconds === 1 ? seconds : Math.max(1, seconds / unit.seconds);
  return `${threeDigits(count)}${unit.letter}`;
}

/** A difference of two measured durations with its sign: `−16.9h`, `+4.29m`, `0s`. */
export function differenceText(seconds: number): string {
  const sign = seconds < 0 ? '−' : seconds > 0 ? '+' : '';
  return `${sign}${durationText(Math.abs(seconds))}`;
}

/**
 * A duration as one would have written it, exact: `24h`, `1.5h`, `15m`; `500m` where hours would not come out even.
 *
 * @param seconds at least 0.
 */
export function limitText(seconds: number): string {
  const largest = UNITS.indexOf(unitOf(seconds));
  const unit = UNITS.slice(0, largest + 1).findLast((smaller) => isShortDecimal(seconds / smaller.seconds)) ?? UNITS[0];
  return `${Number((seconds / unit.seconds).toPrecision(9))}${unit.letter}`;
}

/** It has at most two decimals, but for the last digits of its division. */
function isShortDecimal(count: number): boolean {
  return Math.abs(count * 100 - Math.round(count * 100)) < 1e-6;
}

/**
 * A deviation from a duration, in the unit in which `durationText` writes that duration: `±0.43h`. Two digits, one
 * where it is below a hundredth of the duration.
 *
 * @param options.deviation in seconds, at least 0.
 * @param options.of the duration, in seconds, at least 0.
 */
export function deviationText(options: { deviation: number; of: number }): string {
  const unit = unitOf(options.of);
  const count = options.deviation / unit.seconds;
  const digits = options.deviation < options.of / 100 ? 1 : 2;
  return `±${count === 0 ? '0' : plainDigits(count, digits)}${unit.letter}`;
}

/** The first unit in which the rounded count stays below its bound, so that 59.97 s reads `1.00m`. */
function unitOf(seconds: number): Unit {
  return UNITS.find((unit) => Number(threeDigits(seconds / unit.seconds)) < unit.upTo) as Unit;
}

function threeDigits(count: number): string {
  return count === 0 ? '0' : count >= 100 ? count.toFixed(0) : plainDigits(count, 3);
}

/** So many significant digits, never in the notation with an exponent; below a ten-thousandth, 0.0001. */
function plainDigits(count: number, digits: number): string {
  if (count < 0.0001) return '0.0001';
  const text = count.toPrecision(digits);
  return text.includes('e') ? count.toFixed(0) : text;
}
