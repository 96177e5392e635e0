import type { Summary } from '../study/summary.js';
import { printable } from './printable.js';
import { textWidth } from './text-width.js';

/** A command that plays incidents: its verb, the scenarios, and the numbers of the run. */
export interface Played {
  readonly verb: 'run' | 'compare' | 'drills score';
  readonly files: readonly string[];
  /** How many were played, or allowed where a precision is asked for. */
  readonly incidents: number;
  readonly seed: number;
  /** Half-width that was asked for, as a share of the estimate; absent when the run ended by count. */
  readonly precision?: number;
}

/** The run that gives a summary again: one that was interrupted, as a run of what was played. */
export function playedRun({ scenario, incidents, seed, end }: Summary): Played {
  const isByPrecision = end.reason === 'precision' || end.reason === 'ceiling';
  const run = { verb: 'run', files: [scenario.file], seed } as const;
  return isByPrecision && end.precision !== null
    ? { ...run, incidents: end.asked, precision: end.precision }
    : { ...run, incidents };
}

/**
 * The shell command that gives the same answer again, in lines of at most that many columns that can be copied
 * as they stand: they are joined by a backslash, inside a word too when it is longer than a line.
 */
export function replayCommand({ verb, files, incidents, seed, precision }: Played, columns: number): readonly string[] {
  const words = [
    ...['drillcast', ...verb.split(' '), ...files.map(shellWord)],
    ...(precision === undefined ? [] : ['--precision', String(precision)]),
    ...['--incidents', String(incidents), '--seed', String(seed)],
  ];
  const lines: string[] = [];
  let line = '';
  for (const word of words) {
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
