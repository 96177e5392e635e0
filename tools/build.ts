/**
 * Compiles `src/` into `dist/`, and folds the incomplete gamma and beta functions of `@stdlib` into the one file
 * that uses them: unbundled they would be two thirds of the packages that a user has to install.
 */
import { spawnSync } from 'node:child_process';
import { chmodSync, rmSync } from 'node:fs';
import { build } from 'esbuild';

const STDLIB_USER = 'dist/distributions/incomplete-functions.js';

rmSync('dist', { recursive: true, force: true });
// By its path: other packages bring a command of the same name.
const compiler = 'node_modules/typescript/bin/tsc';
const { status } = spawnSync(process.execPath, [compiler, '-p', 'tsconfig.build.json'], { stdio: 'inherit' });
if (status !== 0) process.exit(1);
await build({
  entryPoints: [STDLIB_USER],
  outfile: STDLIB_USER,
  allowOverwrite: true,
  bundle: true,
  format: 'esm',
  platform: 'browser',
  legalComments: 'eof',
  logLevel: 'warning',
});
chmodSync('dist/cli/main.js', 0o755);
