import { expect, test } from 'vitest';
import { writtenLeaves } from '../../../src/explorer/engine/written-leaves.js';

const BASE = `drillcast: 1
people: { engineers: { count: { value: 2, source: vendor } } }
runbook:
  wait: { takes: { exponential: { mean: 2h }, source: assumed } }
`;

const OWN = `drillcast: 1
extends: base
name: Own 1
links: { wan: { rate: { uniform: { min: 1 MB/s, max: 2 MB/s }, source: measured, note: slow } } }
surfaces: { db: { base-backup: { schedule: 0 2 * * *, takes: 1h to 3h, keep: { daily: 7 } } } }
`;

test('Every value with a number is told with its keys, a law as a whole, with what stays beside it', () => {
  const leaves = writtenLeaves({ file: 'own', text: OWN }, () => ({ file: 'base', text: BASE }));
  const shown = leaves.map(({ path, text, file, source }) => [path, text, file, source]);
  expect(shown).toEqual([
    ['people.engineers.count', '2', 'base', 'vendor'],
    ['runbook.wait.takes', '{ exponential: { mean: 2h } }', 'base', 'assumed'],
    ['links.wan.rate', '{ uniform: { min: 1 MB/s, max: 2 MB/s } }', 'own', 'measured'],
    ['surfaces.db.base-backup.schedule', '0 2 * * *', 'own', undefined],
    ['surfaces.db.base-backup.takes', '1h to 3h', 'own', undefined],
    ['surfaces.db.base-backup.keep.daily', '7', 'own', undefined],
  ]);
  expect(leaves[0].keys).toEqual(['people', 'engineers', 'count', 'value']);
  expect(leaves[2].keys).toEqual(['links', 'wan', 'rate']);
  expect(leaves.map(({ beside }) => beside)).toEqual([{}, {}, { source: 'measured', note: 'slow' }, {}, {}, {}]);
});
