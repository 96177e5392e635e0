import type { Plan } from '../plan/plan.js';
import { RunRecorder, type RunRange } from '../study/run-recorder.js';

/** A run whose columns lie in memory that threads share: plain data, which crosses to a thread without them. */
export interface SharedRun extends RunRange {
  readonly plan: Plan;
  /** One per column, in the order in which they are made; each at least as long as its column. */
  readonly columns: readonly SharedArrayBuffer[];
}

/**
 * Memory that threads share, for the columns of one run after the other: what a run leaves behind is overwritten by the
 * next, as memory that is given up comes back late. Nothing is cleared.
 */
export class SharedColumns {
  readonly #buffers: SharedArrayBuffer[] = [];

  /** A buffer of at least so many values for the column at this place. */
  buffer(place: number, values: number): SharedArrayBuffer {
    const bytes = values * Float64Array.BYTES_PER_ELEMENT;
    const known = this.#buffers.at(place);
    if (known !== undefined && known.byteLength >= bytes) return known;
    return (this.#buffers[place] = new SharedArrayBuffer(bytes));
  }
}

/** Begins a run of which several threads may each play a part: nothing that they play is sent or copied. */
export function beginSharedRun(
  plan: Plan,
  { seed, range }: RunRange,
  memory = new SharedColumns(),
): { readonly recorder: RunRecorder; readonly run: SharedRun } {
  const columns: SharedArrayBuffer[] = [];
  const recorder = new RunRecorder(plan, { seed, range }, (values) => {
    const buffer = memory.buffer(columns.length, values);
    columns.push(buffer);
    return new Float64Array(buffer, 0, values);
  });
  return { recorder, run: { plan, seed, range, columns } };
}

/** A recorder of another thread over the memory of a run that was begun. */
export function joinSharedRun({ plan, seed, range, columns }: SharedRun): RunRecorder {
  let next = 0;
  return new RunRecorder(plan, { seed, range }, (values) => new Float64Array(columns[next++], 0, values));
}
