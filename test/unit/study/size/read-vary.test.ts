import { describe, expect, test } from 'vitest';
import { readVary } from '../../../../src/study/size/read-vary.js';

describe('readVary', () => {
  test.each([
    ['a.b=x|y z', ['x', 'y z']],
    ['a.b=1..4', ['1', '2', '3', '4']],
    ['a.b=6h..1d', ['6h', '8h', '12h', '1d']],
    ['a.b=100MiB/s..1GiB/s', ['100MiB/s', '200 MiB/s', '500 MiB/s', '1GiB/s']],
    ['a.b=30 GB..0.2 TB', ['30 GB', '50 GB', '100 GB', '0.2 TB']],
    ['a.b=every 90m..every 3h', ['every 90m', 'every 2h', 'every 3h']],
  ])('reads %s', (text, values) => {
    expect(readVary(text)).toEqual({ path: ['a', 'b'], values });
  });

  test.each([
    'a',
    'a.b=',
    '=1..4',
    'a..b=1',
    'a=x|x',
    'a=x||y',
    'a=4..1',
    'a=2h..1h',
    'a=every 1h..2h',
    'a=1..100000',
    'a=1GiB..100MiB/s',
    'a=0 GB..1 GB',
  ])('refuses %s', (text) => {
    expect(readVary(text)).toBeUndefined();
  });
});
