import { createHash } from 'node:crypto';
import { outcomeColumns } from '../study/outcome-columns.js';
import type { Outcomes } from '../study/outcomes.js';
import { headerLine, type PartHeader } from './part-header.js';

/** Values per piece: large enough to be quick, small enough to need little memory beside the outcomes. */
const VALUES_PER_PIECE = 65_536;

/**
 * A part file in pieces that add up to it: the first line, then every column of the outcomes (`outcomeColumns`) as
 * 64-bit floating-point numbers, the lowest byte first on every machine, and last the SHA-256 of all before it.
 */
export function* partPieces(header: PartHeader, outcomes: Outcomes): Generator<Uint8Array, void, undefined> {
  const checksum = createHash('sha256');
  const line = headerLine(header);
  checksum.update(line);
  yield line;
  const piece = new DataView(new ArrayBuffer(8 * VALUES_PER_PIECE));
  for (const column of outcomeColumns(outcomes)) {
    for (let first = 0; first < column.length; first += VALUES_PER_PIECE) {
      const count = Math.min(VALUES_PER_PIECE, column.length - first);
      for (let i = 0; i < count; i += 1) piece.setFloat64(8 * i, column[first + i], true);
      const bytes = new Uint8Array(piece.buffer, 0, 8 * count);
      checksum.update(bytes);
      yield bytes;
    }
  }
  yield checksum.digest();
}
