import { printable } from './printable.js';
import { textWidth } from './text-width.js';

/**
 * A shell command in lines of at most that many columns that can be copied as they stand: they are joined by a backslash,
 * inside a word too when it is longer than a line.
 */
export function commandLines(words: readonly string[], columns: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of words.map(shellWord)) {
    if (line !== '' && textWidth(`${line} ${word} \\`) > columns) {
      lines.push(`${line} \\`);
      line = '';
    }
    line += line === '' ? word : ` ${word}`;
    while (textWidth(line) > columns - 2) {
      const head = headOf(line, columns - 2);
      lines.push(`${head}\\`);
      line = line.slice(head.length);
    }
  }
  return [...lines, line];
}

/** As much of a line as fits, but never up to a backslash, which must stay with what it protects. */
function headOf(line: string, columns: number): string {
  let head = '';
  for (const unit of line.match(/\\?[^]/gu) ?? []) {
    if (textWidth(head + unit) > columns) break;
    head += unit;
  }
  return head;
}

/** A word for the shell: every character that it might read as its own is protected by a backslash. */
function shellWord(text: string): string {
  return printable(text).replace(/[^\p{L}\p{N}_@%+=:,./-]/gu, '\\$&');
}
