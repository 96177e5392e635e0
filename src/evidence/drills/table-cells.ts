import type { Words } from '../../scenario/problem.js';
import { nearestName } from '../../scenario/nearest-name.js';
import { DURATION } from '../../scenario/shape/measure.js';
import { oneOf, refused } from '../../scenario/wording.js';
import { parseDuration } from '../../units/parse-duration.js';
import { parseInstant } from '../../units/parse-instant.js';
import type { Instant } from '../../units/quantity.js';
import type { Measured } from './drill.js';
import * as wording from './drill-wording.js';

/** A cell that was read, or what is wrong with it. */
export type CellRead<Value> = { readonly value: Value } | { readonly words: Words };

const SUFFIX = /_(ms|seconds|minutes|hours)$/;

const SECONDS: Readonly<Record<string, number>> = { ms: 0.001, seconds: 1, minutes: 60, hours: 3600 };

/** A heading without the unit that it gives to bare numbers, and that unit in seconds; undefined without one. */
export interface Heading {
  readonly name: string;
  readonly unit: number | undefined;
}

/** Reads a heading: `rto_seconds` is `rto` in seconds. */
export function headingOf(text: string): Heading {
  const suffix = SUFFIX.exec(text)?.[1];
  return suffix === undefined
    ? { name: text, unit: undefined }
    : { name: text.replace(SUFFIX, ''), unit: SECONDS[suffix] };
}

/** An instant with its zone. */
export function readInstantCell(text: string): CellRead<Instant> {
  const parsed = parseInstant(text);
  return parsed.kind === 'read' ? { value: parsed.value } : { words: wording.refusedInstant(parsed, text) };
}

/** One of some words. */
export function readWordCell<Word extends string>(text: string, words: readonly Word[]): CellRead<Word> {
  const word = words.find((known) => known === text);
  if (word !== undefined) return { value: word };
  const nearest = nearestName(text, words);
  return { words: { ...oneOf(words), ...(nearest === undefined ? {} : { mend: `did you mean "${nearest}"?` }) } };
}

/** A duration with its unit, or a bare number in the unit of the heading; behind `>=`, at least so much. */
export function readMeasuredCell(text: string, unit: number | undefined): CellRead<Measured> {
  const isCensored = text.startsWith('>=');
  const amount = isCensored ? text.slice(2).trim() : text;
  if (unit !== undefined && /^\d+(\.\d+)?([eE][+-]?\d+)?$/.test(amount)) {
    // Dividing by a thousand rounds once, where a product with 0.001 would round twice.
    const seconds = unit < 1 ? Number(amount) / Math.round(1 / unit) : Number(amount) * unit;
    return { value: { seconds, isCensored } };
  }
  const parsed = parseDuration(amount);
  return parsed.kind === 'read'
    ? { value: { seconds: parsed.value, isCensored } }
    : { words: refused(DURATION, parsed) };
}
