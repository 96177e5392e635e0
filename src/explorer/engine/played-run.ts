import type { Plan } from '../../plan/plan.js';
import type { Scenario } from '../../scenario/scenario.js';
import type { Outcomes } from '../../study/outcomes.js';
import { exactSamples, type RunSamples } from '../../study/run-samples.js';
import { summarise } from '../../study/summarise.js';
import type { SummaryContext } from '../../study/summarise.js';
import type { Summary } from '../../study/summary.js';

/** A scenario that was read and compiled, and what its answer says besides numbers. */
export interface CompiledText {
  readonly scenario: Scenario;
  readonly plan: Plan;
  readonly context: SummaryContext;
}

/** As much of a run as was played until now. */
export interface PlayedRun extends CompiledText {
  readonly outcomes: Outcomes;
  readonly summary: Summary;
  readonly samples: RunSamples;
}

/** Estimates of what was played. */
export function playedRun(compiled: CompiledText, outcomes: Outcomes): PlayedRun {
  return {
    ...compiled,
    outcomes,
    summary: summarise(outcomes, compiled.context),
    samples: exactSamples(outcomes),
  };
}

/** The runs that were played to their end last: what was undone is there again at once. */
export class FinishedRuns {
  readonly #most: number;
  readonly #runs = new Map<string, PlayedRun>();

  /** @param most how many are kept. */
  constructor(most: number) {
    this.#most = most;
  }

  /** The run that goes by this key, which is then the last to be forgotten. */
  find(key: string): PlayedRun | undefined {
    const run = this.#runs.get(key);
    if (run !== undefined) this.keep(key, run);
    return run;
  }

  keep(key: string, run: PlayedRun): void {
    this.#runs.delete(key);
    this.#runs.set(key, run);
    for (const oldest of this.#runs.keys()) {
      if (this.#runs.size <= this.#most) break;
      this.#runs.delete(oldest);
    }
  }
}
