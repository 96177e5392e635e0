import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runProcess, temporaryFolder, type Ended } from './drillcast.js';

const isJupyterHere = spawnSync('jupyter', ['nbconvert', '--version']).status === 0;
const isKernelHere = existsSync('notebooks/node_modules/tslab');
// Continuous integration has to bring both: there an absence is a failure, of which the tool says the reason.
const mayRun = (isJupyterHere && isKernelHere) || process.env.CI === 'true';
if (!mayRun) console.warn('The notebooks are not checked: Jupyter or its kernel is missing (notebooks/README.md).');

const notebooks = (...parameters: readonly string[]): Ended =>
  runProcess('npx', ['tsx', 'tools/notebooks.ts', ...parameters]);

/** A notebook of one cell, as somebody would have left it. */
function planted(source: string): string {
  const path = join(temporaryFolder(), 'planted.ipynb');
  const cells = [{ cell_type: 'code', execution_count: null, id: 'only', metadata: {}, outputs: [], source: [source] }];
  const kernelspec = { display_name: 'TypeScript', language: 'typescript', name: 'tslab' };
  writeFileSync(path, JSON.stringify({ cells, metadata: { kernelspec }, nbformat: 4, nbformat_minor: 5 }));
  return path;
}

describe.runIf(mayRun)('The notebooks', () => {
  test('run without a failing cell, and give the outputs that are kept', () => {
    const { code, stdout, stderr } = notebooks('--check');
    expect(code, stderr).toBe(0);
    expect(stdout).toContain('✓ notebooks/backup-frequency-and-data-loss.ipynb');
  }, 300_000);

  test('fail with the words of a cell that throws', () => {
    const { code, stderr } = notebooks(planted("throw new Error('the curves are apart');"));
    expect({ code, stderr }).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('the curves are apart') as string,
    });
  });

  test('fail with what the compiler says of a wrong type in a cell', () => {
    const { code, stderr } = notebooks(planted("const hours: number = 'six';"));
    expect(code).toBe(1);
    expect(stderr).toContain("Type 'string' is not assignable to type 'number'");
  });

  test('fail when another output is kept than a run gives; a run without --check writes it', () => {
    const path = planted('6 * 7');
    expect(notebooks('--check', path)).toMatchObject({ code: 1, stdout: '' });
    const written = notebooks(path);
    expect(written.code, written.stderr).toBe(0);
    expect(readFileSync(path, 'utf8')).toContain('42');
    const checked = notebooks('--check', path);
    expect(checked.code, checked.stderr).toBe(0);
  });
});
