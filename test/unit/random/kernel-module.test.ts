import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { compileKernels } from '../../../tools/compile-kernels.js';

test('The module in the source is what the compiler makes of kernels/ today', () => {
  expect(readFileSync('src/random/kernel-module.ts', 'utf8')).toBe(compileKernels());
});
