// The browser build: the other entry needs Node's Buffer to be there, this one brings what it needs.
import { stringify } from 'csv-stringify/browser/esm/sync';

/** A field; null becomes an empty cell. */
export type Cell = string | number | null;

/**
 * Rows as CSV by RFC 4180, ended by a newline. A text that a spreadsheet would take for a formula (it begins with
 * `=`, `+`, `-` or `@`) is given an apostrophe in front.
 */
export function csvText(rows: readonly (readonly Cell[])[]): string {
  return stringify(rows as Cell[][], { escape_formulas: true });
}

/** A value of an incident as a field: NaN, which marks one without a recovery, is left empty. */
export function cellOf(value: number): Cell {
  return Number.isNaN(value) ? null : value;
}

/** Rows per piece of text: large enough to be quick, small enough to hold a million incidents in little memory. */
const ROWS_PER_PIECE = 5000;

/** A header and a row per incident, in pieces that add up to the file; the header is a piece of its own. */
export function* csvPieces(
  header: readonly Cell[],
  incidents: number,
  rowOf: (incident: number) => readonly Cell[],
): Generator<string, void, undefined> {
  yield csvText([header]);
  for (let first = 0; first < incidents; first += ROWS_PER_PIECE) {
    const rows: (readonly Cell[])[] = [];
    for (let incident = first; incident < Math.min(incidents, first + ROWS_PER_PIECE); incident++) {
      rows.push(rowOf(incident));
    }
    yield csvText(rows);
  }
}
