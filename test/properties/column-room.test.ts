import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnRoom, PLAIN_ROOM, type ColumnRoom } from '../../src/simulation/column-room.js';

const ROWS = 32;
const value = fc.oneof(fc.double({ min: 0, max: 1e9, noNaN: true }), fc.constantFrom(0, 1, NaN, 2 ** -1074, 1e300));
const column = fc.array(value, { minLength: ROWS, maxLength: ROWS });

const LOOPS: Readonly<Record<string, (room: ColumnRoom, a: Float64Array, b: Float64Array, out: Float64Array) => void>> =
  {
    fillLarger: (room, a, b, out) => room.fillLarger(a, b, out),
    fillSmaller: (room, a, b, out) => room.fillSmaller(a, b, out),
    sortPairs: (room, a, b) => room.sortPairs(a, b),
    fillSums: (room, a, b, out) => room.fillSums(a, b, out),
    addQuotients: (room, a, b, out) => room.addQuotients(a, b, out),
    'fillLarger into its second': (room, a, b) => room.fillLarger(a, b, b),
    'fillSums into its first': (room, a, b) => room.fillSums(a, b, a),
  };

/** The three columns after a loop, one after the other. */
function after(room: ColumnRoom, loop: (typeof LOOPS)[string], contents: readonly (readonly number[])[]): number[] {
  const columns = contents.map((numbers) => {
    const placed = room.values(ROWS);
    placed.set(numbers);
    return placed;
  });
  loop(room, columns[0], columns[1], columns[2]);
  return columns.flatMap((each) => [...each]);
}

describe('The room of columns in WebAssembly', () => {
  it('is there in Node.js', () => {
    expect(columnRoom(1)).not.toBe(PLAIN_ROOM);
  });

  it.each(Object.entries(LOOPS))('leaves the same bits as the one in JavaScript: %s', (_, loop) => {
    fc.assert(
      fc.property(fc.array(column, { minLength: 3, maxLength: 3 }), (contents) => {
        expect(after(columnRoom(3 * ROWS), loop, contents)).toEqual(after(PLAIN_ROOM, loop, contents));
      }),
    );
  });

  it('refuses a column of another room, and to give out more than there is', () => {
    const [one, other] = [columnRoom(ROWS), columnRoom(ROWS)];
    const mine = one.values(ROWS);
    expect(() => one.fillSums(mine, other.values(ROWS), mine)).toThrow('ColumnRoom: a column is of another room');
    expect(() => one.values(2 ** 20)).toThrow(RangeError);
  });
});
