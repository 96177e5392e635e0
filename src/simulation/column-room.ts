import { compileModule } from '../random/web-assembly.js';
import { COLUMN_MODULE } from './column-module.js';
import { addQuotients, fillLarger, fillSmaller, fillSums, sortPairs } from './plain-columns.js';

type Column = Float64Array;

/**
 * Memory for the columns of one simulator, and loops over whole columns of one length. All columns that a loop is given must be
 * of the same room. None of them may hold an infinity; NaN stays NaN. The result may take the place of an operand.
 */
export interface ColumnRoom {
  /** So many numbers, all 0. */
  readonly values: (count: number) => Column;
  /** Puts the larger of `a` and `b` into `out`. */
  readonly fillLarger: (a: Column, b: Column, out: Column) => void;
  /** Puts the smaller of `a` and `b` into `out`. */
  readonly fillSmaller: (a: Column, b: Column, out: Column) => void;
  /** Leaves the smaller of the two in `lower` and the larger in `upper`. */
  readonly sortPairs: (lower: Column, upper: Column) => void;
  /** Puts a + b into `out`. */
  readonly fillSums: (a: Column, b: Column, out: Column) => void;
  /** Adds a / b to `out`. */
  readonly addQuotients: (a: Column, b: Column, out: Column) => void;
}

/** The room in JavaScript: the judge, and what serves where there is no WebAssembly. */
export const PLAIN_ROOM: ColumnRoom = {
  values: (count) => new Float64Array(count),
  fillLarger,
  fillSmaller,
  sortPairs,
  fillSums,
  addQuotients,
};

/** What `kernels/columns.ts` exports: places in memory, and the bytes of a column. */
type ColumnKernels = Readonly<
  Record<
    'fillLarger' | 'fillSmaller' | 'fillSums' | 'addQuotients',
    (a: number, b: number, out: number, bytes: number) => void
  >
> & { readonly sortPairs: (lower: number, upper: number, bytes: number) => void };

const PAGE = 65_536;
/** Where a column may begin: what vectors are read from at one go. */
const ALIGNMENT = 16;

let compiled: { readonly module: WebAssembly.Module | undefined } | undefined;

/**
 * Room for columns of so many numbers together, in WebAssembly where there is any: the same bits in a quarter of the time
 * (docs/decisions/0019-kernels-in-webassembly.md). What is not used of it costs nothing.
 */
export function columnRoom(mostValues: number): ColumnRoom {
  compiled ??= { module: compileModule(COLUMN_MODULE) };
  return compiled.module === undefined ? PLAIN_ROOM : vectorRoom(compiled.module, mostValues);
}

function vectorRoom(module: WebAssembly.Module, mostValues: number): ColumnRoom {
  const pages = Math.ceil((mostValues * Float64Array.BYTES_PER_ELEMENT) / PAGE);
  const memory = new WebAssembly.Memory({ initial: pages, maximum: pages });
  const { buffer } = memory;
  const kernels = new WebAssembly.Instance(module, { env: { memory } }).exports as unknown as ColumnKernels;
  let next = 0;
  const placeOf = (column: Column): number => {
    if (column.buffer !== buffer) throw new Error('ColumnRoom: a column is of another room');
    return column.byteOffset;
  };
  return {
    values(count) {
      const column = new Float64Array(buffer, next, count);
      next += Math.ceil(column.byteLength / ALIGNMENT) * ALIGNMENT;
      return column;
    },
    fillLarger: (a, b, out) => kernels.fillLarger(placeOf(a), placeOf(b), placeOf(out), out.byteLength),
    fillSmaller: (a, b, out) => kernels.fillSmaller(placeOf(a), placeOf(b), placeOf(out), out.byteLength),
    sortPairs: (lower, upper) => kernels.sortPairs(placeOf(lower), placeOf(upper), upper.byteLength),
    fillSums: (a, b, out) => kernels.fillSums(placeOf(a), placeOf(b), placeOf(out), out.byteLength),
    addQuotients: (a, b, out) => kernels.addQuotients(placeOf(a), placeOf(b), placeOf(out), out.byteLength),
  };
}
