import { join, relative } from 'node:path';
import { analyzeTsConfig as analyseTsConfig } from 'ts-unused-exports';
import { describe, expect, test } from 'vitest';
import { withPlantedProject } from './planted-project.js';

/** What others import from the package, and what the test runner and the pool of threads import from the project. */
const FOR_OTHERS = ['src/index.ts', 'src/cli/play-thread.ts', 'vitest.config.ts'];

/** `file: name` of every exported value that no other file imports. Types are let be: they describe exported values. */
function unusedExports(root: string): string[] {
  const { unusedExports: found } = analyseTsConfig(join(root, 'tsconfig.json'), ['--allowUnusedTypes']);
  return Object.entries(found)
    .map(([path, names]) => ({ path: relative(root, path), names }))
    .filter(({ path }) => !FOR_OTHERS.includes(path))
    .flatMap(({ path, names }) => names.map(({ exportName }) => `${path}: ${exportName}`));
}

describe('Every exported value is imported somewhere', () => {
  test('in this project', () => {
    expect(unusedExports(process.cwd())).toEqual([]);
  });

  test('and one that nobody imports is found', async () => {
    const planted = {
      'tsconfig.json': '{ "compilerOptions": { "module": "NodeNext" }, "include": ["src"] }',
      'src/index.ts': "export { used } from './values.js';",
      'src/values.ts': 'export const used = 1;\nexport const forgotten = 2;\nexport type Described = number;',
    };
    const found = await withPlantedProject(planted, (root) => Promise.resolve(unusedExports(root)));
    expect(found).toEqual(['src/values.ts: forgotten']);
  });
});
