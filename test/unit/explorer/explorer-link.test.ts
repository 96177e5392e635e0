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
