import { describe, expect, test } from 'vitest';
import { readVary } from '../../../../src/study/size/read-vary.js';

describe('readVary', () => {
  test.each([
    ['a.b=x|y z', ['x', 'y z']],
    ['a.b=1..4', ['1', '2', '3', '4']],
    ['a.b=6h..1d', ['6h', '8h', '12h', '1d']],
    ['a.b=every 90m..every 3h', ['every 90m', 'every 2h', 'every 3h']],
  ])('reads %s', (text, values) => {
    expect(readVary(text)).toEqual({ path: ['a', 'b'], values });
  });

  test.each(['a', 'a.b=', '=1..4', 'a..b=1', 'a=x|x', 'a=x||y', 'a=4..1', 'a=2h..1h', 'a=every 1h..2h', 'a=1..100000'])(
    'refuses %s',
    (text) => {
      expect(readVary(text)).toBeUndefined();
    },
  );
});
