import { describe, expect, test } from 'vitest';
import { editDistance, nearestName } from '../../../src/scenario/nearest-name.js';

describe('The edit distance', () => {
  test.each([
    ['', '', 0],
    ['', 'abc', 3],
    ['abc', 'abc', 0],
    ['kitten', 'sitting', 3],
    ['takes', 'tkaes', 1],
    ['follows', 'folows', 1],
    ['ca', 'abc', 3],
  ])('of "%s" and "%s" is %d', (from, to, distance) => {
    expect(editDistance(from, to)).toBe(distance);
    expect(editDistance(to, from)).toBe(distance);
  });
});

describe('The nearest name', () => {
  const names = ['follows', 'needs', 'takes', 'transfers'];

  test.each([
    ['folows', 'follows'],
    ['Follows', 'follows'],
    ['transfer', 'transfers'],
    ['takse', 'takes'],
  ])('to %s is %s', (text, name) => {
    expect(nearestName(text, names)).toBe(name);
  });

  test('is not guessed when none is near', () => {
    expect(['colour', 'x', '', 'a-name-of-something-else'].map((text) => nearestName(text, names))).toEqual([
      ...[undefined, undefined, undefined, undefined],
    ]);
  });
});
