import { parse } from 'csv-parse/sync';
import type { Problem } from '../../../scenario/problem.js';
import { textProblem } from './text-problem.js';
import type { TableDocument } from './tool-document.js';

/** A cell by its heading, with spaces taken off; empty when the row has none there. */
export type Cells = (heading: string) => string;

/**
 * Walks over the rows of a table, one at a time, so that a million of them fit.
 *
 * @param visit gets the cells of a row and its line, counted from 1.
 * @returns what makes the table unreadable, if anything does.
 */
export function visitRows(table: TableDocument, visit: (cells: Cells, line: number) => void): Problem | undefined {
  const columns = new Map(table.headings.map((heading, index) => [heading, index]));
  try {
    parse(table.source.text, {
      bom: true,
      skip_empty_lines: true,
      trim: true,
      comment: '#',
      relax_column_count: true,
      from: 2,
      on_record: (record: readonly string[], { lines }) => {
        visit((heading) => record[columns.get(heading) ?? -1] ?? '', lines);
        return null;
      },
    });
    return undefined;
  } catch (error) {
    if (!(error instanceof Error && 'lines' in error)) throw error;
    const line = Number(error.lines);
    return textProblem(table.source, lineStretch(table.source.text, line), [], {
      expected: 'comma-separated values',
      found: error.message,
      mend: 'look for a quotation mark that is not closed, or write the table again',
    });
  }
}

/** The first offset of a line, and the end of the line. */
export function lineStretch(text: string, line: number): { readonly start: number; readonly end: number } {
  let start = 0;
  for (let passed = 1; passed < line; passed += 1) {
    const next = text.indexOf('\n', start);
    if (next < 0) break;
    start = next + 1;
  }
  const end = text.indexOf('\n', start);
  return { start, end: end < 0 ? text.length : end };
}
