import { expect, it } from 'vitest';
import { midranks } from '../../../src/statistics/midranks.js';

it('ranks count from 1, and equal values share the mean of their places', () => {
  expect([...midranks(Float64Array.of(30, 10, 20, 10))]).toEqual([4, 1.5, 3, 1.5]);
});

it('what is not a number ranks above all numbers, Infinity included as its equal', () => {
  expect([...midranks(Float64Array.of(NaN, 5, NaN, -1))]).toEqual([3.5, 2, 3.5, 1]);
});
