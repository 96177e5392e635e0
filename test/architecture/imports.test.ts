import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { brokenImports, type Breach } from './import-rules.js';
import { LAYERS } from './layers.js';
import { withPlantedProject, type Files } from './planted-project.js';

/** A project that keeps every rule, and to which a violation is added. */
const SOUND: Files = {
  'package.json': JSON.stringify({
    type: 'module',
    dependencies: { seedrandom: '3', yargs: '18' },
    devDependencies: { vitest: '4', '@stdlib/stats-base-dists-beta-cdf': '0' },
  }),
  'src/index.ts': "export { hours } from './units/quantity.js';",
  'src/cli/main.ts':
    "import 'node:fs';\nimport yargs from 'yargs';\nimport { draw } from '../random/stream.js';\nyargs(draw);",
  'src/units/quantity.ts': 'export const hours = (count: number): number => count * 3600;',
  'src/random/stream.ts': "import seedrandom from 'seedrandom';\nexport const draw = seedrandom('1');",
};

const breachesOf = (planted: Files): Promise<Breach[]> => withPlantedProject({ ...SOUND, ...planted }, brokenImports);

describe('The table of layers', () => {
  test('is kept by every import in src/', async () => {
    expect(await brokenImports(process.cwd())).toEqual([]);
  });

  test('names every room and every file that lies in src/', () => {
    const rooms = readdirSync('src').map((name) => name.replace(/\.ts$/, ''));
    expect(rooms.filter((room) => !(room in LAYERS))).toEqual([]);
  });

  test('has no cycle: a room imports only rooms that stand before it, and the entrances come last', () => {
    const order = Object.keys(LAYERS);
    const upward = Object.entries(LAYERS).flatMap(([room, layer]) =>
      layer.rooms.filter((other) => order.indexOf(other) < 0 || order.indexOf(other) >= order.indexOf(room)),
    );
    expect(upward).toEqual([]);
  });
});

describe('Each rule bites on a planted violation', () => {
  test('and on none in a sound project', async () => {
    expect(await breachesOf({})).toEqual([]);
  });

  test('an import of a room above', async () => {
    expect(
      await breachesOf({
        'src/index.ts': "export { hours } from './units/quantity.js';",
        'src/units/quantity.ts': "import { draw } from '../random/stream.js';\nexport const hours = draw;",
        'src/random/stream.ts': 'export const draw = 1;',
      }),
    ).toEqual([
      { rule: 'a room imports only the rooms below it', from: 'src/units/quantity.ts', to: 'src/random/stream.ts' },
    ]);
  });

  test('an import of a room above that takes only its types', async () => {
    const breaches = await breachesOf({
      'src/index.ts': "export { hours } from './units/quantity.js';",
      'src/units/quantity.ts': "import type { Draw } from '../random/stream.js';\nexport const hours: Draw = 1;",
      'src/random/stream.ts': 'export type Draw = number;',
    });
    expect(breaches.map(({ rule }) => rule)).toEqual(['a room imports only the rooms below it']);
  });

  test('an import of a room that the table does not name', async () => {
    const breaches = await breachesOf({
      'src/random/stream.ts': "export { draw } from '../luck/dice.js';",
      'src/luck/dice.ts': 'export const draw = 4;',
    });
    expect(breaches.map(({ rule }) => rule)).toEqual(['a room imports only the rooms below it']);
  });

  test.each([
    ['seedrandom', 'units'],
    ['simple-statistics', 'random'],
    ['yaml', 'units'],
    ['zod', 'random'],
    ['yargs', 'units'],
    ['vega', 'random'],
    ['csv-stringify/sync', 'units'],
    ['@stdlib/stats-base-dists-gamma-quantile', 'random'],
    ['a-package-nobody-installed', 'units'],
  ])('the package %s in %s/', async (name, room) => {
    const file = room === 'units' ? 'src/units/quantity.ts' : 'src/random/stream.ts';
    const breaches = await breachesOf({ [file]: `import '${name}';\nexport const hours = 1;\nexport const draw = 1;` });
    expect(breaches).toContainEqual(
      expect.objectContaining({ rule: 'a package is used only in its room', from: file }),
    );
  });

  test('a package that a user does not install', async () => {
    const rulesBrokenBy = async (name: string) => {
      const planted = { 'src/cli/main.ts': `import '${name}';\nimport '../random/stream.js';` };
      return (await breachesOf(planted)).map(({ rule }) => rule);
    };
    expect(await rulesBrokenBy('yargs')).toEqual([]);
    expect(await rulesBrokenBy('vitest')).toContain('a user installs what is imported');
    expect(await rulesBrokenBy('picocolors')).toEqual(['a user installs what is imported']);
  });

  test('a package to be bundled that package.json does not name', async () => {
    const rulesBrokenBy = async (name: string) => {
      const planted = {
        'src/cli/main.ts': "import '../random/stream.js';\nimport './functions.js';",
        'src/cli/functions.ts': "import '../study/functions.js';",
        'src/study/functions.ts': "import '../distributions/incomplete-functions.js';",
        'src/distributions/incomplete-functions.ts': `import '${name}';`,
      };
      return (await breachesOf(planted)).map(({ rule }) => rule);
    };
    expect(await rulesBrokenBy('@stdlib/stats-base-dists-beta-cdf')).toEqual([]);
    expect(await rulesBrokenBy('@stdlib/stats-base-dists-beta-quantile')).toEqual([
      'what is bundled is a dependency of the build',
    ]);
  });

  test('node:* outside cli/', async () => {
    expect(await breachesOf({ 'src/units/quantity.ts': "import 'node:fs';\nexport const hours = 1;" })).toEqual([
      { rule: 'only the outside world imports node:*', from: 'src/units/quantity.ts', to: 'fs' },
    ]);
  });

  test('two files of a room that import each other, if only types', async () => {
    const breaches = await breachesOf({
      'src/units/quantity.ts': "import type { Day } from './day.js';\nexport const hours: Day = 1;",
      'src/units/day.ts': "export type { hours } from './quantity.js';\nexport type Day = number;",
    });
    expect(new Set(breaches.map(({ rule }) => rule))).toEqual(new Set(['no cycles']));
  });

  test('an import of a file that is not there', async () => {
    const breaches = await breachesOf({ 'src/units/quantity.ts': "export { hours } from './gone.js';" });
    expect(breaches).toContainEqual({ rule: 'every import resolves', from: 'src/units/quantity.ts', to: './gone.js' });
  });

  test('a file that no entrance reaches', async () => {
    expect(await breachesOf({ 'src/units/forgotten.ts': 'export const forgotten = 1;' })).toContainEqual(
      expect.objectContaining({ rule: 'every file is reached from an entrance', to: 'src/units/forgotten.ts' }),
    );
  });
});
