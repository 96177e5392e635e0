import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { shellLine } from '../../../src/cli/shell-line.js';

test('plain words stand as they are, others in quotes', () => {
  expect(shellLine(['drillcast', 'run', 'my plan.yaml', '--seed', '1'])).toBe("drillcast run 'my plan.yaml' --seed 1");
});

test('a shell reads back the words, whatever they hold', () => {
  const words = ["it's", 'a b', '$HOME', '`ls`', '*', '', '"', '\\', '!x', '~', 'é', '-n', 'new\nline'];
  const { stdout } = spawnSync('sh', ['-c', `printf '%s\\0' ${shellLine(words)}`], { encoding: 'utf8' });
  expect(stdout.split('\0').slice(0, -1)).toEqual(words);
});
