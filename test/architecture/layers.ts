/** What a room of `src/` may import: other rooms, and packages of others. */
export interface Layer {
  readonly rooms: readonly string[];
  readonly packages: readonly string[];
}

/**
 * The one table of layers, bottom first; CONTRIBUTING.md prints it. A file that lies in `src/` itself is a room
 * of its own, under its name.
 */
export const LAYERS: Readonly<Record<string, Layer>> = {
  arithmetic: { rooms: [], packages: [] },
  units: { rooms: [], packages: ['tinyduration'] },
  random: { rooms: ['arithmetic', 'units'], packages: ['seedrandom'] },
  distributions: { rooms: ['arithmetic', 'units', 'random'], packages: ['@stdlib'] },
  statistics: { rooms: ['arithmetic', 'units'], packages: ['simple-statistics'] },
  scenario: { rooms: ['units', 'distributions'], packages: ['croner', 'csv-parse', 'tinyduration', 'yaml', 'zod'] },
  plan: { rooms: ['units', 'distributions', 'scenario'], packages: ['croner'] },
  simulation: { rooms: ['arithmetic', 'units', 'random', 'distributions', 'plan'], packages: [] },
  study: {
    rooms: ['arithmetic', 'units', 'random', 'distributions', 'statistics', 'scenario', 'plan', 'simulation'],
    packages: [],
  },
  evidence: {
    rooms: ['units', 'random', 'distributions', 'statistics', 'scenario', 'plan', 'simulation', 'study'],
    packages: ['csv-parse', 'yaml', 'zod'],
  },
  report: {
    rooms: [
      ...['arithmetic', 'units', 'random', 'distributions', 'statistics', 'scenario', 'plan', 'simulation', 'study'],
      'evidence',
    ],
    packages: ['csv-stringify', 'fast-xml-builder', 'vega', 'vega-lite', 'yaml'],
  },
  review: {
    rooms: ['units', 'scenario', 'plan', 'study', 'evidence', 'report'],
    packages: [
      ...[
        '@types/hast',
        '@types/mdast',
        'hast-util-sanitize',
        'hast-util-to-html',
        'hastscript',
        'mdast-util-from-markdown',
        'mdast-util-gfm-table',
      ],
      ...['mdast-util-to-hast', 'mdast-util-to-markdown', 'micromark-extension-gfm-table', 'yaml', 'zod'],
    ],
  },
  page: { rooms: [], packages: ['vega', 'vega-interpreter'] },
  version: { rooms: [], packages: [] },
  explorer: {
    rooms: [
      ...['arithmetic', 'units', 'random', 'distributions', 'statistics', 'scenario', 'plan', 'simulation', 'study'],
      ...['evidence', 'report', 'version'],
    ],
    packages: ['@codemirror', '@lezer', '@preact', 'preact', 'vega', 'vega-interpreter', 'vega-lite'],
  },
  index: {
    rooms: ['units', 'distributions', 'statistics', 'scenario', 'plan', 'simulation', 'study', 'report', 'version'],
    packages: [],
  },
  cli: {
    rooms: [
      ...['arithmetic', 'units', 'random', 'distributions', 'statistics', 'scenario', 'plan', 'simulation', 'study'],
      ...['evidence', 'report', 'review', 'version'],
    ],
    packages: ['@expo-google-fonts', '@resvg', 'picocolors', 'piscina', 'yargs'],
  },
};

/** The only room with a door to the outside world: files, processes, `node:*`. */
export const OUTSIDE_WORLD = 'cli';

/** Where a program can come in; what none of them reaches is unused. */
export const ENTRANCES = [
  ...['index', 'cli/main', 'cli/play-thread', 'page/live-charts'],
  ...['explorer/main', 'explorer/engine/engine-worker'],
];

/** The table as CONTRIBUTING.md prints it. */
export function layersAsMarkdown(): string {
  const words = (names: readonly string[]): string => (names.length === 0 ? '–' : names.join(', '));
  const rows = Object.entries(LAYERS).map(
    ([room, { rooms, packages }]) => `| ${room} | ${words(rooms)} | ${words(packages)} |`,
  );
  return ['| room | may import | packages |', '| --- | --- | --- |', ...rows].join('\n');
}
