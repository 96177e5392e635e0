import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import {
  backToPattern,
  withFieldBeside,
  withFieldValue,
  withKey,
  without,
} from '../../../src/explorer/form/form-edits.js';
import { FormSchema } from '../../../src/explorer/form/form-schema.js';
import { FormTree } from '../../../src/explorer/form/form-tree.js';
import type { FormField, FormGroup, FormNode } from '../../../src/explorer/form/form-tree.js';
import { searched } from '../../../src/explorer/form/searched.js';
import { readScenario } from '../../../src/scenario/read-scenario.js';
import { scenarioSchema } from '../../../src/scenario/scenario-schema.js';

const schema = new FormSchema(scenarioSchema());

const PATTERN = `drillcast: 1
name: Pattern
people:
  engineers: { count: { value: 2, source: assumed, note: two } }
surfaces:
  db:
    base-backup:
      schedule: { value: '0 2 * * *', source: vendor }
      takes: { lognormal: { p50: 1h, p95: 3h }, source: assumed }
incidents: { fire: { destroys: [] } }
runbook:
  restore: { needs: engineers, takes: 1h }
milestones: { service-reopened: restore, incident-closed: restore }
`;

const OWN = `drillcast: 1
extends: patterns/p # the pattern
name: Own # its name
surfaces:
  db:
    size: { value: 500 GiB, source: vendor, as-of: 2025-11-01 } # big
people:
  owner: { count: 1, holidays: [2027-01-01, 2027-05-01] }
`;

const load = (reference: string) =>
  reference === 'patterns/p' ? { file: 'patterns/p', text: PATTERN } : shippedText(reference);

function shippedText(reference: string): { file: string; text: string } | undefined {
  const name = reference.replace(/^\.\//, '').replace(/\.yaml$/, '');
  try {
    return { file: name, text: readFileSync(`scenarios/${name}.yaml`, 'utf8') };
  } catch {
    return undefined;
  }
}

function treeOf(text: string, file = 'own.yaml'): FormTree {
  const tree = FormTree.of({ file, text }, load, schema);
  if (tree === undefined) throw new Error('no tree');
  return tree;
}

function nodeOf(tree: FormTree, path: string): FormNode {
  let node: FormNode = tree.top;
  for (const key of path.split('.')) {
    if (node.kind === 'field') throw new Error(`${path} is below a field`);
    const child: FormNode | undefined = tree.childrenOf(node).find(({ keys }) => keys[keys.length - 1] === key);
    if (child === undefined) throw new Error(`no ${path}`);
    node = child;
  }
  return node;
}

function fieldOf(text: string, path: string): FormField {
  const node = nodeOf(treeOf(text), path);
  if (node.kind !== 'field') throw new Error(`${path} is a group`);
  return node;
}

function groupOf(tree: FormTree, path: string): FormGroup {
  const node = path === '' ? tree.top : nodeOf(tree, path);
  if (node.kind !== 'group') throw new Error(`${path} is a field`);
  return node;
}

describe('A field says', () => {
  test('what is written, what it means, and how it is asked for', () => {
    expect(fieldOf(OWN, 'surfaces.db.size')).toMatchObject({
      path: 'surfaces.db.size',
      help: 'how much data it is',
      written: '500 GiB',
      form: 'value',
      besides: { source: 'vendor', 'as-of': '2025-11-01' },
      standing: { isOwn: true, isInPattern: false, file: 'own.yaml' },
      shape: { input: 'value', examples: ['500 GiB', '1.5 TB'], besides: ['source', 'as-of', 'note'] },
    });
  });

  test('from which file it is inherited', () => {
    expect(fieldOf(OWN, 'surfaces.db.base-backup.takes')).toMatchObject({
      written: '{ lognormal: { p50: 1h, p95: 3h } }',
      form: 'law',
      standing: { isOwn: false, isInPattern: true, file: 'patterns/p' },
      shape: { besides: ['source', 'as-of', 'note', 'counts-as'] },
    });
  });

  test.each([
    ['name', 'words'],
    ['people.owner.holidays', 'names'],
    ['runbook.restore.needs', 'names'],
    ['surfaces.db.base-backup.schedule', 'value'],
    ['people.engineers.count', 'value'],
  ])('%s is asked for as %s', (path, input) => expect(fieldOf(OWN, path).shape.input).toBe(input));

  test.each([
    ['surfaces.db.data-bearing', 'truth', []],
    ['surfaces.db.base-backup.overlap', 'choice', ['skip', 'queue', 'allow']],
    ['surfaces.db.base-backup.consistent-at', 'choice', ['start', 'end']],
    ['surfaces.db.base-backup.keep', 'value', []],
    ['surfaces.db.base-backup.on', 'names', []],
  ] as const)('%s would be asked for as %s', (path, input, choices) => {
    const keys = path.split('.');
    const tree = treeOf(OWN);
    const group = groupOf(tree, keys.slice(0, -1).join('.'));
    const known = tree.addableTo(group).find(({ key }) => key === keys.at(-1));
    const text = known === undefined ? undefined : withKey(OWN, tree, group, known);
    expect(fieldOf(text ?? '', path).shape).toMatchObject({ input, choices });
  });
});

describe('An edit', () => {
  const edited = (path: string, value: string, text = OWN) => withFieldValue(text, fieldOf(text, path), value);

  test('of an own value keeps what stands beside it', () => {
    expect(edited('surfaces.db.size', ' 1 TiB ')).toBe(OWN.replace('500 GiB', '1 TiB'));
    expect(edited('name', 'true')).toBe(OWN.replace('name: Own', "name: 'true'"));
    expect(edited('people.owner.holidays', '2027-12-25')).toBe(OWN.replace('2027-01-01, 2027-05-01', '2027-12-25'));
  });

  test('of an inherited value makes it own, and says nothing of where it comes from', () => {
    const text = edited('people.engineers.count', '3') ?? '';
    expect(text).toBe(`${OWN}  engineers:\n    count: 3\n`);
    expect(fieldOf(text, 'people.engineers.count').standing).toMatchObject({ isOwn: true, isInPattern: true });
    expect(backToPattern(text, treeOf(text), ['people', 'engineers', 'count'])).toBe(OWN);
  });

  test('of a law keeps its source, whether it stays one or not', () => {
    const own = `${OWN}links:\n  wan: { rate: { uniform: { min: 1 MB/s, max: 2 MB/s }, source: measured } } # slow\n`;
    expect(edited('links.wan.rate', '5 MB/s', own)).toBe(
      own.replace('uniform: { min: 1 MB/s, max: 2 MB/s }', 'value: 5 MB/s'),
    );
    expect(edited('links.wan.rate', '{ exponential: { mean: 1 MB/s } }', own)).toBe(
      own.replace('uniform: { min: 1 MB/s, max: 2 MB/s }', 'exponential: { mean: 1 MB/s }'),
    );
    expect(edited('links.wan.rate', '{ broken', own)).toContain('value: "{ broken"');
  });

  test('of where a value comes from', () => {
    const beside = (path: string, key: string, value: string, text = OWN) =>
      withFieldBeside(text, fieldOf(text, path), key, value);
    expect(beside('surfaces.db.size', 'source', 'measured')).toBe(OWN.replace('source: vendor', 'source: measured'));
    expect(beside('surfaces.db.size', 'as-of', '')).toBe(OWN.replace(', as-of: 2025-11-01', ''));
    expect(beside('people.owner.count', 'note', '[one]')).toBe(
      OWN.replace('count: 1', 'count: { value: 1, note: "[one]" }'),
    );
    expect(parse(beside('people.engineers.count', 'source', 'drill') ?? '')).toMatchObject({
      people: { engineers: { count: { value: 2, source: 'drill', note: 'two' } } },
    });
    expect(parse(beside('surfaces.db.base-backup.takes', 'counts-as', '12') ?? '')).toMatchObject({
      surfaces: {
        db: { 'base-backup': { takes: { lognormal: { p50: '1h', p95: '3h' }, source: 'assumed', 'counts-as': 12 } } },
      },
    });
    expect(beside('people.owner.count', 'note', '')).toBe(OWN);
  });

  test('takes away an own entry, and an inherited one by a key with nothing after it, which can be had back', () => {
    const tree = treeOf(OWN);
    expect(without(OWN, tree, ['people', 'owner'])).toBe(OWN.replace(/people:\n.*\n/, 'people: {}\n'));
    const text = without(OWN, tree, ['people', 'engineers']) ?? '';
    expect(text).toBe(`${OWN}  engineers: null\n`);
    const less = treeOf(text);
    expect(less.namesIn('people')).toEqual(['owner']);
    expect(less.removedFrom(groupOf(less, 'people'))).toEqual(['engineers']);
    const known = { key: 'engineers', help: '', schema: schema.namesOf(groupOf(less, 'people').schema)?.entry ?? {} };
    expect(withKey(text, less, groupOf(less, 'people'), known)).toBe(OWN);
  });

  test('is given up where an alias stands in the way', () => {
    const aliased = `${OWN}links:\n  a: &a { rate: 1 MB/s }\n  b: *a\n`;
    expect(withFieldValue(aliased, fieldOf(aliased, 'links.b.rate'), '2 MB/s')).toBeUndefined();
  });
});

test('A file that cannot be read, or whose pattern cannot be found, has no form', () => {
  expect(FormTree.of({ file: 'x', text: 'a: {' }, load, schema)).toBeUndefined();
  expect(FormTree.of({ file: 'x', text: 'extends: nowhere\n' }, load, schema)).toBeUndefined();
});

/** At most so many of them, from the first to the last. */
function few<Item>(all: readonly Item[], most: number): readonly Item[] {
  return all.filter((_, at) => Math.floor((at * most) / all.length) !== Math.floor(((at - 1) * most) / all.length));
}

function* groupsOf(tree: FormTree, group: FormGroup): Generator<FormGroup> {
  yield group;
  for (const child of tree.childrenOf(group)) if (child.kind === 'group') yield* groupsOf(tree, child);
}

function assembled(text: string, file: string): unknown {
  const read = readScenario(text, { file, load });
  if (read.kind === 'problems') throw new Error(read.problems[0].found);
  const { sources: _, provenance: __, ...scenario } = read.scenario;
  return scenario;
}

describe('The form of a shipped scenario', () => {
  const names = readdirSync('scenarios').filter((name) => name.endsWith('.yaml'));

  test.each(names)('%s has every value, and what is written there again means the same', (name) => {
    const text = readFileSync(`scenarios/${name}`, 'utf8');
    const file = name.replace('.yaml', '');
    const tree = treeOf(text, file);
    const groups = [...groupsOf(tree, tree.top)];
    for (const group of groups) expect(tree.childrenOf(group)).toHaveLength(group.map.entries.size);
    const scenario = assembled(text, file);
    for (const field of few([...tree.fieldsOf(tree.top)], 25)) {
      if (field.path === 'extends' || field.path === 'drillcast') continue;
      const again = withFieldValue(text, field, field.written) ?? '';
      expect(assembled(again, file), field.path).toEqual(scenario);
      if (field.standing.isOwn) expect(again, field.path).toBe(text);
      else expect(parse(backToPattern(again, treeOf(again, file), field.keys) ?? '')).toEqual(parse(text));
    }
  });

  test.each(names)('%s can be added to wherever the schema allows it, and the file stays one', (name) => {
    const text = readFileSync(`scenarios/${name}`, 'utf8');
    const tree = treeOf(text, name);
    const all = [...groupsOf(tree, tree.top)].flatMap((group) =>
      tree.addableTo(group).map((known) => ({ group, known })),
    );
    for (const { group, known } of few(all, 40)) {
      const more = withKey(text, tree, group, known) ?? '';
      expect(nodeOf(treeOf(more, name), [...group.keys, known.key].join('.')).help).toBe(known.help);
    }
  });
});

test('8,000 fields are searched in less than a second', () => {
  const step = (at: number) => `  s${at}: { takes: 1h to 2h, needs: engineers, when: fire, fails: 5% }\n`;
  const many = PATTERN.replace('runbook:\n', `runbook:\n${Array.from({ length: 1500 }, (_, at) => step(at)).join('')}`);
  const tree = treeOf(many);
  const start = performance.now();
  const found = [...tree.fieldsOf(tree.top)].filter(({ path }) => path.includes('s77.'));
  expect(performance.now() - start).toBeLessThan(1000);
  expect(found.map(({ path }) => path)).toEqual(['takes', 'needs', 'when', 'fails'].map((key) => `runbook.s77.${key}`));
});

test('A search finds the values that have all the words, in their path, help, value or note', () => {
  const paths = (words: string, most = 10) => {
    const { found, count } = searched(treeOf(OWN), words, most);
    return [count, ...found.map(({ path }) => path)];
  };
  expect(paths('base TAKES')).toEqual([1, 'surfaces.db.base-backup.takes']);
  expect(paths('500')).toEqual([1, 'surfaces.db.size']);
  expect(paths('two')).toEqual([1, 'people.engineers.count']);
  expect(paths('restore', 1)).toEqual([4, 'runbook.restore.needs']);
  expect(paths('nothing of the kind')).toEqual([0]);
});
