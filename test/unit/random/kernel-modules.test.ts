import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { compileKernels } from '../../../tools/compile-kernels.js';

test('The modules in the source are what the compiler makes of kernels/ today', () => {
  const modules = compileKernels();
  expect(modules.map(({ path }) => ({ path, text: readFileSync(path, 'utf8') }))).toEqual(modules);
});
