import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const COMPILER = 'node_modules/assemblyscript/bin/asc.js';
const OPTIONS = ['-O3', '--runtime', 'stub', '--noAssert', '--enable', 'simd'];
/** As wide as a line of the source may be, less the indent, the quotes and the plus. */
const LINE = 112;

/** The modules: what each is made of, and where its text lies in the source under which name. */
const MODULES = [
  { source: 'kernels/draws.ts', path: 'src/random/draw-module.ts', name: 'DRAW_MODULE', options: [] },
  {
    source: 'kernels/columns.ts',
    path: 'src/simulation/column-module.ts',
    name: 'COLUMN_MODULE',
    options: ['--importMemory'],
  },
] as const;

/**
 * The files of the source that hold the kernels, and their text.
 *
 * @throws Error when the compiler is not content.
 */
export function compileKernels(): readonly { readonly path: string; readonly text: string }[] {
  return MODULES.map(({ source, path, name, options }) => {
    const lines = compiled(source, options)
      .toString('base64')
      .match(new RegExp(`.{1,${LINE}}`, 'g'));
    const text = `// Written by tools/kernels.ts from kernels/: what is to be read is there.

/** ${source} as a WebAssembly module, in base64. */
export const ${name} =
${(lines ?? []).map((line) => `  '${line}'`).join(' +\n')};
`;
    return { path, text };
  });
}

function compiled(source: string, options: readonly string[]): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'drillcast-kernels-'));
  try {
    const file = join(folder, 'module.wasm');
    const parameters = [COMPILER, source, ...OPTIONS, ...options, '-o', file];
    const { status, stderr } = spawnSync(process.execPath, parameters, { encoding: 'utf8' });
    if (status !== 0) throw new Error(`${source} cannot be compiled:\n${stderr}`);
    return readFileSync(file);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
