import type { Place } from '../../scenario/document/located-tree.js';
import type { SourceText } from '../../scenario/scenario.js';

/**
 * Where a cell of a table stands in its text. Looked up only for what is wrong: to note it for every cell would cost
 * more than reading them. Of a quoted cell with line breaks the last line is meant.
 *
 * @param line counted from 1.
 * @param column of the table, counted from 0; beyond the last one, the end of the line.
 */
export function placeOfCell(source: SourceText, line: number, column: number): Place {
  let start = 0;
  for (let passed = 1; passed < line; passed++) {
    const lineBreak = source.text.indexOf('\n', start);
    if (lineBreak < 0) break;
    start = lineBreak + 1;
  }
  const lineEnd = source.text.slice(start).search(/\r?\n|$/);
  const text = source.text.slice(start, start + lineEnd);
  const cells = [...text.matchAll(/(?:^|,)(\s*)("(?:[^"]|"")*"|[^,]*)/g)];
  const cell = cells.at(column);
  if (cell === undefined) return { source, start: start + text.length, end: start + text.length };
  const [whole, blank, content] = cell;
  const from = start + cell.index + (whole.startsWith(',') ? 1 : 0) + blank.length;
  return { source, start: from, end: from + content.trimEnd().length };
}
