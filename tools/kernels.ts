/**
 * Compiles the kernels of `kernels/` to WebAssembly and writes them into the source, as text: the package, its threads and
 * pages in a browser then have them without a file to look for. `npx tsx tools/kernels.ts`; a test holds that the text is
 * what the compiler makes today (test/unit/random/kernel-modules.test.ts).
 */
import { writeFileSync } from 'node:fs';
import { compileKernels } from './compile-kernels.js';

for (const { path, text } of compileKernels()) writeFileSync(path, text);
