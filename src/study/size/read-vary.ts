import { parseDuration } from '../../units/parse-duration.js';
import { parseRate } from '../../units/parse-rate.js';
import { parseSize } from '../../units/parse-size.js';
import type { Parsed } from '../../units/parsed.js';

/** An input of a scenario, by its keys from the top of the file, and the values that it may take, as one writes them. */
export interface VariedInput {
  readonly path: readonly string[];
  readonly values: readonly string[];
}

/** Round durations, between which nobody chooses by hand. */
const STEPS = '1m 5m 10m 15m 30m 1h 2h 3h 4h 6h 8h 12h 1d 2d 3d 7d 14d 30d'.split(' ');
const MOST_COUNTS = 100;
/** What is this near to the high end is not tried beside it: 1000 MiB/s beside 1 GiB/s. */
const NEARLY = 0.95;

/**
 * Reads `PATH=VALUES`: a list `a|b|c`, whole numbers `1..4`, round durations `1h..2d`, to which `every` may be put on both
 * sides: `every 1h..every 2d`, or round sizes and rates `100 MiB/s..1 GiB/s`. Both ends belong to a range.
 *
 * @returns undefined when the text is none of these.
 */
export function readVary(text: string): VariedInput | undefined {
  const cut = text.indexOf('=');
  const path = text.slice(0, Math.max(cut, 0)).trim().split('.');
  const values = valuesOf(text.slice(cut + 1).trim());
  return values === undefined || path.includes('') ? undefined : { path, values };
}

function valuesOf(text: string): readonly string[] | undefined {
  if (!text.includes('..')) {
    const values = text.split('|').map((value) => value.trim());
    return values.includes('') || new Set(values).size < values.length ? undefined : values;
  }
  const counts = /^(\d{1,6})\s*\.\.\s*(\d{1,6})$/.exec(text);
  if (counts !== null) return countsBetween(Number(counts[1]), Number(counts[2]));
  const spans = /^(\d.*?)\s*\.\.\s*(\d.*)$/.exec(text);
  if (spans !== null) {
    const [, low, high] = spans;
    return durationsBetween(low, high) ?? amountsBetween(low, high, parseSize) ?? amountsBetween(low, high, parseRate);
  }
  const schedules = /^every\s+(\d\S*?)\s*\.\.\s*every\s+(\d\S*)$/.exec(text);
  if (schedules === null) return undefined;
  return durationsBetween(schedules[1], schedules[2])?.map((value) => `every ${value}`);
}

function countsBetween(from: number, to: number): readonly string[] | undefined {
  if (from > to || to - from >= MOST_COUNTS) return undefined;
  return Array.from({ length: to - from + 1 }, (_, i) => String(from + i));
}

function durationsBetween(from: string, to: string): readonly string[] | undefined {
  const [low, high] = [secondsOf(from), secondsOf(to)];
  if (low === undefined || high === undefined || low >= high) return undefined;
  const inside = STEPS.filter((step) => {
    const seconds = secondsOf(step);
    return seconds !== undefined && seconds > low && seconds < high;
  });
  return [from, ...inside, to];
}

/** Of one digit, 1, 2 or 5, in the unit of the low end: between these nobody chooses by hand either. */
function amountsBetween(
  low: string,
  high: string,
  parse: (text: string) => Parsed<number>,
): readonly string[] | undefined {
  const [from, to] = [parse(low), parse(high)];
  if (from.kind !== 'read' || to.kind !== 'read' || from.value >= to.value || from.value <= 0) return undefined;
  const unit = low.replace(/^[\d.]+\s*/, '');
  const inside: string[] = [];
  const first = Number(/^[\d.]+/.exec(low)?.[0]);
  for (let power = Number(first.toExponential().split('e')[1]); inside.length < MOST_COUNTS; power++) {
    for (const digit of [1, 2, 5]) {
      const text = `${Number(`${digit}e${power}`)} ${unit}`;
      const between = parse(text);
      if (between.kind !== 'read' || between.value >= to.value * NEARLY) return [low, ...inside, high];
      if (between.value > from.value) inside.push(text);
    }
  }
  return undefined;
}

function secondsOf(text: string): number | undefined {
  const parsed = parseDuration(text);
  return parsed.kind === 'read' ? parsed.value : undefined;
}
