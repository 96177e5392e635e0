import type { Plan } from '../plan/plan.js';
import { BLOCK_INCIDENTS } from '../simulation/block-draws.js';
import { BlockSimulator } from '../simulation/block-simulator.js';
import { IncidentSimulator } from '../simulation/incident-simulator.js';
import { MetricColumns } from './metric-columns.js';
import type { Outcomes } from './outcomes.js';
import { StepRecorder } from './step-recorder.js';

/** The runbook is looked at in detail in so many incidents, the first of the run: whole blocks. */
const STEP_INCIDENTS = 8 * BLOCK_INCIDENTS;

export interface ReplicateOptions {
  /** An integer from 0 on. */
  readonly seed: number;
  /** At least 1. */
  readonly incidents: number;
  /** Called after every block (`BLOCK_INCIDENTS`, the last may be shorter) with the number of incidents played. */
  readonly onProgress?: (played: number) => void;
}

/**
 * Plays incidents 0 to `incidents` - 1 of a plan and keeps what each achieved.
 *
 * @throws RangeError when `seed` or `incidents` is not a whole number in its range.
 */
export function replicate(plan: Plan, { seed, incidents, onProgress }: ReplicateOptions): Outcomes {
  if (!Number.isSafeInteger(seed) || seed < 0) {
    throw new RangeError(`replicate: seed must be a whole number from 0 on, is ${String(seed)}`);
  }
  // An incident is named by 32 bits in the engine's chance.
  if (!Number.isSafeInteger(incidents) || incidents < 1 || incidents > 2 ** 32) {
    throw new RangeError(`replicate: incidents must be a whole number from 1 to 2^32, is ${String(incidents)}`);
  }
  const simulator = new IncidentSimulator(plan, seed);
  const blocks = BlockSimulator.of(plan, seed);
  const columns = new MetricColumns(plan, incidents);
  const recorder = new StepRecorder(plan, Math.min(incidents, STEP_INCIDENTS));
  for (let from = 0; from < incidents; from += BLOCK_INCIDENTS) {
    const to = Math.min(from + BLOCK_INCIDENTS, incidents);
    if (from < recorder.incidents) recordBlock(simulator, { from, to }, columns, recorder);
    else if (blocks !== undefined) {
      blocks.play(from / BLOCK_INCIDENTS);
      columns.putBlock(blocks, { from, to });
    } else playBlock(simulator, { from, to }, columns);
    onProgress?.(to);
  }
  return {
    seed,
    incidents,
    metrics: columns.metrics(),
    kinds: columns.kinds(),
    costs: columns.costs(),
    steps: recorder.study(),
  };
}

/** The incidents from `from` on, `to` excluded. */
interface Range {
  readonly from: number;
  readonly to: number;
}

function playBlock(simulator: IncidentSimulator, { from, to }: Range, columns: MetricColumns): void {
  for (let incident = from; incident < to; incident++) {
    simulator.play(incident);
    columns.put(simulator, incident);
  }
}

function recordBlock(
  simulator: IncidentSimulator,
  { from, to }: Range,
  columns: MetricColumns,
  recorder: StepRecorder,
): void {
  for (let incident = from; incident < to; incident++) {
    simulator.playInDetail(incident);
    columns.put(simulator, incident);
    recorder.record(simulator, incident);
  }
}
