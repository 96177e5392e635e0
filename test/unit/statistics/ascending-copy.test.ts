import { describe, expect, it } from 'vitest';
import { ascendingCopy } from '../../../src/statistics/ascending-copy.js';
import { countAtMost, countBelow } from '../../../src/statistics/count-at-most.js';

describe('ascendingCopy', () => {
  it('sorts as numbers, puts NaN last as infinity and leaves its argument alone', () => {
    const values = Float64Array.of(10, NaN, 9, 100);
    expect([...ascendingCopy(values)]).toEqual([9, 10, 100, Infinity]);
    expect([...values]).toEqual([10, NaN, 9, 100]);
  });

  it('works inside a buffer that is passed, and touches only what it needs of it', () => {
    const scratch = Float64Array.of(0, 0, 0, -5);
    const sorted = ascendingCopy(Float64Array.of(3, 1, 2), scratch);
    expect([...sorted]).toEqual([1, 2, 3]);
    expect(sorted.buffer).toBe(scratch.buffer);
    expect(scratch[3]).toBe(-5);
  });

  it('refuses a buffer that is too short', () => {
    expect(() => ascendingCopy(Float64Array.of(1, 2), new Float64Array(1))).toThrow(
      new RangeError('ascendingCopy: scratch holds 1 values, needs 2'),
    );
  });
});

describe('countAtMost and countBelow', () => {
  const ascending = Float64Array.of(1, 2, 2, 2, 5, Infinity);

  it('differ by the values that equal the limit', () => {
    expect([countBelow(ascending, 2), countAtMost(ascending, 2)]).toEqual([1, 4]);
  });

  it('count nothing before the first and everything at infinity', () => {
    expect([countAtMost(ascending, 0), countAtMost(ascending, Infinity), countBelow(ascending, Infinity)]).toEqual([
      0, 6, 5,
    ]);
  });
});
