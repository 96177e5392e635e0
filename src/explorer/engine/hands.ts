import type { Plan } from '../../plan/plan.js';
import { RunRecorder } from '../../study/run-recorder.js';
import type { IncidentRange } from '../../study/incident-range.js';

/** What the worker that leads says to one that helps. */
export type ToHand =
  | {
      readonly kind: 'run';
      readonly run: number;
      readonly plan: Plan;
      readonly seed: number;
      readonly incidents: number;
    }
  | { readonly kind: 'piece'; readonly run: number; readonly range: IncidentRange };

/** What the other gives back: of each column of the run, the values of the piece. */
export interface FromHand {
  readonly run: number;
  readonly range: IncidentRange;
  readonly columns: readonly Float64Array<ArrayBuffer>[];
}

/** The columns of a run that have a value for every incident, caught as they are made. */
export class RunColumns {
  readonly columns: Float64Array<ArrayBuffer>[] = [];
  readonly #incidents: number;

  constructor(incidents: number) {
    this.#incidents = incidents;
  }

  /** Gives memory, as `RunRecorder` wants it. */
  readonly allocate = (values: number): Float64Array => {
    const column = new Float64Array(values);
    if (values === this.#incidents) this.columns.push(column);
    return column;
  };
}

/** Plays pieces of the run that it was told of last, and sends them back through its port. */
export function lendHand(port: MessagePort): void {
  let current: { readonly run: number; readonly recorder: RunRecorder; readonly memory: RunColumns } | undefined;
  port.onmessage = ({ data }: MessageEvent<ToHand>) => {
    if (data.kind === 'run') {
      const { run, plan, seed, incidents } = data;
      const memory = new RunColumns(incidents);
      const recorder = new RunRecorder(plan, { seed, range: { from: 0, to: incidents } }, memory.allocate);
      current = { run, recorder, memory };
      return;
    }
    // Of a run that is no longer asked for nothing is played: nobody waits for it.
    if (current === undefined || current.run !== data.run) return;
    const { range } = data;
    current.recorder.play(range);
    const columns = current.memory.columns.map((column) => column.slice(range.from, range.to));
    const played: FromHand = { run: data.run, range, columns };
    port.postMessage(
      played,
      columns.map(({ buffer }) => buffer),
    );
  };
}
