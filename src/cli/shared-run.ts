import type { Plan } from '../plan/plan.js';
import { RunRecorder, type RunRange } from '../study/run-recorder.js';

/** A run whose columns lie in memory that threads share: plain data, which crosses to a thread without them. */
export interface SharedRun extends RunRange {
  readonly plan: Plan;
  /** One per column, in the order in which they are made. */
  readonly columns: readonly SharedArrayBuffer[];
}

/** Begins a run of which several threads may each play a part: nothing that they play is sent or copied. */
export function beginSharedRun(
  plan: Plan,
  { seed, range }: RunRange,
): { readonly recorder: RunRecorder; readonly run: SharedRun } {
  const columns: SharedArrayBuffer[] = [];
  const recorder = new RunRecorder(plan, { seed, range }, (values) => {
    const memory = new SharedArrayBuffer(values * Float64Array.BYTES_PER_ELEMENT);
    columns.push(memory);
    return new Float64Array(memory);
  });
  return { recorder, run: { plan, seed, range, columns } };
}

/** A recorder of another thread over the memory of a run that was begun. */
export function joinSharedRun({ plan, seed, range, columns }: SharedRun): RunRecorder {
  let next = 0;
  return new RunRecorder(plan, { seed, range }, () => new Float64Array(columns[next++]));
}
