import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fragmentOf, viewOfFragment, type LinkedView } from '../../../src/explorer/explorer-link.js';

const VIEW: LinkedView = {
  name: 'a.yaml',
  text: 'drillcast: 1\n# ü 漢\n',
  pinned: 'x',
  metric: 'rpo',
  seed: 3,
  incident: 7,
};

test('A link gives back the view that it was made of, in letters that an address may have', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 4000 }), async (text) => {
      const fragment = await fragmentOf({ ...VIEW, text });
      expect(fragment).toMatch(/^#v1=[\w-]+$/);
      expect(await viewOfFragment(fragment)).toEqual({ ...VIEW, text });
    }),
    { numRuns: 50, seed: 1 },
  );
});

test('A link that was cut off, made up, or is of something else is none', async () => {
  const fragment = await fragmentOf(VIEW);
  for (const broken of [fragment.slice(0, -9), '#v1=', '#v1=%%%', '#section', '', '#v2=abc', '#v1=AAAA']) {
    expect(await viewOfFragment(broken)).toBeUndefined();
  }
  const stranger = await fragmentOf({ ...VIEW, metric: 'constructor' as 'rto' });
  expect(await viewOfFragment(stranger)).toBeUndefined();
});

test.each([
  ['a text that is none', { text: 7 }],
  ['files that are no texts', { files: { 'a.csv': { length: 1 } } }],
  ['files without names', { files: ['x'] }],
  ['sliders that are no paths', { sliders: [{ toString: 1 }] }],
  ['sliders that are no list', { sliders: 'x' }],
  ['a seed below zero', { seed: -1 }],
  ['half an incident', { incident: 0.5 }],
  ['an incident below zero', { incident: -1 }],
])('A link with %s is none, whoever made it', async (_, change) => {
  expect(await viewOfFragment(await fragmentOf({ ...VIEW, sliders: ['a.b'], files: { 'b.yaml': 'x' } }))).toBeDefined();
  expect(await viewOfFragment(await fragmentOf({ ...VIEW, ...(change as Partial<LinkedView>) }))).toBeUndefined();
});
