import { parseCountRate } from '../../units/parse-count-rate.js';
import { parseDuration } from '../../units/parse-duration.js';
import { parsePricePerSize, parsePricePerSizeAndTime } from '../../units/parse-price.js';
import { parseRate } from '../../units/parse-rate.js';
import { parseSize } from '../../units/parse-size.js';
import { DAY, HOUR, MINUTE } from '../../units/quantity.js';
import { timeText } from './time-text.js';

/** One quantity as it is written: a number that can be another, and the text that is then written. */
export interface WrittenQuantity {
  /** What the number stands for: time in seconds, a number before a unit, or the span behind `1 per`. */
  readonly kind: 'time' | 'number' | 'span';
  readonly amount: number;
  /** @param digits that are significant; three, when absent. */
  readonly write: (amount: number, digits?: number) => string;
}

/** Round numbers of each power of ten. */
export const ROUND = [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8];

/** Times that people say. */
const ROUND_TIMES = [
  ...[0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5],
  ...[1, 2, 3, 5, 7, 10, 15, 20, 30, 45],
  ...[1, 2, 3, 5, 7, 10, 15, 20, 30, 45].map((minutes) => minutes * MINUTE),
  ...[1, 1.5, 2, 3, 4, 6, 8, 12, 18].map((hours) => hours * HOUR),
  ...[1, 2, 3, 5, 7, 10, 14, 21, 30, 45, 60, 90, 120, 180, 270, 365].map((days) => days * DAY),
];

/** What reads more than a time; each takes a number before what stands for its unit. */
const PARSERS = [parseSize, parseRate, parseCountRate, parsePricePerSize, parsePricePerSizeAndTime];

/** The quantity that a text is; undefined for what is none, for nought, and for a share in percent. */
export function quantityOf(text: string): WrittenQuantity | undefined {
  const time = parseDuration(text, { withCalendarUnits: true });
  const parts = /^(\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)(.*)$/s.exec(text);
  const [number, behind] = parts === null ? ['', ''] : [parts[1], parts[2]];
  if (time.kind === 'read') {
    if (!(time.value > 0)) return undefined;
    // A year and a month are no round number of days, and a duration that has them keeps them.
    if (/^\s*(w|y|month|week|year)/.test(behind)) return before(number, behind);
    return { kind: 'time', amount: time.value, write: timeText };
  }
  const rare = /^(1\s+per\s+)(\d+(?:\.\d+)?)(\s*[a-z]+)$/.exec(text);
  if (rare !== null && parseCountRate(text).kind === 'read') {
    const [, start, span, unit] = rare;
    return { kind: 'span', amount: Number(span), write: (amount, digits) => start + rounded(amount, digits) + unit };
  }
  const isRead = behind === '' || PARSERS.some((parse) => parse(text).kind === 'read');
  return number === '' || !isRead ? undefined : before(number, behind);
}

function before(number: string, unit: string): WrittenQuantity | undefined {
  const amount = Number(number);
  if (!(amount > 0)) return undefined;
  return { kind: 'number', amount, write: (other, digits) => rounded(other, digits) + unit };
}

/** Round values from a tenth of a quantity to tenfold, and itself among them as it is written: from less to more, or from rarer to more often. */
export function ladderOf(quantity: WrittenQuantity, text: string): readonly string[] {
  const { kind, amount, write } = quantity;
  const isWhole = kind === 'number' && /^\d+$/.test(text);
  // A share such as 0.97 cannot be told from a number such as 0.97.
  const most = kind === 'number' && /^0?\.\d+$/.test(text) ? 1 : Infinity;
  // Where seconds are meant nothing is asked about parts of them.
  const least = kind === 'time' && amount >= 1 ? 1 : 0;
  const others = (kind === 'time' ? roundTimesAround(amount) : roundNumbersAround(amount)).filter(
    (each) => each >= least && each <= most && Math.abs(each / amount - 1) > 1e-3 && !(isWhole && each % 1 !== 0),
  );
  const below = others.filter((each) => each < amount).map((each) => write(each));
  const above = others.filter((each) => each > amount).map((each) => write(each));
  const texts = [...below, text, ...above];
  return kind === 'span' ? texts.reverse() : texts;
}

/** Times that people say, from a tenth of a time to tenfold, in seconds. */
export function roundTimesAround(amount: number): readonly number[] {
  const longest = ROUND_TIMES[ROUND_TIMES.length - 1];
  const inDays = roundNumbersAround(amount / DAY).map((days) => days * DAY);
  return [...ROUND_TIMES, ...inDays.filter((each) => each > longest)].filter((each) => isAround(each, amount));
}

function roundNumbersAround(amount: number): readonly number[] {
  const first = Math.floor(Math.log10(amount)) - 1;
  const powers = [first, first + 1, first + 2];
  const all = powers.flatMap((power) => ROUND.map((round) => Number(`${round}e${power}`)));
  return all.filter((each) => isAround(each, amount));
}

function isAround(each: number, amount: number): boolean {
  return each >= amount * 0.0999 && each <= amount * 10.01;
}

/** Whole numbers from 1. */
export function wholeSteps(most: number): readonly number[] {
  return Array.from({ length: most }, (_, place) => place + 1);
}

function rounded(amount: number, digits = 3): string {
  return String(Number(amount.toPrecision(digits)));
}
