import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { replayCommand } from '../../../src/report/replay-command.js';

const commandOf = (...files: string[]) =>
  replayCommand({ verb: files.length === 1 ? 'run' : 'compare', files, incidents: 10, seed: 7 }, 80);

/** The words that a shell makes of the command. */
const wordsOf = (lines: readonly string[]) =>
  execFileSync('sh', ['-c', `drillcast() { printf '%s\\n' "$@"; }; ${lines.join('\n')}`], { encoding: 'utf8' })
    .trimEnd()
    .split('\n');

describe('replayCommand', () => {
  it('is one line where it fits', () => {
    expect(commandOf('a.yaml')).toEqual(['drillcast run a.yaml --incidents 10 --seed 7']);
  });

  it.each([
    ['a file with spaces and signs of the shell', "my plans/it's $HOME `x` & \\ (1).yaml"],
    ['a file longer than a line', `${'very-long-folder/'.repeat(12)}a.yaml`],
    ['a long file of signs that need protection', '$&'.repeat(90)],
  ])('gives the shell the same words for %s, in lines of at most 80 columns', (_, file) => {
    const lines = commandOf(file);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(80);
    expect(wordsOf(lines)).toEqual(['run', file, '--incidents', '10', '--seed', '7']);
  });

  it('names every scenario that was played', () => {
    expect(commandOf('a.yaml', 'b.yaml', 'a.yaml')).toEqual([
      'drillcast compare a.yaml b.yaml a.yaml --incidents 10 --seed 7',
    ]);
  });

  it('drops escape characters from the file name', () => {
    expect(commandOf('a\u001b[2Jb.yaml').join('')).not.toContain('\u001b');
  });
});
