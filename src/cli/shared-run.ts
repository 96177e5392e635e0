import type { Plan } from '../plan/plan.js';
import type { YearsPlan } from '../plan/years-plan.js';
import { BLOCK_INCIDENTS } from '../simulation/block-draws.js';
import type { Allocate } from '../study/blank-outcomes.js';
import type { IncidentRange } from '../study/incident-range.js';
import type { Outcomes } from '../study/outcomes.js';
import { RunRecorder, type RunRange } from '../study/run-recorder.js';
import type { YearOutcomes } from '../study/years/year-outcomes.js';
import { BLOCK_YEARS, YearRecorder } from '../study/years/year-recorder.js';

/** A run whose columns lie in memory that threads share: plain data, which crosses to a thread without them. */
export type SharedRun = RunRange & {
  /** One per column, in the order in which they are made. */
  readonly columns: readonly SharedArrayBuffer[];
} & ({ readonly study: 'incidents'; readonly plan: Plan } | { readonly study: 'years'; readonly plan: YearsPlan });

/** What plays any part of a run. */
interface Recorder<Played> {
  /** What was played; of what was not, 0. */
  readonly outcomes: Played;
  play(range: IncidentRange): void;
}

/** A run of which several threads may each play a part: nothing that they play is sent or copied. */
export interface BegunRun<Played> {
  readonly recorder: Recorder<Played>;
  readonly run: SharedRun;
  /** It is cut into pieces of so many. */
  readonly block: number;
}

/** Begins a run of incidents. */
export function beginSharedRun(plan: Plan, { seed, range }: RunRange): BegunRun<Outcomes> {
  const { columns, allocate } = sharedMemory();
  const recorder = new RunRecorder(plan, { seed, range }, allocate);
  return { recorder, run: { study: 'incidents', plan, seed, range, columns }, block: BLOCK_INCIDENTS };
}

/** Begins a run of years. */
export function beginSharedYears(plan: YearsPlan, { seed, range }: RunRange): BegunRun<YearOutcomes> {
  const { columns, allocate } = sharedMemory();
  const recorder = new YearRecorder(plan, { seed, range }, allocate);
  return { recorder, run: { study: 'years', plan, seed, range, columns }, block: BLOCK_YEARS };
}

/** A recorder of another thread over the memory of a run that was begun. */
export function joinSharedRun(run: SharedRun): Pick<Recorder<unknown>, 'play'> {
  const { seed, range, columns } = run;
  let next = 0;
  const allocate = (): Float64Array => new Float64Array(columns[next++]);
  switch (run.study) {
    case 'incidents':
      return new RunRecorder(run.plan, { seed, range }, allocate);
    case 'years':
      return new YearRecorder(run.plan, { seed, range }, allocate);
    default:
      return run satisfies never;
  }
}

/** Memory that threads share, and the columns that were made of it. */
function sharedMemory(): { readonly columns: readonly SharedArrayBuffer[]; readonly allocate: Allocate } {
  const columns: SharedArrayBuffer[] = [];
  return {
    columns,
    allocate: (values) => {
      const memory = new SharedArrayBuffer(values * Float64Array.BYTES_PER_ELEMENT);
      columns.push(memory);
      return new Float64Array(memory);
    },
  };
}
