import { expect, test } from 'vitest';
import { differenceBins } from '../../../src/report/difference-bins.js';

const HOURS = 3600;

test('bins are as wide as people think, have 0 for an edge, and hold every incident once', () => {
  // −99 h, −98 h, …, +20 h, of which 0 h is the same.
  const hours = Array.from({ length: 120 }, (_, i) => i - 99);
  const found = differenceBins(Float64Array.from(hours, (each) => each * HOURS));
  expect(found?.width).toBe(3 * HOURS);
  expect(found?.bins.map(({ from }) => from)).toContain(0);
  expect(found?.equal).toBeCloseTo(1 / 120, 12);
  const inside = found?.bins.reduce((sum, { share }) => sum + share, 0) ?? 0;
  expect(inside + (found?.equal ?? 0) + (found?.below ?? 0) + (found?.above ?? 0)).toBeCloseTo(1, 12);
  // −3 h and −2 h and −1 h lie on this side of 0, 0 itself in no bin.
  expect(found?.bins.find(({ to }) => to === 0)?.share).toBeCloseTo(2 / 120, 12);
  expect(found?.bins.find(({ from }) => from === 0)?.share).toBeCloseTo(3 / 120, 12);
});

test('a single incident far away does not squeeze all others, and one without a recovery has no bin', () => {
  const differences = Float64Array.from({ length: 1000 }, (_, i) => -(1 + (i % 10)) * 60);
  differences[0] = -1e9;
  differences[1] = -Infinity;
  differences[2] = Infinity;
  const found = differenceBins(differences);
  expect(found).toMatchObject({ width: 15, below: 2 / 1000, above: 1 / 1000, equal: 0 });
  expect(found?.bins[0].from).toBe(-600);
});

test('where nothing differs, or nothing has a number, there is nothing to draw', () => {
  expect(differenceBins(new Float64Array(5))).toBeUndefined();
  expect(differenceBins(Float64Array.of(-Infinity, Infinity))).toBeUndefined();
});
