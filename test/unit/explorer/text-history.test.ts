import { expect, test } from 'vitest';
import { TextHistory } from '../../../src/explorer/text-history.js';

test('A history goes back and forth, and forgets what was undone when something else is done', () => {
  const history = TextHistory.of('a').with('b', 'x').with('c', 'y');
  expect(history.undone().text).toBe('b');
  expect(history.undone().undone().text).toBe('a');
  expect(history.undone().undone().undone().text).toBe('a');
  expect(history.undone().redone().text).toBe('c');
  const other = history.undone().with('d', 'z');
  expect(other.canRedo).toBe(false);
  expect([other.text, other.undone().text]).toEqual(['d', 'b']);
});

test('Changes of one thing in a row are undone in one step, but never the text that was opened', () => {
  const moved = TextHistory.of('a').with('b', 'slider').with('c', 'slider').with('d', 'slider');
  expect(moved.text).toBe('d');
  expect(moved.undone().text).toBe('a');
  expect(moved.undone().canUndo).toBe(false);
  expect(moved.with('e', 'other').undone().text).toBe('d');
});

test('A slider that moves after something was undone does not change what was before', () => {
  const history = TextHistory.of('a').with('b', 'x').with('c', 'y').undone().with('d', 'y');
  expect(history.undone().text).toBe('b');
});
