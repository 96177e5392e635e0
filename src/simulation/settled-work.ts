import type { Plan, StepPlan } from '../plan/plan.js';
import { BLOCK_INCIDENTS, COLUMN_STRIDE } from './block-draws.js';
import type { BlockDraws } from './block-draws.js';

/**
 * How long each step takes in each incident of a block, worked out column by column where the draws alone settle it:
 * the step takes a drawn time or moves a known amount of data, and its first attempt succeeds. A loop over a
 * column has no branches to mispredict, which is what makes this worth its memory.
 */
export class SettledWork {
  /** Seconds of step `s` in row `r` of the block at s × COLUMN_STRIDE + r; NaN where more than the draws decides. */
  readonly seconds: Float64Array;

  readonly #plan: Plan;
  readonly #draws: BlockDraws;

  constructor(plan: Plan, draws: BlockDraws) {
    this.#plan = plan;
    this.#draws = draws;
    this.seconds = new Float64Array(plan.steps.length * COLUMN_STRIDE).fill(NaN);
  }

  /** Works out a block that has just been drawn. */
  settle(): void {
    const { columns } = this.#draws;
    for (let i = 0; i < this.#plan.steps.length; i++) {
      const step = this.#plan.steps[i];
      if (!isSettledByDraws(step)) continue;
      const seconds = this.seconds.subarray(i * COLUMN_STRIDE, i * COLUMN_STRIDE + BLOCK_INCIDENTS);
      if (step.takesColumn >= 0) seconds.set(columns[step.takesColumn]);
      else seconds.fill(0);
      if (step.transfer !== undefined) {
        const rates = columns[step.transfer.rateColumn];
        const bytes = this.#plan.surfaces[step.transfer.surface].size;
        for (let row = 0; row < BLOCK_INCIDENTS; row++) seconds[row] += bytes / rates[row];
      }
      if (step.failure > 0) {
        const luck = columns[step.failureColumn];
        for (let row = 0; row < BLOCK_INCIDENTS; row++) if (luck[row] < step.failure) seconds[row] = NaN;
      }
    }
  }
}

function isSettledByDraws({ catchUp, transfer }: StepPlan): boolean {
  if (catchUp !== undefined) return false;
  return transfer === undefined || (transfer.link < 0 && transfer.surface >= 0 && transfer.part === 'size');
}
