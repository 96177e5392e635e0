import { expect, test } from 'vitest';
import { completionsAt } from '../../../src/explorer/editor/completions.js';
import { cursorPlace } from '../../../src/explorer/editor/cursor-place.js';
import { ScenarioShelf } from '../../../src/explorer/engine/scenario-shelf.js';
import { FormTree } from '../../../src/explorer/form/form-tree.js';
import { formSchema } from '../../../src/explorer/form/known-schema.js';
import { shippedTexts } from './shipped-texts.js';

const SHIPPED = shippedTexts();
const FILE = { file: 'dalp-hot-cold', text: SHIPPED['dalp-hot-cold'] };
const TREE = FormTree.of(FILE, new ScenarioShelf(SHIPPED).loaderOf({}), formSchema());

function offered(before: string): readonly string[] {
  const place = cursorPlace(before);
  return place === undefined ? [] : completionsAt(place, formSchema(), TREE).map(({ word }) => word);
}

test('At the top the sections of a scenario are offered, with what they mean', () => {
  expect(offered('')).toEqual(expect.arrayContaining(['extends', 'people', 'surfaces', 'runbook', 'objectives']));
  const place = cursorPlace('');
  const people = place && completionsAt(place, formSchema(), TREE).find(({ word }) => word === 'people');
  expect(people?.help).not.toBe('');
});

test('Within a section the names are offered that the scenario has, or inherits', () => {
  expect(offered('people:\n  ')).toEqual(expect.arrayContaining(['engineers', 'custody-officer', 'incident-owner']));
  expect(offered('runbook:\n  re')).toContain('restore-postgresql');
});

test('Within a step, a role or a surface the keys of the language are offered', () => {
  expect(offered('runbook:\n  restore-postgresql:\n    ')).toEqual(
    expect.arrayContaining(['takes', 'follows', 'needs']),
  );
  expect(offered('people:\n  engineers: { co')).toContain('count');
  expect(offered('people:\n  engineers: { count: { value: 2, so')).toContain('source');
});

test('Behind a key its words are offered, and the names that it may take', () => {
  expect(offered('people:\n  engineers: { count: { value: 2, source: ')).toEqual(
    expect.arrayContaining(['assumed', 'vendor', 'drill']),
  );
  expect(offered('runbook:\n  mine:\n    needs: ')).toContain('engineers');
  expect(offered('runbook:\n  mine:\n    follows: ')).toContain('declare');
});

test('Where the language knows no such key nothing is offered', () => {
  expect(offered('nonsense:\n  more:\n    ')).toEqual([]);
});
