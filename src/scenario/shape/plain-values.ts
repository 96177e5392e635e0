import * as z from 'zod';
import { parseShare, shareOf } from '../../units/parse-share.js';
import type { Probability } from '../../units/quantity.js';
import { isTimeZone } from '../../units/time-zone.js';
import * as wording from '../wording.js';
import { MERGEABLE } from './keyed.js';
import { leaf } from './leaf.js';
import type { Reader, Shape } from './leaf.js';

/** The form of every name that a file chooses: a letter, then letters, digits, `-` and `_`. */
const NAME_PATTERN = '^\\p{L}[\\p{L}\\p{N}_-]*$';

const shareReader: Reader<Probability> = (data, refuse) => {
  const parsed = typeof data === 'number' ? shareOf(data) : parseShare(String(data));
  return parsed.kind === 'read' ? parsed.value : refuse(wording.refusedShare(parsed, data));
};

/** A probability: `97%` or `0.97`. */
export const probabilityShape: Shape<Probability> = leaf({
  form: 'scalar',
  wanted: wording.wantedShare(),
  reader: shareReader,
  notes: {
    id: 'probability',
    anyOf: [
      { type: 'number', minimum: 0, maximum: 1 },
      { type: 'string', pattern: '^\\d+(\\.\\d+)?([eE][+-]?\\d+)?\\s*%?$' },
    ],
    examples: ['97%', 0.97],
    description: 'a probability, such as 97% or 0.97',
  },
});

/** The probability that an attempt fails, below 1: what always fails would be repeated for ever. */
export const attemptFailureShape: Shape<Probability> = leaf({
  form: 'scalar',
  wanted: wording.wantedShare(),
  reader: (data, refuse) => {
    const share = shareReader(data, refuse);
    return share === 1 ? refuse(wording.certainFailure()) : share;
  },
  notes: { $ref: '#/$defs/probability' },
});

/** The probability with which something is found in the end, above 0: else it never would be. */
export const findingShape: Shape<Probability> = leaf({
  form: 'scalar',
  wanted: wording.wantedShare(),
  reader: (data, refuse) => {
    const share = shareReader(data, refuse);
    return share === 0 ? refuse(wording.neverFound()) : share;
  },
  notes: { $ref: '#/$defs/probability' },
});

/** How independent copies are of each other, above 0: else all would be one. */
export const independenceShape: Shape<Probability> = leaf({
  form: 'scalar',
  wanted: wording.wantedShare(),
  reader: (data, refuse) => {
    const share = shareReader(data, refuse);
    return share === 0 ? refuse(wording.neverIndependent()) : share;
  },
  notes: { $ref: '#/$defs/probability' },
});

/** True or false. */
export const truthShape: Shape<boolean> = leaf({
  form: 'scalar',
  wanted: wording.oneOf(['true', 'false']),
  reader: (data, refuse) => (typeof data === 'boolean' ? data : refuse(wording.oneOf(['true', 'false']))),
  notes: { type: 'boolean' },
});

/** A whole number of at least 1. */
export const countShape: Shape<number> = leaf({
  form: 'scalar',
  wanted: wording.wantedCount(),
  reader: (data, refuse) => (isCount(data) ? data : refuse(wording.wantedCount())),
  notes: { type: 'integer', minimum: 1 },
});

/** A whole number of at least 1 and at most so many. */
export function countUpToShape(most: number): Shape<number> {
  return leaf({
    form: 'scalar',
    wanted: wording.wantedCountUpTo(most),
    reader: (data, refuse) => (isCount(data) && data <= most ? data : refuse(wording.wantedCountUpTo(most))),
    notes: { type: 'integer', minimum: 1, maximum: most },
  });
}

/** A whole number of people, or `unlimited`. */
export const headcountShape: Shape<number> = leaf({
  form: 'scalar',
  wanted: wording.wantedHeadcount(),
  reader: (data, refuse) => {
    if (data === 'unlimited') return Infinity;
    return isCount(data) ? data : refuse(wording.wantedHeadcount());
  },
  notes: { anyOf: [{ type: 'integer', minimum: 1 }, { const: 'unlimited' }], examples: [2, 'unlimited'] },
});

/** A time zone by its IANA name. */
export const timezoneShape: Shape<string> = leaf({
  form: 'scalar',
  wanted: wording.wantedTimezone(),
  reader: (data, refuse) => {
    const name = String(data);
    return isTimeZone(name) ? name : refuse(wording.wantedTimezone(name));
  },
  notes: { id: 'timezone', type: 'string', examples: ['UTC', 'Europe/Brussels'] },
});

/** The name of something that the file defines elsewhere; whether it does is asked later. */
export const referenceShape: Shape<string> = leaf({
  form: 'scalar',
  wanted: wording.wantedName(),
  reader: (data, refuse) => (typeof data === 'string' ? data : refuse(wording.wantedName())),
  notes: { id: 'name', type: 'string', pattern: NAME_PATTERN },
});

const oneReference = referenceShape.transform((name) => [name]);

/** One name or a list of them, which may be empty. */
export const referencesShape: Shape<readonly string[]> = z.union([oneReference, z.array(referenceShape)]);

/** One name or a list of at least one. */
export const someReferencesShape: Shape<readonly string[]> = z.union([oneReference, z.array(referenceShape).min(1)]);

/** A map whose keys are names of the author's choosing. */
export function named<Entry>(entry: Shape<Entry>): Shape<Readonly<Record<string, Entry>>> {
  return z.record(z.string().regex(new RegExp(NAME_PATTERN, 'u')), entry).meta({ [MERGEABLE]: true });
}

/** True for a whole number of at least 1. */
export function isCount(data: unknown): data is number {
  return typeof data === 'number' && Number.isSafeInteger(data) && data >= 1;
}
