import { parse as parseIso } from 'tinyduration';
import { inRange, parseAmount } from './parse-amount.js';
import type { Parsed } from './parsed.js';
import { DAY, HOUR, MINUTE } from './quantity.js';
import type { Duration } from './quantity.js';
import { findUnit, YEAR } from './unit-table.js';

/** Whether months and years are read too, at their mean length (1y = 365.25 d). */
export interface DurationOptions {
  readonly withCalendarUnits?: boolean;
}

/** ISO 8601, every number with its letter, the larger first, and a time after "T". */
const WELL_FORMED_ISO =
  /^P(?=\d|T)(\d+(\.\d+)?Y)?(\d+(\.\d+)?M)?(\d+(\.\d+)?W)?(\d+(\.\d+)?D)?(T(?=\d)(\d+(\.\d+)?H)?(\d+(\.\d+)?M)?(\d+(\.\d+)?S)?)?$/;

/** One part of a duration: a number and a word. */
const PART = /(\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)\s*([a-z]+)\s*/y;

/**
 * Reads a span of time: `45m`, `1.5h`, `1h30m`, `2d 4h`, `250ms`, or ISO 8601 `P1DT2H`. Units descend, and every
 * number has one. Never negative.
 */
export function parseDuration(text: string, options: DurationOptions = {}): Parsed<Duration> {
  const trimmed = text.trim();
  const parsed = /^[+-]?P/.test(trimmed) ? parseIsoDuration(trimmed, options) : parseParts(trimmed, options);
  return parsed as Parsed<Duration>;
}

function parseParts(text: string, options: DurationOptions): Parsed<number> {
  PART.lastIndex = 0;
  let total = 0;
  let previous = Infinity;
  while (PART.lastIndex < text.length) {
    const match = PART.exec(text);
    // What is no sequence of parts may still be a quantity of another kind, or a number without a unit.
    if (match === null) return parseSingle(text, options);
    const [, number, name] = match as unknown as [string, string, string];
    const unit = findUnit(name);
    if (unit?.dimension !== 'duration') return parseSingle(text, options);
    if (unit.isCalendar && options.withCalendarUnits !== true) return { kind: 'calendar-unit', unit: name };
    if (unit.times >= previous) return { kind: 'unordered-parts' };
    previous = unit.times;
    const part = parseAmount(number + name, 'duration');
    if (part.kind !== 'read') return part;
    total += part.value;
  }
  return text === '' ? { kind: 'not-a-quantity' } : inRange(total);
}

function parseSingle(text: string, options: DurationOptions): Parsed<number> {
  const single = parseAmount(text, 'duration');
  if (single.kind !== 'read') return single;
  const unit = text.replace(/^[^a-z]*/, '');
  return findUnit(unit)?.isCalendar === true && options.withCalendarUnits !== true
    ? { kind: 'calendar-unit', unit }
    : single;
}

function parseIsoDuration(text: string, options: DurationOptions): Parsed<number> {
  if (text.startsWith('-')) return { kind: 'negative' };
  const iso = isoParts(text);
  if (iso === undefined) return { kind: 'not-a-quantity' };
  const calendar = (iso.years ?? 0) * YEAR + ((iso.months ?? 0) * YEAR) / 12;
  if (calendar > 0 && options.withCalendarUnits !== true) {
    return { kind: 'calendar-unit', unit: (iso.years ?? 0) > 0 ? 'years' : 'months' };
  }
  const wholeDays = (iso.weeks ?? 0) * 7 + (iso.days ?? 0);
  const time = (iso.hours ?? 0) * HOUR + (iso.minutes ?? 0) * MINUTE + (iso.seconds ?? 0);
  return inRange(calendar + wholeDays * DAY + time);
}

function isoParts(text: string): ReturnType<typeof parseIso> | undefined {
  // The package drops what it does not understand: "PT1H30" would be an hour, "P1DT" a day.
  if (!WELL_FORMED_ISO.test(text)) return undefined;
  try {
    return parseIso(text);
  } catch {
    // The package throws for every text that is no ISO 8601 duration, which for us is an answer, not a fault.
    return undefined;
  }
}
