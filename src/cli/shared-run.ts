import type { Plan } from '../plan/plan.js';
import type { YearsPlan } from '../plan/years-plan.js';
import { BLOCK_INCIDENTS } from '../simulation/block-draws.js';
import type { Allocate } from '../study/blank-outcomes.js';
import type { IncidentRange } from '../study/incident-range.js';
import { PlaysRecorder, type Plays, type PlaysOutcomes } from '../study/explain/plays-recorder.js';
import type { Outcomes } from '../study/outcomes.js';
import { RunRecorder, type RunRange } from '../study/run-recorder.js';
import type { YearOutcomes } from '../study/years/year-outcomes.js';
import { BLOCK_YEARS, YearRecorder } from '../study/years/year-recorder.js';

/** A run whose columns lie in memory that threads share: plain data, which crosses to a thread without them. */
export type SharedRun = RunRange & {
  /** One per column, in the order in which they are made; each at least as long as its column. */
  readonly columns: readonly SharedArrayBuffer[];
} & (
    | { readonly study: 'incidents'; readonly plan: Plan }
    | { readonly study: 'years'; readonly plan: YearsPlan }
    | { readonly study: 'plays'; readonly plays: Plays }
  );

/** What plays any part of a run. */
interface Recorder<Played> {
  /** What was played; of what was not, 0. */
  readonly outcomes: Played;
  play(range: IncidentRange): void;
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

/** A run of which several threads may each play a part: nothing that they play is sent or copied. */
export interface BegunRun<Played> {
  readonly recorder: Recorder<Played>;
  readonly run: SharedRun;
  /** It is cut into pieces of so many. */
  readonly block: number;
}

/** Begins a run of incidents, in memory of its own when none is given. */
export function beginSharedRun(
  plan: Plan,
  { seed, range }: RunRange,
  memory = new SharedColumns(),
): BegunRun<Outcomes> {
  const { columns, allocate } = columnsIn(memory);
  const recorder = new RunRecorder(plan, { seed, range }, allocate);
  return { recorder, run: { study: 'incidents', plan, seed, range, columns }, block: BLOCK_INCIDENTS };
}

/** Begins a run of years. */
export function beginSharedYears(plan: YearsPlan, { seed, range }: RunRange): BegunRun<YearOutcomes> {
  const { columns, allocate } = columnsIn(new SharedColumns());
  const recorder = new YearRecorder(plan, { seed, range }, allocate);
  return { recorder, run: { study: 'years', plan, seed, range, columns }, block: BLOCK_YEARS };
}

/** Begins a run of many plans, struck by the same incidents one plan after the other. */
export function beginSharedPlays(plays: Plays): BegunRun<PlaysOutcomes> {
  const { columns, allocate } = columnsIn(new SharedColumns());
  const recorder = new PlaysRecorder(plays, allocate);
  const range = { from: 0, to: plays.plans.length * plays.incidents };
  return { recorder, run: { study: 'plays', plays, seed: plays.seed, range, columns }, block: BLOCK_INCIDENTS };
}

/** A recorder of another thread over the memory of a run that was begun. */
export function joinSharedRun(run: SharedRun): Pick<Recorder<unknown>, 'play'> {
  const { seed, range, columns } = run;
  let next = 0;
  const allocate = (values: number): Float64Array => new Float64Array(columns[next++], 0, values);
  switch (run.study) {
    case 'incidents':
      return new RunRecorder(run.plan, { seed, range }, allocate);
    case 'years':
      return new YearRecorder(run.plan, { seed, range }, allocate);
    case 'plays':
      return new PlaysRecorder(run.plays, allocate);
    default:
      return run satisfies never;
  }
}

/** Columns in memory that threads share. */
function columnsIn(memory: SharedColumns): {
  readonly columns: readonly SharedArrayBuffer[];
  readonly allocate: Allocate;
} {
  const columns: SharedArrayBuffer[] = [];
  return {
    columns,
    allocate: (values) => {
      const buffer = memory.buffer(columns.length, values);
      columns.push(buffer);
      return new Float64Array(buffer, 0, values);
    },
  };
}
