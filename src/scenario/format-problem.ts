import { cropLine } from './crop-line.js';
import type { Problem } from './problem.js';
import { columnsOf, visible } from './visible-text.js';

/** How the parts of a problem are set off from one another; each function gets a part and gives it back styled. */
export interface ProblemStyle {
  readonly place: (text: string) => string;
  readonly caret: (text: string) => string;
  readonly mend: (text: string) => string;
}

const WIDTH = 80;

const PLAIN: ProblemStyle = { place: (text) => text, caret: (text) => text, mend: (text) => text };

/**
 * A problem as the reader of a terminal wants it, at most 80 columns wide (a longer file name apart): where, what was
 * expected and found, the line with a caret under what is meant, and how to mend it. Nothing of the file reaches the
 * terminal that could steer it.
 */
export function formatProblem(problem: Problem): string {
  return styleProblem(problem, PLAIN);
}

/** The same with a style, such as colours. */
export function styleProblem(problem: Problem, style: ProblemStyle): string {
  const { expected, found, mend } = problem;
  return [
    ...placeLines(problem, style),
    ...wrapped(`expected ${expected}, found ${found}`, '  ', '    '),
    ...sourceLines(problem, style),
    ...(mend === undefined ? [] : wrapped(`mend: ${mend}`, '  ', '    ').map((line) => style.mend(line))),
  ].join('\n');
}

/** The path goes to a line of its own when both do not fit, and a path that fits on none loses its beginning. */
function placeLines({ file, line, column, path }: Problem, style: ProblemStyle): string[] {
  const place = visible(`${file}:${String(line)}:${String(column)}`);
  const shown = visible(path);
  if (shown === '') return [style.place(place)];
  if (columnsOf(place) + 2 + columnsOf(shown) <= WIDTH) return [`${style.place(place)}  ${shown}`];
  return [style.place(place), `  ${lastColumns(shown, WIDTH - 2)}`];
}

function lastColumns(text: string, columns: number): string {
  if (columnsOf(text) <= columns) return text;
  const characters = Array.from(text);
  while (columnsOf(characters.join('')) > columns - 1) characters.shift();
  return `…${characters.join('')}`;
}

function sourceLines({ line, column, sourceLine, length }: Problem, style: ProblemStyle): string[] {
  const number = String(line);
  const gutter = ' '.repeat(number.length);
  const crop = cropLine(visible(sourceLine), { column, length, width: WIDTH - number.length - 6 });
  if (crop.text.trim() === '') return [];
  const caret = `${' '.repeat(crop.before)}${style.caret('^'.repeat(crop.under))}`;
  return [`  ${number} | ${crop.text}`, `  ${gutter} | ${caret}`];
}

/** A text broken at blanks; words longer than a line are broken where the line ends. */
function wrapped(text: string, indent: string, hanging: string): string[] {
  const lines: string[] = [];
  let current = indent;
  for (const word of visible(text).split(/ +/)) {
    for (const piece of pieces(word, WIDTH - hanging.length)) {
      const isFirst = current === indent || current === hanging;
      const next = isFirst ? current + piece : `${current} ${piece}`;
      if (columnsOf(next) <= WIDTH) {
        current = next;
      } else {
        lines.push(current);
        current = hanging + piece;
      }
    }
  }
  return [...lines, current];
}

function pieces(word: string, columns: number): string[] {
  if (columnsOf(word) <= columns) return [word];
  const found: string[] = [''];
  for (const character of word) {
    const last = found[found.length - 1];
    if (columnsOf(last + character) > columns) found.push(character);
    else found[found.length - 1] = last + character;
  }
  return found;
}
