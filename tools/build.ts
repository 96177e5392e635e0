/**
 * Compiles `src/` into `dist/`, and bundles what would cost users time: the incomplete gamma and beta functions of
 * `@stdlib`, which unbundled would be two thirds of the packages to install, go into the one file that uses them; the
 * command line becomes a few files instead of the hundreds that Node.js would otherwise open before it can answer.
 */
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { build, type Plugin } from 'esbuild';
import { buildExplorer } from './explorer.js';

const STDLIB_USER = 'dist/distributions/incomplete-functions.js';
const LIVE_CHARTS = 'dist/page/live-charts.js';
const COMMAND_LINE = 'dist/cli';
const COMPILED = 'dist/.compiled-cli';
/** Left where they are installed: each is loaded by few commands only, and by itself. */
const UNBUNDLED = ['@resvg/resvg-wasm', 'piscina', 'vega', 'vega-lite'];

/** zod brings its messages in fifty languages, a fifth of what would be read at every start; ours are worded elsewhere. */
const withoutTranslations: Plugin = {
  name: 'without-translations',
  setup(bundler) {
    bundler.onResolve({ filter: /\/locales\/index\.js$/ }, ({ path, importer }) =>
      importer.includes('/zod/') ? { path, namespace: 'empty' } : undefined,
    );
    bundler.onLoad({ filter: /./, namespace: 'empty' }, () => ({ contents: 'export {};' }));
  },
};

/**
 * The package by which the parser of arguments measures words prepares for every emoji, three times over, which takes longer
 * than to play a thousand incidents; ours counts the same columns.
 */
const withOwnWidth: Plugin = {
  name: 'with-own-width',
  setup(bundler) {
    bundler.onResolve({ filter: /^string-width$/ }, ({ path }) => ({ path, namespace: 'own-width' }));
    bundler.onLoad({ filter: /./, namespace: 'own-width' }, () => ({
      contents: "export { textWidth as default } from './report/text-width.js';",
      resolveDir: resolve('dist'),
    }));
  },
};

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
cpSync(COMMAND_LINE, COMPILED, { recursive: true });
rmSync(COMMAND_LINE, { recursive: true });
await build({
  // The last three are for the benchmark and for tests, which start threads by themselves.
  entryPoints: ['main.js', 'play-thread.js', 'node-threads.js', 'run-player.js', 'shared-run.js'].map(
    (file) => `${COMPILED}/${file}`,
  ),
  outdir: COMMAND_LINE,
  bundle: true,
  splitting: true,
  // Beside each other, so that paths from the file at hand are those of the source.
  chunkNames: '[name]-[hash]',
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  external: UNBUNDLED,
  minifySyntax: true,
  // Packages that were written for `require` find it here.
  banner: {
    js: "import { createRequire as requireOf } from 'node:module'; const require = requireOf(import.meta.url);",
  },
  legalComments: 'linked',
  logLevel: 'warning',
  plugins: [withoutTranslations, withOwnWidth],
});
// Goes into pages as it is, so it is small and begins at once.
await build({
  entryPoints: [LIVE_CHARTS],
  outfile: LIVE_CHARTS,
  allowOverwrite: true,
  bundle: true,
  minify: true,
  format: 'iife',
  platform: 'browser',
  target: 'es2022',
  legalComments: 'none',
  logLevel: 'warning',
});
rmSync(COMPILED, { recursive: true });
chmodSync('dist/cli/main.js', 0o755);
await buildExplorer();
