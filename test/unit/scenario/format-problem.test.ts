import { describe, expect, test } from 'vitest';
import { formatProblem, styleProblem } from '../../../src/scenario/format-problem.js';
import type { Problem } from '../../../src/scenario/problem.js';
import { readScenario } from '../../../src/scenario/read-scenario.js';
import { changed } from '../../support/small-scenario.js';

/** The first problem of the small scenario with one text in place of another. */
function problemOf(from: string, to: string, file = 'scenarios/small.yaml'): Problem {
  const read = readScenario(changed(from, to), { file, load: () => undefined });
  if (read.kind === 'scenario') throw new Error('There is no problem');
  return read.problems[0];
}

/** The line of the file and the line with the caret. */
function snippetOf(problem: Problem): string[] {
  return formatProblem(problem)
    .split('\n')
    .filter((line) => /^ +\d* \| /.test(line));
}

describe('A problem', () => {
  test('shows place, expectation, the line with a caret, and the mend', () => {
    expect(formatProblem(problemOf('schedule: 0 1 * * *', 'schedule: daily-ish'))).toBe(
      [
        'scenarios/small.yaml:16:17  surfaces.database.base-backup.schedule',
        '  expected a cron expression of five fields or "every <duration>", found',
        '    "daily-ish"',
        '  16 |       schedule: daily-ish',
        '     |                 ^^^^^^^^^',
        '  mend: write "0 1 * * *" or "every 1d"',
      ].join('\n'),
    );
  });

  test('breaks long sentences at blanks', () => {
    expect(formatProblem(problemOf('keep: 14d', 'keep: a while')).split('\n').slice(1, 3)).toEqual([
      '  expected an age such as "14d", a number such as "7 backups", or rules such as',
      '    { age: 14d, monthly: 12 }, found "a while"',
    ]);
  });

  test('gives a path that does not fit beside the place a line of its own', () => {
    const problem = problemOf('{ mean: 5y }', '{ mean: 5 }', 'a-folder-of-some-length/small.yaml');
    expect(formatProblem(problem).split('\n').slice(0, 2)).toEqual([
      'a-folder-of-some-length/small.yaml:20:59',
      '  surfaces.database.base-backup.silently-unrestorable-after.exponential.mean',
    ]);
  });

  test('crops a line that is too long and keeps what the caret points at', () => {
    const long = `takes: { value: soon, note: "${'so it goes '.repeat(12)}" } }`;
    const [line, caret] = snippetOf(problemOf('takes: 15m }', long));
    expect(line).toHaveLength(79);
    expect(line.endsWith('…')).toBe(true);
    expect(line.slice(caret.indexOf('^'), caret.lastIndexOf('^') + 1)).toBe('soon');
  });

  test('crops the beginning of a line where the caret is far to the right', () => {
    const long = `takes: { note: "${'so it goes '.repeat(12)}", value: soon } }`;
    const [line, caret] = snippetOf(problemOf('takes: 15m }', long));
    expect(line).toMatch(/^ {2}30 \| ….{20}soon \} \}$/);
    expect(line.slice(caret.indexOf('^'), caret.lastIndexOf('^') + 1)).toBe('soon');
  });

  test('puts the caret right below wide characters', () => {
    const [line, caret] = snippetOf(problemOf('takes: 15m }', 'takes: { note: 計画, value: soon } }'));
    // Each of the two ideographs takes two columns, so the caret stands two columns further right than the text index.
    expect(caret.indexOf('^')).toBe(line.indexOf('soon') + 2);
  });

  test('lets no character of the file steer the terminal', () => {
    const shown = formatProblem(problemOf('takes: 15m }', 'takes: "\u001b[31mred\u202e\u2028" }', 'a\u001b[2J.yaml'));
    expect(['\u001b', '\u202e', '\u2028'].filter((sign) => shown.includes(sign))).toEqual([]);
    expect(shown).toContain('takes: "\ufffd[31mred\ufffd\ufffd" }');
  });

  test('can be styled', () => {
    const mark = (sign: string) => (text: string) => `${sign}${text}${sign}`;
    const shown = styleProblem(problemOf('size: 500 GiB', 'size: big'), {
      place: mark('*'),
      caret: mark('!'),
      mend: mark('_'),
    });
    expect(shown.split('\n')).toEqual([
      '*scenarios/small.yaml:14:11*  surfaces.database.size',
      '  expected a size such as "500 GiB" or "1.5 TB", found "big"',
      '  14 |     size: big',
      '     |           !^^^!',
      '_  mend: write "500 GiB" or "1.5 TB"_',
    ]);
  });
});
