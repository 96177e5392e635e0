import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { writeWhole } from '../../../src/cli/atomic-write.js';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'drillcast-write-'))));
afterEach(() => rmSync(folder, { recursive: true }));

function* failsHalfway(): Generator<string, void, undefined> {
  yield 'the first half';
  throw new Error('the source dried up');
}

describe('A file is written as a whole or not at all', () => {
  test('pieces are joined, and folders that are missing are made', () => {
    writeWhole(join(folder, 'a/b/answer.txt'), ['one ', 'two ', 'grüße']);
    expect(readFileSync(join(folder, 'a/b/answer.txt'), 'utf8')).toBe('one two grüße');
  });

  test('what was there before stays when writing fails halfway, and no part is left behind', () => {
    const path = join(folder, 'answer.txt');
    writeFileSync(path, 'old');
    expect(() => writeWhole(path, failsHalfway())).toThrow('the source dried up');
    expect(readFileSync(path, 'utf8')).toBe('old');
    expect(readdirSync(folder)).toEqual(['answer.txt']);
  });

  test('nothing appears when writing a new file fails halfway', () => {
    expect(() => writeWhole(join(folder, 'answer.txt'), failsHalfway())).toThrow();
    expect(readdirSync(folder)).toEqual([]);
  });

  test('a folder that the system will not make is an error, not a wait without end', () => {
    writeFileSync(join(folder, 'file'), '');
    expect(() => writeWhole(join(folder, 'file/inner/answer.txt'), ['x'])).toThrow('ENOTDIR');
    expect(() => writeWhole('/proc/nowhere/answer.txt', ['x'])).toThrow(/ENOENT|EROFS|EACCES/);
  });

  test('a folder is never replaced', () => {
    mkdirSync(join(folder, 'answer'));
    expect(() => writeWhole(join(folder, 'answer'), ['x'])).toThrow('EISDIR');
    expect(statSync(join(folder, 'answer')).isDirectory()).toBe(true);
  });

  test('a link keeps pointing at the file that is written, which keeps its permissions', () => {
    writeFileSync(join(folder, 'real.txt'), 'old');
    chmodSync(join(folder, 'real.txt'), 0o600);
    symlinkSync(join(folder, 'real.txt'), join(folder, 'link.txt'));
    writeWhole(join(folder, 'link.txt'), ['new']);
    expect(readdirSync(folder, { withFileTypes: true }).map((entry) => [entry.name, entry.isSymbolicLink()])).toEqual([
      ['link.txt', true],
      ['real.txt', false],
    ]);
    expect(readFileSync(join(folder, 'real.txt'), 'utf8')).toBe('new');
    expect(statSync(join(folder, 'real.txt')).mode & 0o777).toBe(0o600);
  });

  test('a device is written to, never replaced', () => {
    writeWhole('/dev/null', ['x']);
    expect(statSync('/dev/null').isCharacterDevice()).toBe(true);
  });
});
