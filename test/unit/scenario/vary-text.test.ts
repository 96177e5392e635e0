import { expect, test } from 'vitest';
import { varyText } from '../../../src/scenario/vary-text.js';

test('writes values over those of the file, and beside them where what it extends has them', () => {
  const text = 'people:\n  engineers: { count: 2 } # two\n';
  const varied = varyText(text, [
    { path: ['people', 'engineers', 'count'], value: '3' },
    { path: ['surfaces', 'postgresql', 'schedule'], value: '*/5 * * * *' },
  ]);
  expect(varied).toBe(
    'people:\n  engineers: { count: 3 } # two\nsurfaces:\n  postgresql:\n    schedule: "*/5 * * * *"\n',
  );
});

test('writes no value below a value or an alias', () => {
  expect(varyText('a: 1\n', [{ path: ['a', 'b'], value: '2' }])).toBeUndefined();
  expect(varyText('x: &x { b: 1 }\na: *x\n', [{ path: ['a', 'b'], value: '2' }])).toBeUndefined();
});
