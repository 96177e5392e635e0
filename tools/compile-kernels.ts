import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const COMPILER = 'node_modules/assemblyscript/bin/asc.js';
const OPTIONS = ['-O3', '--runtime', 'stub', '--noAssert', '--enable', 'simd'];
/** As wide as a line of the source may be, less the indent, the quotes and the plus. */
const LINE = 112;

/**
 * The text of `src/random/kernel-module.ts`.
 *
 * @throws Error when the compiler is not content.
 */
export function compileKernels(): string {
  const folder = mkdtempSync(join(tmpdir(), 'drillcast-kernels-'));
  try {
    const file = join(folder, 'draws.wasm');
    const { status, stderr } = spawnSync(process.execPath, [COMPILER, 'kernels/draws.ts', ...OPTIONS, '-o', file], {
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(`The kernels cannot be compiled:\n${stderr}`);
    const lines = readFileSync(file)
      .toString('base64')
      .match(new RegExp(`.{1,${LINE}}`, 'g'));
    return `// Written by tools/kernels.ts from kernels/: what is to be read is there.

/** The kernels as a WebAssembly module, in base64. */
export const KERNEL_MODULE =
${(lines ?? []).map((line) => `  '${line}'`).join(' +\n')};
`;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
