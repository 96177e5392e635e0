import { describe, expect, it } from 'vitest';
import { fillLarger, fillSmaller, sortPairs } from '../../../src/simulation/plain-columns.js';

const a = Float64Array.of(1, 5, 3, 0, NaN, 7, 0.1 + 0.2);
const b = Float64Array.of(2, 4, 3, 1e300, 6, NaN, 0.3);
const larger = [2, 5, 3, 1e300, NaN, NaN, 0.1 + 0.2];
const smaller = [1, 4, 3, 0, NaN, NaN, 0.3];

describe('the order of two columns', () => {
  it('is that of each row, and of NaN there is none', () => {
    const out = new Float64Array(a.length);
    fillLarger(a, b, out);
    expect([...out]).toEqual(larger);
    fillSmaller(a, b, out);
    expect([...out]).toEqual(smaller);
  });

  it('can be put in the place of the columns themselves', () => {
    const [lower, upper] = [a.slice(), b.slice()];
    sortPairs(lower, upper);
    expect([[...lower], [...upper]]).toEqual([smaller, larger]);
  });
});
