import * as z from 'zod';
import { parseCalendarDate } from '../../units/calendar-date.js';
import * as wording from '../wording.js';
import { keyed } from './keyed.js';
import { leaf } from './leaf.js';
import type { Reader, REFUSED, Shape } from './leaf.js';
import type { ProvenanceSource } from '../scenario.js';

/** Where a value can come from, from a guess to a measurement. */
export const PROVENANCE_SOURCES: readonly ProvenanceSource[] = ['assumed', 'vendor', 'drill', 'measured', 'imported'];

const sourceReader: Reader<ProvenanceSource> = (data, refuse) =>
  PROVENANCE_SOURCES.find((source) => source === data) ?? refuse(wording.oneOf(PROVENANCE_SOURCES, String(data)));

const dateReader: Reader<string> = (data, refuse) =>
  parseCalendarDate(String(data)) === undefined ? refuse(wording.wantedDate()) : String(data);

/** A day, `YYYY-MM-DD`. */
export const dateShape: Shape<string> = leaf({
  form: 'scalar',
  wanted: wording.wantedDate(),
  reader: dateReader,
  notes: { id: 'date', type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$', examples: ['2026-01-14'] },
});

/** A text for people. */
export const textShape: Shape<string> = leaf({
  form: 'scalar',
  wanted: wording.wantedText(),
  reader: (data, refuse) => (data === '' ? refuse(wording.wantedText()) : String(data)),
  notes: { id: 'text', type: ['string', 'number', 'boolean'] },
});

/** More is as good as certain, and less than a tenth of a measurement says nothing. */
const COUNTS = { least: 0.1, most: 1_000_000 } as const;

/** The key of values that drills and histories measure: by how many measurements it is known. */
export const countsAsKey = {
  'counts-as': leaf({
    form: 'scalar',
    wanted: wording.wantedCountsAs(COUNTS),
    reader: (data, refuse): number | typeof REFUSED =>
      typeof data === 'number' && data >= COUNTS.least && data <= COUNTS.most
        ? data
        : refuse(wording.wantedCountsAs(COUNTS)),
    notes: { id: 'counts-as', type: 'number', minimum: COUNTS.least, maximum: COUNTS.most, examples: [15] },
  })
    .optional()
    .meta({ description: 'what the value counts as, in measured times, or in attempts: how well it is known' }),
};

/** Keys that may stand beside any value: where it comes from, since when, and what to know about it. */
export const provenanceKeys = {
  source: leaf({
    form: 'scalar',
    wanted: wording.oneOf(PROVENANCE_SOURCES),
    reader: sourceReader,
    notes: { id: 'source', enum: PROVENANCE_SOURCES, description: 'where this value comes from' },
  }).optional(),
  'as-of': dateShape.optional().meta({ description: 'the day on which the value was true' }),
  note: textShape.optional().meta({ description: 'what a reader should know about the value' }),
};

/**
 * A value as it is, or in a map with its source: `{ value: 97%, source: measured }`.
 *
 * @param id the name of the definition in the JSON Schema; each is given once.
 */
export function sourced<Value>(shape: Shape<Value>, id: string): Shape<Value> {
  const map = keyed({ value: shape, ...provenanceKeys }).transform(({ value }) => value);
  return z.union([shape, map]).meta({ id });
}

/** The same for a share of cases, which may say by how many of them it is known. */
export function countedShare<Value>(shape: Shape<Value>, id: string): Shape<Value> {
  const map = keyed({ value: shape, ...provenanceKeys, ...countsAsKey }).transform(({ value }) => value);
  return z.union([shape, map]).meta({ id });
}
