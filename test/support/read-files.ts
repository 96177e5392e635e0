import { readScenario } from '../../src/scenario/read-scenario.js';
import type { ReadResult } from '../../src/scenario/read-scenario.js';

/** Reads the first of some files; the others are what it may refer to, by the very name that it writes. */
export function readFiles(files: Readonly<Record<string, string>>): ReadResult {
  const [[file, text]] = Object.entries(files);
  return readScenario(text, {
    file,
    load: (reference) => (Object.hasOwn(files, reference) ? { file: reference, text: files[reference] } : undefined),
  });
}

/** The problems as `file:line:column path: expected …, found …`. */
export function problemsOf(read: ReadResult): string[] {
  if (read.kind === 'scenario') return [];
  return read.problems.map(
    ({ file, line, column, path, expected, found }) =>
      `${file}:${String(line)}:${String(column)} ${path}: expected ${expected}, found ${found}`,
  );
}
