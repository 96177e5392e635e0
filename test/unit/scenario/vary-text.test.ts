import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { varyText, withoutValue } from '../../../src/scenario/vary-text.js';

const SHIPPED = ['scenarios', 'scenarios/patterns', 'scenarios/cases'].flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => ({ name: `${folder}/${name}`, text: readFileSync(`${folder}/${name}`, 'utf8') })),
);

type Data = Record<string, unknown>;

test('writes values over those of the file, and beside them where what it extends has them', () => {
  const text = 'people:\n  engineers: { count: 2 } # two\n';
  const varied = varyText(text, [
    { path: ['people', 'engineers', 'count'], value: '3' },
    { path: ['surfaces', 'postgresql', 'schedule'], value: '*/5 * * * *' },
  ]);
  expect(varied).toBe(
    "people:\n  engineers: { count: 3 } # two\nsurfaces:\n  postgresql:\n    schedule: '*/5 * * * *'\n",
  );
});

test('writes no value below a value or an alias, and none that an alias stands for, and none into a broken file', () => {
  const written = (text: string, ...path: string[]) => varyText(text, [{ path, value: '2' }]);
  expect(written('a: 1\n', 'a', 'b')).toBeUndefined();
  expect(written('x: &x { b: 1 }\na: *x\n', 'a', 'b')).toBeUndefined();
  expect(written('x: &x 1\na: *x\n', 'x')).toBeUndefined();
  expect(written('x: { b: &x 1 }\na: *x\n', 'x')).toBeUndefined();
  expect(written('x: &x { b: 1 }\n', 'x')).toBe('x: &x 2\n');
  expect(written('x: &x\n  b: 1\n', 'x')).toBeUndefined();
  expect(written('a: {\n', 'a')).toBeUndefined();
  expect(withoutValue('a: {\n', ['a'])).toBeUndefined();
  expect(withoutValue('x: &x { b: 1, c: 2 }\na: *x\n', ['a', 'b'])).toBeUndefined();
  expect(withoutValue('x: &x { b: 1, c: 2 }\na: *x\n', ['x'])).toBeUndefined();
});

test.each([
  ['a number', 'a: 1 # one\n', '2.5', 'a: 2.5 # one\n'],
  ['a text in the quotes that stood there', "a: '0 2 * * *' # nightly\n", 'every 6h', "a: 'every 6h' # nightly\n"],
  ['a truth', 'a: yes\n', 'true', 'a: true\n'],
  ['a law', 'a: 1h to 3h\n', '{ exponential: { mean: 2h } }', 'a: { exponential: { mean: 2h } }\n'],
  ['no broken law', 'a: 1h\n', '{ exponential: ', "a: '{ exponential: '\n"],
  ['no comment', 'a: 1h\n', '2h # or so', "a: '2h # or so'\n"],
  ['a text in place of a list', 'a: [b, c] # two\nd: 1\n', 'b', 'a: b # two\nd: 1\n'],
  ['a value in place of lines', 'a: # which\n  b: 1\n  c: 2\n\n# end\nd: 1\n', '2h', 'a: 2h # which\n\n# end\nd: 1\n'],
  ['a value in place of a list of lines', 'a:\n  - 1\n  - 2\nd: 1\n', '2h', 'a: 2h\nd: 1\n'],
  ['a value in place of a literal', 'a: |\n  b\n  c\nd: 1\n', 'e', 'a: e\nd: 1\n'],
  ['a value where none was', 'a: # none\nd: 1\n', '2h', 'a: 2h # none\nd: 1\n'],
  ['the lines of Windows', 'b: 1\r\na:\r\n  b: 1\r\nd: 1\r\n', '2h', 'b: 1\r\na: 2h\r\nd: 1\r\n'],
])('writes %s', (_, text, value, expected) => {
  expect(varyText(text, [{ path: ['a'], value }])).toBe(expected);
});

test.each([
  ['in braces', 'a: { b: 1 } # c\n', 'a: { b: 1, d: { e: 2h } } # c\n'],
  ['in empty braces', 'a: {} # c\n', 'a: { d: { e: 2h } } # c\n'],
  ['after a last comma', 'a: {\n  b: 1, # c\n}\n', 'a: {\n  b: 1, d: { e: 2h }, # c\n}\n'],
  ['in lines', 'a:\n   b: 1 # c\n\n# f\nf: 1', 'a:\n   b: 1 # c\n   d:\n     e: 2h\n\n# f\nf: 1'],
  ['at the end of a text without a last line break', 'a:\n  b: 1', 'a:\n  b: 1\n  d:\n    e: 2h\n'],
  ['where nothing is', 'a: # c\nf: 1\n', 'a: # c\n  d:\n    e: 2h\nf: 1\n'],
  ['where nothing is, in so many words', 'a: null # c\nf: 1\n', 'a: # c\n  d:\n    e: 2h\nf: 1\n'],
  ['in a text without anything', '# c\n', '# c\na:\n  d:\n    e: 2h\n'],
])('adds keys %s', (_, text, expected) => {
  expect(varyText(text, [{ path: ['a', 'd', 'e'], value: '2h' }])).toBe(expected);
});

test('writes words for people as words', () => {
  const named = (value: string) => varyText('name: a\n', [{ path: ['name'], value, isText: true }]);
  for (const value of [
    'true',
    '3',
    '[draft]',
    'null',
    "it's: so",
    '- a',
    ' a ',
    'a\nb',
    '#1',
    '\u0007',
    '日本 🗻',
    '',
  ]) {
    expect(parse(named(value) ?? '')).toEqual({ name: value });
  }
});

test('takes values away, with their lines', () => {
  const text = 'a:\n  b: 1 # one\n  # two\n  c: { d: 1, e: 2, f: 3 } # three\ng:\n  h: 1\n';
  const without = (...path: string[]) => withoutValue(text, path);
  expect(without('a', 'b')).toBe(text.replace('  b: 1 # one\n', ''));
  expect(without('a', 'c', 'd')).toBe(text.replace('d: 1, ', ''));
  expect(without('a', 'c', 'e')).toBe(text.replace('e: 2, ', ''));
  expect(without('a', 'c', 'f')).toBe(text.replace(', f: 3', ''));
  expect(without('g', 'h')).toBe(text.replace('g:\n  h: 1', 'g: {}'));
  expect(without('g')).toBe(text.replace('g:\n  h: 1\n', ''));
  expect(without('a', 'x', 'y')).toBe(text);
});

describe('Values of every shipped scenario can be replaced, added to and taken away, and nothing else moves', () => {
  test.each(SHIPPED)('$name', ({ text }) => {
    const data = parse(text) as Data;
    for (const path of fewOf(pathsOf(data))) {
      const replaced = varyText(text, [{ path, value: 'every 77h' }]) ?? '';
      expect(parse(replaced)).toEqual(changed(data, path, 'every 77h'));
      expect(linesKept(text, replaced)).toBe(true);

      const added = varyText(text, [{ path: [...path.slice(0, -1), 'x', 'y'], value: '7 backups' }]) ?? '';
      expect(parse(added)).toEqual(changed(data, [...path.slice(0, -1), 'x', 'y'], '7 backups'));
      expect(linesKept(text, added)).toBe(true);

      const less = withoutValue(text, path) ?? '';
      expect(parse(less)).toEqual(changed(data, path, undefined));
      expect(linesKept(text, less)).toBe(true);
    }
  });
});

/** The path of every value that is reached by keys alone, and stands in one place: what an alias repeats is let be. */
function pathsOf(data: unknown, above: readonly string[] = [], shared = repeatedIn(data)): string[][] {
  if (typeof data !== 'object' || data === null || Array.isArray(data) || shared.has(data)) return [];
  return Object.entries(data).flatMap(([key, value]) =>
    shared.has(value)
      ? []
      : [...(holds(value, shared) ? [] : [[...above, key]]), ...pathsOf(value, [...above, key], shared)],
  );
}

/** True when one of these is somewhere within: an anchor cannot go while an alias is left. */
function holds(data: unknown, some: ReadonlySet<unknown>): boolean {
  if (typeof data !== 'object' || data === null) return false;
  return some.has(data) || Object.values(data).some((value) => holds(value, some));
}

/** Maps that are met more than once: the parser gives an alias the very map of its anchor. */
function repeatedIn(data: unknown, met = new Set<unknown>(), found = new Set<unknown>()): ReadonlySet<unknown> {
  if (typeof data !== 'object' || data === null) return found;
  if (met.has(data)) found.add(data);
  else met.add(data);
  for (const value of Object.values(data)) repeatedIn(value, met, found);
  return found;
}

/** At most so many, from first to last: each is four readings of a file. */
function fewOf<Item>(all: readonly Item[], most = 50): readonly Item[] {
  return all.filter((_, at) => Math.floor((at * most) / all.length) !== Math.floor(((at - 1) * most) / all.length));
}

function changed(data: Data, path: readonly string[], value: unknown): Data {
  const copy = structuredClone(data);
  let map = copy;
  for (const key of path.slice(0, -1)) map = (map[key] ??= {}) as Data;
  const last = path[path.length - 1];
  if (value === undefined) Reflect.deleteProperty(map, last);
  else map[last] = value;
  return copy;
}

/** True when both texts have the same lines before the first and after the last that differ, and one of both is short. */
function linesKept(before: string, after: string): boolean {
  const a = before.split('\n');
  const b = after.split('\n');
  let head = 0;
  while (head < Math.min(a.length, b.length) && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < Math.min(a.length, b.length) - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  return a.length - head - tail <= 1 || b.length - head - tail <= 2;
}
