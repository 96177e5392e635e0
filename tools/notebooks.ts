/**
 * Executes the notebooks, every cell from the first to the last, in a kernel that is this very Node, so that their
 * numbers are those of the command line. The outputs are written back into the files, without anything that differs
 * from one run to the next; `--check` holds them against the files instead. Paths may be given; all notebooks without.
 *
 * A cell fails when it throws, when a type in it is wrong, or when it says anything on standard error.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

interface Output {
  readonly output_type: 'stream' | 'display_data' | 'execute_result' | 'error';
  readonly name?: 'stdout' | 'stderr';
  readonly text?: string | readonly string[];
}

interface Cell {
  readonly id: string;
  readonly cell_type: 'markdown' | 'code';
  readonly outputs?: readonly Output[];
}

interface Notebook {
  readonly cells: readonly Cell[];
  readonly metadata: { readonly kernelspec: object };
}

const FOLDER = 'notebooks';
const KERNEL = resolve(FOLDER, 'node_modules/tslab/bin/tslab');
const JUPYTER = resolve('.jup');

refuseWithoutTools();
const options = process.argv.slice(2);
const isCheck = options.includes('--check');
const named = options.filter((option) => option !== '--check');
const paths = named.length > 0 ? named : notebooksIn(FOLDER);

installKernel();
linkPackage();
const complaints = paths.flatMap((path) => remake(path));
for (const complaint of complaints) console.error(`✗ ${complaint}`);
process.exitCode = complaints.length === 0 ? 0 : 1;

function refuseWithoutTools(): void {
  const isJupyterHere = spawnSync('jupyter', ['nbconvert', '--version']).status === 0;
  const mends = [
    ...(isJupyterHere ? [] : ['Jupyter is not on this machine\nmend: apt-get install jupyter-nbconvert']),
    ...(existsSync(KERNEL) ? [] : [`the kernel is not installed\nmend: npm ci --prefix ${FOLDER}`]),
  ];
  for (const mend of mends) console.error(`✗ ${mend}`);
  if (mends.length > 0) process.exit(1);
}

function notebooksIn(folder: string): string[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.ipynb'));
  return names.sort().map((name) => join(folder, name));
}

/** Tells Jupyter of a kernel that needs nothing outside this folder. */
function installKernel(): void {
  const folder = join(JUPYTER, 'share/jupyter/kernels/tslab');
  const argv = [process.execPath, KERNEL, 'kernel', '--config-path', '{connection_file}'];
  const kernel = { argv, display_name: 'TypeScript', language: 'typescript' };
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'kernel.json'), JSON.stringify(kernel, null, 2));
}

/** So that a notebook imports this package by its name, as a user would. */
function linkPackage(): void {
  const link = join(FOLDER, 'node_modules/drillcast');
  if (!existsSync(link)) symlinkSync('../..', link, 'dir');
}

/** Executes a notebook and writes it, or compares it; what is wrong with it, in words. */
function remake(path: string): readonly string[] {
  const executed = execute(path);
  const failures = executed.cells.flatMap((cell) =>
    failureOf(cell).map((words) => `${path}, cell ${cell.id}\n${words}`),
  );
  // What follows a cell that fails mostly fails because of it.
  if (failures.length > 0) return failures.slice(0, 1);

  const text = `${JSON.stringify(settled(executed), null, 1)}\n`;
  if (!isCheck) writeFileSync(path, text);
  else if (text !== readFileSync(path, 'utf8')) return [differenceIn(path, executed)];
  console.log(`✓ ${path}`);
  return [];
}

function execute(path: string): Notebook {
  const environment = { JUPYTER_PATH: join(JUPYTER, 'share/jupyter'), JUPYTER_CONFIG_DIR: join(JUPYTER, 'config') };
  // A failing cell does not end the run: Jupyter would drop what the cell said, which is the reason.
  const parameters = ['nbconvert', '--to', 'notebook', '--execute', '--allow-errors', '--stdout', path];
  const { error, status, stdout, stderr } = spawnSync('jupyter', parameters, {
    env: { ...process.env, ...environment },
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  if (error !== undefined) throw error;
  if (status !== 0) throw new Error(`${path}: jupyter nbconvert ended with ${String(status)}\n${stderr}`);
  return JSON.parse(stdout) as Notebook;
}

function failureOf({ outputs = [] }: Cell): readonly string[] {
  const failures = outputs.filter(({ output_type, name }) => output_type === 'error' || name === 'stderr');
  return failures.map(({ text = 'It failed without a word.' }) => (typeof text === 'string' ? text : text.join('')));
}

/** The notebook without the times of execution and the versions of what executed it; its cells counted in their order. */
function settled({ cells, metadata: { kernelspec }, ...rest }: Notebook): object {
  let executed = 0;
  const settledCells = cells.map((cell) =>
    cell.cell_type === 'code' ? { ...cell, execution_count: ++executed, metadata: {} } : { ...cell, metadata: {} },
  );
  const language = { name: 'typescript', file_extension: '.ts', mimetype: 'text/typescript' };
  return { cells: settledCells, ...rest, metadata: { kernelspec, language_info: language } };
}

function differenceIn(path: string, executed: Notebook): string {
  const { cells } = JSON.parse(readFileSync(path, 'utf8')) as Notebook;
  const changed = executed.cells.find(
    ({ outputs }, index) => JSON.stringify(outputs) !== JSON.stringify(cells[index].outputs),
  );
  const where = changed === undefined ? 'other bytes' : `another output of cell ${changed.id}`;
  return `${path}: a run gives ${where}\nmend: npm run notebooks, and look at what changed`;
}
