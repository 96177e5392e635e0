import type { Plan } from '../plan/plan.js';
import { BLOCK_INCIDENTS } from '../simulation/block-draws.js';
import type { Outcomes } from './outcomes.js';
import { RunRecorder } from './run-recorder.js';

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
  if (!Number.isSafeInteger(incidents) || incidents < 1 || incidents > 2 ** 32) {
    throw new RangeError(`replicate: incidents must be a whole number from 1 to 2^32, is ${String(incidents)}`);
  }
  const recorder = new RunRecorder(plan, { seed, range: { from: 0, to: incidents } });
  for (let from = 0; from < incidents; from += BLOCK_INCIDENTS) {
    const to = Math.min(from + BLOCK_INCIDENTS, incidents);
    recorder.play({ from, to });
    onProgress?.(to);
  }
  return recorder.outcomes;
}
