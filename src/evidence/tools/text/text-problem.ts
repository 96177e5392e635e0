import { formatPath, type Path } from '../../../scenario/document/located-tree.js';
import type { Problem, Words } from '../../../scenario/problem.js';
import type { SourceText } from '../../../scenario/scenario.js';
import type { Stretch } from './json-walk.js';

/** A longer line is none that was written for people, and is not shown: tools print all they know on one line. */
const LONGEST_LINE = 2000;

/** Characters of what was found that are quoted. */
const LONGEST_QUOTE = 40;

/**
 * A problem at a place of a text. Beside `problemOf` of the scenario language, as a tool may have printed a hundred
 * megabytes on one line: what is taken out of the text here is never longer than a line that people read.
 */
export function textProblem(source: SourceText, at: Stretch, path: Path, words: Words): Problem {
  const { text, file } = source;
  const start = Math.min(at.start, text.length);
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const lineBreak = text.indexOf('\n', start);
  const lineEnd = lineBreak < 0 ? text.length : lineBreak;
  const isShown = lineEnd - lineStart <= LONGEST_LINE;
  const quoted = text
    .slice(start, Math.min(at.end, start + LONGEST_QUOTE))
    .replace(/\s+/g, ' ')
    .trim();
  return {
    file,
    line: lineNumber(text, lineStart),
    column: isShown ? [...text.slice(lineStart, start)].length + 1 : start - lineStart + 1,
    path: formatPath(path),
    expected: words.expected,
    found: words.found ?? (quoted === '' ? 'the end of the file' : quoted.startsWith('"') ? quoted : `"${quoted}"`),
    ...(words.mend === undefined ? {} : { mend: words.mend }),
    sourceLine: isShown ? text.slice(lineStart, lineEnd).trimEnd() : '',
    length: Math.max(1, Math.min(at.end, lineEnd) - start),
  };
}

/** The number of the line that begins at an offset, counted from 1. */
function lineNumber(text: string, lineStart: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < lineStart; at = text.indexOf('\n', at + 1)) line += 1;
  return line;
}
