import type { FlatRunbook } from '../plan/flat-runbook.js';
import type { Plan, StepPlan } from '../plan/plan.js';

/** Which steps of a recovery are ready, which have ended, and what each still has to wait for. */
export class OpenSteps {
  /** 1 for a step that is ready or has been. */
  readonly isReady: Uint8Array;
  readonly hasEnded: Uint8Array;
  /** 1 for a step with whose end the service is open again, when all of these have ended. */
  readonly isReopening: Uint8Array;
  /** Steps of the reopening that have not ended. */
  openToReopen = 0;

  readonly #steps: readonly StepPlan[];
  readonly #predecessorCounts: Int32Array;
  readonly #openPredecessors: Int32Array;
  readonly #reopenCount: number;
  /** Steps that are not over, with all that their end sets off. */
  #open = 0;

  constructor({ steps, reopenSteps }: Pick<Plan, 'steps' | 'reopenSteps'>, { predecessorCounts }: FlatRunbook) {
    this.#steps = steps;
    this.#predecessorCounts = predecessorCounts;
    this.isReady = new Uint8Array(steps.length);
    this.hasEnded = new Uint8Array(steps.length);
    this.#openPredecessors = new Int32Array(steps.length);
    this.isReopening = new Uint8Array(steps.length);
    for (const step of reopenSteps) this.isReopening[step] = 1;
    this.#reopenCount = reopenSteps.length;
  }

  begin(): void {
    this.#open = this.#steps.length;
    this.openToReopen = this.#reopenCount;
    this.isReady.fill(0);
    this.hasEnded.fill(0);
    this.#openPredecessors.set(this.#predecessorCounts);
  }

  /** Whether a step that is not ready has nothing left to wait for. */
  isFree(step: number): boolean {
    return this.isReady[step] === 0 && this.#openPredecessors[step] === 0;
  }

  /** Something that a step follows has ended; whether that was the last of it. */
  setFree(step: number): boolean {
    return this.isReady[step] === 0 && --this.#openPredecessors[step] === 0;
  }

  end(step: number): void {
    this.hasEnded[step] = 1;
    this.openToReopen -= this.isReopening[step];
  }

  /** What the end of a step sets off at once has been set off; whether that was the last of all. */
  close(): boolean {
    return --this.#open === 0;
  }

  /**
   * Undoes what has ended of some steps. What is under way anyhow, because another failure sent people back too, goes
   * on.
   */
  undo(loop: Int32Array): void {
    for (let i = 0; i < loop.length; i++) {
      const step = loop[i];
      if (this.hasEnded[step] === 0) continue;
      this.hasEnded[step] = 0;
      this.isReady[step] = 0;
      this.#open++;
      this.openToReopen += this.isReopening[step];
    }
    for (let step = 0; step < this.#steps.length; step++) if (this.isReady[step] === 0) this.#count(step);
  }

  #count(step: number): void {
    const { predecessors } = this.#steps[step];
    let open = 0;
    for (let i = 0; i < predecessors.length; i++) if (this.hasEnded[predecessors[i]] === 0) open++;
    this.#openPredecessors[step] = open;
  }
}
