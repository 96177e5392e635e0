import type { Plan } from '../plan/plan.js';
import { BLOCK_INCIDENTS } from '../simulation/block-draws.js';
import { IncidentSimulator } from '../simulation/incident-simulator.js';
import type { Outcomes } from './outcomes.js';
import { StepRecorder } from './step-recorder.js';

/** The runbook is looked at in detail in so many incidents, the first of the run. */
export const STEP_INCIDENTS = 32 * BLOCK_INCIDENTS;

export interface ReplicateOptions {
  /** An integer from 0 on. */
  readonly seed: number;
  /** At least 1. */
  readonly incidents: number;
  /** Called after every block with the number of incidents played. */
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
  const recorder = new StepRecorder(plan, Math.min(incidents, STEP_INCIDENTS));
  const rto = new Float64Array(incidents);
  const rpo = new Float64Array(incidents);
  const rtt = new Float64Array(incidents);
  const losses = plan.surfaces.map((surface) => (surface.isDataBearing ? new Float64Array(incidents) : undefined));
  for (let incident = 0; incident < incidents; incident++) {
    if (incident < recorder.incidents) {
      simulator.playInDetail(incident);
      recorder.record(simulator, incident);
    } else simulator.play(incident);
    rto[incident] = simulator.rto;
    rpo[incident] = simulator.rpo;
    rtt[incident] = simulator.rtt;
    for (let surface = 0; surface < losses.length; surface++) {
      const loss = losses[surface];
      if (loss !== undefined) loss[incident] = simulator.protection.surfaceLoss[surface];
    }
    if (onProgress !== undefined && (incident + 1) % BLOCK_INCIDENTS === 0) onProgress(incident + 1);
  }
  return {
    seed,
    incidents,
    metrics: [
      { name: 'rto', values: rto },
      { name: 'rpo', values: rpo },
      { name: 'rtt', values: rtt },
      ...losses.flatMap((values, surface) =>
        values === undefined ? [] : [{ name: `rpo.${plan.surfaces[surface].name}`, values }],
      ),
    ],
    steps: recorder.study(),
  };
}
