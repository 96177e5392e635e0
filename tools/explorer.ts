import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, type Rolldown } from 'vite';
import { customProperties, DARK, LIGHT } from '../src/report/charts/palette.js';

const SOURCE = 'src/explorer';
const SCENARIOS = 'scenarios';
const TARGET = 'dist/explorer';
/** Drills are no scenarios. */
const NO_SCENARIOS = /^drills\//;

/**
 * Writes the explorer as one page that needs nothing beside it: its script, its style, the engine that its workers run, and the
 * scenarios that come with Drillcast. The policy that it carries lets exactly this script run, and nothing be fetched.
 */
export async function buildExplorer(): Promise<void> {
  const [page, engine] = [await bundled('main.tsx'), await bundled('engine/engine-worker.ts')];
  const style = [
    `:root { ${customProperties(LIGHT)} }`,
    `@media (prefers-color-scheme: dark) { :root { ${customProperties(DARK)} } }`,
    readFileSync(join(SOURCE, 'explorer.css'), 'utf8'),
  ].join('\n');
  const parts: Readonly<Record<string, string>> = {
    style,
    shipped: JSON.stringify(shippedScenarios()).replaceAll('<', '\\u003c'),
    engine: withoutEnd(engine),
    page: withoutEnd(page),
  };
  const whole = readFileSync(join(SOURCE, 'index.html'), 'utf8').replace(
    /<!--(style|shipped|engine|page)-->/g,
    (_, part: string) => parts[part],
  );
  const html = whole.replace('<!--policy-->', () => policy(whole));
  mkdirSync(TARGET, { recursive: true });
  writeFileSync(join(TARGET, 'index.html'), html);
}

/** One script without imports. */
async function bundled(entry: string): Promise<string> {
  const result = (await build({
    configFile: false,
    logLevel: 'warn',
    root: SOURCE,
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    // The forms of these packages that need nothing of Node.js.
    resolve: { alias: [{ find: /^(csv-parse|csv-stringify)\/sync$/, replacement: '$1/browser/esm/sync' }] },
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      target: 'es2023',
      minify: true,
      modulePreload: false,
      lib: { entry, formats: ['iife'], name: 'drillcastExplorer', fileName: 'page' },
      rolldownOptions: { output: { codeSplitting: false } },
    },
  })) as Rolldown.RolldownOutput[];
  const [chunk] = result[0].output;
  return chunk.code;
}

/** Scripts may run by their hash alone. Styles are set on elements by the editor and by charts, which no hash can know. */
function policy(html: string): string {
  const found = /<script>([^]*?)<\/script>/.exec(html);
  if (found === null) throw new Error(`${SOURCE}/index.html has no script`);
  const hash = createHash('sha256').update(found[1]).digest('base64');
  return [
    "default-src 'none'",
    `script-src 'sha256-${hash}'`,
    'worker-src blob:',
    "style-src 'unsafe-inline'",
    'img-src data: blob:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

/** A script in a page ends where this stands, also within a string. */
function withoutEnd(script: string): string {
  return script.replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--');
}

function shippedScenarios(): Readonly<Record<string, string>> {
  const names = readdirSync(SCENARIOS, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => !NO_SCENARIOS.test(name) && /\.(yaml|csv)$/.test(name))
    .sort();
  return Object.fromEntries(
    names.map((name) => [name.replace(/\.yaml$/, ''), readFileSync(join(SCENARIOS, name), 'utf8')]),
  );
}
