import { expect, test } from 'vitest';
import { cursorPlace } from '../../../src/explorer/editor/cursor-place.js';

const TEXT = `drillcast: 1
people:
  engineers:
    count: 2
surfaces:
  # what must come back
  postgresql:
    base-backup: { schedule: '0 2 * * *' }
`;

test.each([
  ['peo', [], undefined, 'peo'],
  ['people:\n  engineers:\n    co', ['people', 'engineers'], undefined, 'co'],
  [`${TEXT}    re`, ['surfaces', 'postgresql'], undefined, 're'],
  [`${TEXT}  se`, ['surfaces'], undefined, 'se'],
  [`${TEXT}run`, [], undefined, 'run'],
  [`${TEXT}    size: { value: 5 GiB, sou`, ['surfaces', 'postgresql', 'size'], undefined, 'sou'],
  [`${TEXT}    size: { value: 5 GiB, source: ven`, ['surfaces', 'postgresql', 'size'], 'source', 'ven'],
  [`${TEXT}    keep: { age: 3d } `, ['surfaces', 'postgresql'], undefined, ''],
  ['a:\n  b: { c: { d', ['a', 'b', 'c'], undefined, 'd'],
  ['a: x', [], 'a', 'x'],
])('After %j one writes within %j', (before, path, valueOf, written) => {
  expect(cursorPlace(before)).toEqual({ path, valueOf, written });
});

test.each(['# a comm', 'a: b # c', "note: 'it is", 'note: "it is'])('Within %j nothing is offered', (before) => {
  expect(cursorPlace(before)).toBeUndefined();
});
