import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { MAIN } from './drillcast.js';

/** The files that Node.js reads before a module can run: itself, and whatever it imports, but not what it loads later. */
function readBefore(file: string, seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const [, imported] of readFileSync(file, 'utf8').matchAll(/(?:from|import)\s*"(\.\/[^"]+)"/g)) {
    readBefore(join(dirname(file), imported), seen);
  }
  return seen;
}

/** The packages and folders whose code is in these files, by the comments of the bundler. */
function partsOf(files: Iterable<string>): ReadonlySet<string> {
  const parts = new Set<string>();
  for (const file of files) {
    for (const [, path] of readFileSync(file, 'utf8').matchAll(/^\/\/ (.*\.js)$/gm)) {
      parts.add(/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? dirname(path));
    }
  }
  return parts;
}

/** The file that a command is in, as the main file loads it. */
function fileOf(command: string): string {
  const name = new RegExp(`"\\./(${command}-command-[^"]+\\.js)"`).exec(readFileSync(MAIN, 'utf8'))?.[1];
  if (name === undefined) throw new Error(`there is no ${command}`);
  return join(dirname(MAIN), name);
}

describe('Before a command is chosen', () => {
  const parts = partsOf(readBefore(MAIN));

  test('the parser of arguments is read, and neither the engine nor what reads scenarios', () => {
    expect([...parts]).toEqual(expect.arrayContaining(['yargs', 'cliui']));
    for (const part of ['zod', 'yaml', 'croner', 'dist/simulation', 'emoji-regex', 'string-width']) {
      expect([...parts]).not.toContain(part);
    }
  });
});

describe('What "run" reads', () => {
  const parts = partsOf(readBefore(fileOf('run')));

  test('is the engine and what reads scenarios, and nothing of documents and drills', () => {
    expect([...parts]).toEqual(expect.arrayContaining(['zod', 'yaml', 'croner', 'dist/simulation']));
    for (const part of ['mdast-util-to-markdown', 'hastscript', 'dist/evidence/drills', 'dist/review', 'vega']) {
      expect([...parts]).not.toContain(part);
    }
  });

  test('is less than what "report" reads, in which documents are found', () => {
    expect([...partsOf(readBefore(fileOf('report')))]).toEqual(
      expect.arrayContaining(['mdast-util-to-markdown', 'dist/review']),
    );
  });
});
