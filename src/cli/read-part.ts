import { createHash } from 'node:crypto';
import { CHECKSUM_BYTES, PART_FORMAT, shardCommand, valueCount, type PartHeader } from './part-header.js';
import { Refusal } from './refusal.js';
import type { FileStore } from './world.js';

/** A part file whose every byte was looked at. */
export interface Part {
  readonly path: string;
  readonly header: PartHeader;
}

/** Longer than any first line is: what has no newline until there is no part file. */
const LONGEST_LINE = 2 ** 24;
const NEWLINE = 0x0a;

/**
 * Reads what a part file says of itself, and looks whether it is as it was written.
 *
 * @throws Refusal when it cannot be read, or is no part file, truncated or corrupted.
 */
export function openPart(path: string, files: FileStore): Part {
  const { line, rest } = splitPart(path, files);
  const header = headerOf(line, path);
  const expected = line.length + 8 * valueCount(header) + CHECKSUM_BYTES;
  const checksum = createHash('sha256').update(line);
  let length = line.length;
  let last = Buffer.alloc(0);
  for (const piece of rest) {
    length += piece.length;
    const known = Buffer.concat([last, piece]);
    const sure = Math.max(0, known.length - CHECKSUM_BYTES);
    checksum.update(known.subarray(0, sure));
    last = known.subarray(sure);
  }
  const again = `play it again: ${shardCommand(header, header.shard, path)}`;
  if (length < expected) throw new Refusal(`${path}: it is truncated: it has ${length} of ${expected} bytes`, again);
  if (length > expected || !checksum.digest().equals(last)) {
    throw new Refusal(`${path}: it is corrupted: its checksum is that of other bytes`, again);
  }
  return { path, header };
}

/** Reads the numbers of a part, which was looked at before, into columns in the order of `outcomeColumns`. */
export function readPart({ path }: Part, columns: readonly Float64Array[], files: FileStore): void {
  const targets = columns.filter(({ length }) => length > 0);
  let [column, row] = [0, 0];
  let rest = new Uint8Array(0);
  for (const piece of splitPart(path, files).rest) {
    const bytes = rest.length === 0 ? piece : Buffer.concat([rest, piece]);
    const values = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    let at = 0;
    for (; at + 8 <= bytes.length && column < targets.length; at += 8) {
      targets[column][row] = values.getFloat64(at, true);
      row += 1;
      if (row === targets[column].length) [column, row] = [column + 1, 0];
    }
    // A copy: what is read next comes into the same memory.
    rest = new Uint8Array(bytes.subarray(at));
  }
}

/** The first line of a part file, its newline included, and what follows it. */
function splitPart(path: string, files: FileStore): { readonly line: Buffer; readonly rest: Iterable<Uint8Array> } {
  const pieces = files.readPieces(path)[Symbol.iterator]();
  let start = Buffer.alloc(0);
  while (!start.includes(NEWLINE) && start.length < LONGEST_LINE) {
    const next = pieces.next();
    if (next.done === true) break;
    start = Buffer.concat([start, next.value]);
  }
  const end = start.indexOf(NEWLINE) + 1;
  function* rest(): Generator<Uint8Array, void, undefined> {
    yield start.subarray(end);
    for (let next = pieces.next(); next.done !== true; next = pieces.next()) yield next.value;
  }
  return { line: start.subarray(0, end), rest: rest() };
}

/** @throws Refusal when the first line is that of no part file, or of one in another format. */
function headerOf(line: Buffer, path: string): PartHeader {
  const document = parsed(line.toString());
  const format = document?.format as string | undefined;
  if (format !== PART_FORMAT && /^drillcast-part\/\d+$/.test(format ?? '')) {
    throw new Refusal(
      `${path}: it is in the format ${format ?? ''}, and this version reads ${PART_FORMAT}`,
      'play and merge all parts with the same version of Drillcast',
    );
  }
  if (format !== PART_FORMAT || !isWhole(document)) {
    throw new Refusal(
      `${path}: it is no part of a run, or its beginning is damaged`,
      'give files that "drillcast run … --shard 1/16 --out FILE" has written',
    );
  }
  return document;
}

function parsed(text: string): Partial<PartHeader> | undefined {
  try {
    const document: unknown = JSON.parse(text);
    return typeof document === 'object' && document !== null ? document : undefined;
  } catch {
    return undefined;
  }
}

/** Whether nothing is missing; that what is there is what was written is for the checksum to say. */
function isWhole(document: Partial<PartHeader> | undefined): document is PartHeader {
  const keys = ['context', 'incidents', 'seed', 'shard', 'range', 'names', 'draws', 'uncertainty'] as const;
  return document !== undefined && keys.every((key) => document[key] !== undefined);
}
