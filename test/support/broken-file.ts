import { expect, test } from 'vitest';
import { readScenario } from '../../src/scenario/read-scenario.js';
import { changed } from './small-scenario.js';

/** One way to break the small scenario, and the one problem that it then has. */
export interface BrokenFile {
  /** What the file breaks, as a fact. */
  readonly fact: string;
  /** The text of the small scenario that is replaced, and by what. */
  readonly from: string;
  readonly to: string;
  /** `line:column path`; the path is missing for the file as a whole. */
  readonly at: string;
  readonly says: string;
  readonly mend?: string;
}

/** A test per broken file: it has that problem, in those words, at that place, and no other. */
export function testBrokenFiles(files: readonly BrokenFile[]): void {
  test.each(files)('$fact', ({ from, to, at, says, mend }) => {
    const read = readScenario(changed(from, to), { file: 'small.yaml', load: () => undefined });
    const problems = read.kind === 'problems' ? read.problems : [];
    expect(
      problems.map(({ line, column, path, expected, found, mend: mending }) => ({
        at: `${String(line)}:${String(column)} ${path}`.trim(),
        says: `expected ${expected}, found ${found}`,
        mend: mending,
      })),
    ).toEqual([{ at, says, mend }]);
  });
}
