import * as z from 'zod';
import type { Span, TransferSize } from '../scenario.js';
import * as wording from '../wording.js';
import { leaf, REFUSED } from './leaf.js';
import type { Reader, Shape } from './leaf.js';
import { lawMapShape } from './law-shape.js';
import { lawTextReader } from './law-text.js';
import { SIZE } from './measure.js';

/** What can be asked of a surface for a transfer. */
const SURFACE_PARTS = ['size', 'to-restore', 'log-to-replay'] as const;

/** A surface and one of its parts, as in `postgresql.size`. */
export function surfacePartOf(data: unknown): { surface: string; part: string } | undefined {
  const match = /^(\p{L}[\p{L}\p{N}_-]*)\.([A-Za-z][\w-]*)$/u.exec(typeof data === 'string' ? data.trim() : '');
  return match === null ? undefined : { surface: match[1], part: match[2] };
}

const bytesReader: Reader<TransferSize> = (data, refuse) => {
  const reference = surfacePartOf(data);
  if (reference === undefined) {
    const law = lawTextReader(SIZE)(data, (words) => refuse(wording.orSurfacePart(words)));
    return law === REFUSED ? REFUSED : { kind: 'drawn', law };
  }
  const part = SURFACE_PARTS.find((known) => known === reference.part);
  if (part === undefined) return refuse(wording.unknownSurfacePart(reference.surface, reference.part, SURFACE_PARTS));
  return { kind: 'surface', surface: reference.surface, part };
};

const bytesText: Shape<TransferSize> = leaf({
  form: 'scalar',
  wanted: wording.orSurfacePart(wording.wantedLaw(SIZE)),
  reader: bytesReader,
  notes: {
    type: 'string',
    description: 'a size, a range of sizes, or a part of a surface',
    examples: ['postgresql.size', 'postgresql.to-restore', 'postgresql.log-to-replay', '200 GiB to 500 GiB'],
  },
});

/** How much a transfer moves: a law, or a part of a surface. */
export const transferSizeShape: Shape<TransferSize> = z.union([
  bytesText,
  lawMapShape(SIZE).transform((law): TransferSize => ({ kind: 'drawn', law })),
]);

/** The surface that a span such as `rpo.postgresql` is about; undefined for other spans. */
export function surfaceOfSpan(data: unknown): string | undefined {
  return /^rpo\.(.+)$/.exec(typeof data === 'string' ? data.trim() : '')?.[1];
}

const spanReader: Reader<Span> = (data, refuse) => {
  const surface = surfaceOfSpan(data);
  if (surface !== undefined) return { kind: 'surface-rpo', surface };
  if (data === 'rpo' || data === 'rto' || data === 'elapsed') return { kind: data };
  return refuse(wording.wantedSpan());
};

const spanShape: Shape<Span> = leaf({
  form: 'scalar',
  wanted: wording.wantedSpan(),
  reader: spanReader,
  notes: {
    type: 'string',
    pattern: '^(rpo(\\..+)?|rto|elapsed)$',
    examples: ['rpo', 'rpo.postgresql', 'rto', 'elapsed'],
  },
});

/** One span or several, whose sum is worked off. */
export const spansShape: Shape<readonly Span[]> = z.union([
  spanShape.transform((span) => [span]),
  z.array(spanShape).min(1),
]);
