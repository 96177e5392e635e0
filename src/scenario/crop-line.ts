import { columnsOf } from './visible-text.js';

/** A line with a caret under a part of it, in the columns of a terminal. */
export interface CroppedLine {
  readonly text: string;
  /** Columns before the caret, and under it (at least 1). */
  readonly before: number;
  readonly under: number;
}

export interface CropOptions {
  /** Where the caret begins, in characters counted from 1, and how many characters it spans. */
  readonly column: number;
  readonly length: number;
  /** How many columns there are. */
  readonly width: number;
}

/** Columns of context to keep before the caret of a line that is too long. */
const CONTEXT = 20;

/** Cuts a visible line that is too long so that what the caret points at stays in sight; `…` stands for what went. */
export function cropLine(line: string, { column, length, width }: CropOptions): CroppedLine {
  const characters = Array.from(line.trimEnd());
  const caret = Math.min(column - 1, characters.length);
  let start = 0;
  if (columnsOf(characters.join('')) > width) start = startOfCrop(characters, caret, caret + length, width);
  const head = start > 0 ? '…' : '';
  const kept = fitting(characters.slice(start), width - head.length);
  const before = columnsOf(head + characters.slice(start, caret).join(''));
  const wanted = columnsOf(characters.slice(caret, caret + length).join(''));
  return {
    text: head + kept,
    before,
    under: Math.max(1, Math.min(wanted, columnsOf(head + kept) - before)),
  };
}

/** The first character to show: none is dropped while the caret fits, and some context is left before it. */
function startOfCrop(characters: readonly string[], from: number, to: number, width: number): number {
  if (columnsOf(characters.slice(0, to).join('')) < width) return 0;
  let start = from;
  while (start > 0 && columnsOf(characters.slice(start - 1, from).join('')) <= CONTEXT) start -= 1;
  return start;
}

/** As many characters as fit, with `…` at the end when some do not. */
function fitting(characters: readonly string[], width: number): string {
  if (columnsOf(characters.join('')) <= width) return characters.join('');
  let text = '';
  for (const character of characters) {
    if (columnsOf(text + character) > width - 1) break;
    text += character;
  }
  return `${text}…`;
}
