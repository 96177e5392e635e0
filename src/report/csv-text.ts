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
