import fc from 'fast-check';
import { expect, test } from 'vitest';
import { StorageLog } from '../../../src/simulation/years/storage-log.js';
import { StoredDifferences } from '../../../src/simulation/years/stored-differences.js';

const [SIZE, CHANGES] = [100, 3];

/** One copy whole, and between each two that are kept what changed, never more than all. */
function chain(kept: readonly number[]): number {
  const ascending = [...kept].sort((a, b) => a - b);
  return ascending.reduce(
    (sum, at, i) => sum + (i === 0 ? SIZE : Math.min(SIZE, CHANGES * (at - ascending[i - 1]))),
    0,
  );
}

test('Whatever copies come and go, one is stored whole and what changed between each two', () => {
  const moves = fc.array(fc.record({ at: fc.integer({ min: 0, max: 200 }), isAdded: fc.boolean() }), { maxLength: 40 });
  fc.assert(
    fc.property(moves, (all) => {
      const differences = new StoredDifferences(SIZE, CHANGES);
      const kept = new Set<number>();
      let stored = 0;
      for (const { at, isAdded } of all) {
        if (isAdded && !kept.has(at)) {
          kept.add(at);
          stored += differences.add(at);
        } else if (!isAdded) {
          kept.delete(at);
          stored -= differences.remove(at);
        }
        expect(stored).toBe(chain([...kept]));
      }
    }),
    { seed: 7 },
  );
});

test('A log keeps its changes in the order of time, and can be cut off', () => {
  const log = new StorageLog();
  for (const [at, bytes] of [
    [-3, 1],
    [9, 4],
    [5, 2],
    [7, 8],
  ])
    log.add(at, bytes);
  expect([...log.times.subarray(0, log.count)]).toEqual([5, 7, 9]);
  expect(log.cutAt(7)).toBe(1 + 2 + 8);
  expect(log.count).toBe(2);
});
