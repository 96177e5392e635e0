import { compile } from '../plan/compile.js';
import type { Plan } from '../plan/plan.js';
import { UnplayableError } from '../plan/unplayable-error.js';
import type { Scenario } from '../scenario/scenario.js';
import type { Outcomes } from '../study/outcomes.js';
import { replicate } from '../study/replicate.js';
import type { AnswerOptions, PlayOptions } from './answer-options.js';
import { wholeNumber } from './number-option.js';
import { showProgress } from './progress.js';
import { Refusal } from './refusal.js';
import { openScenario } from './scenario-file.js';
import type { World } from './world.js';

/** A scenario with what became of it. */
export interface PlayedStudy {
  readonly scenario: Scenario;
  readonly plan: Plan;
  readonly outcomes: Outcomes;
}

/** More incidents than anyone needs, and fewer than would not fit into memory (8 bytes per incident and metric). */
const MOST_INCIDENTS = 100_000_000;

/** What a run is asked with, as it was written. */
type RunNumbers = Pick<PlayOptions, 'incidents' | 'seed'>;

/**
 * Reads, compiles and plays a scenario as the reader asked.
 *
 * @throws Refusal when the scenario has problems, or an option is out of its bounds.
 */
export function playStudy(options: RunNumbers & Pick<AnswerOptions, 'scenario'>, world: World): PlayedStudy {
  const numbers = requireRunNumbers(options);
  const study = compileFile(options.scenario, world);
  return { ...study, outcomes: playPlan(study.plan, numbers, world) };
}

/**
 * How many incidents to play, and the seed.
 *
 * @throws Refusal when either is out of its bounds.
 */
export function requireRunNumbers({ incidents, seed }: RunNumbers): {
  readonly incidents: number;
  readonly seed: number;
} {
  return {
    incidents: wholeNumber(incidents, '--incidents', { from: 1, to: MOST_INCIDENTS }),
    seed: wholeNumber(seed, '--seed', { from: 0, to: Number.MAX_SAFE_INTEGER }),
  };
}

/** Plays a plan and shows how far it has come. */
export function playPlan(
  plan: Plan,
  { incidents, seed }: { readonly incidents: number; readonly seed: number },
  world: World,
): Outcomes {
  const progress = showProgress(world);
  try {
    return replicate(plan, { seed, incidents, onProgress: (played) => progress.advance(played, incidents) });
  } finally {
    progress.clear();
  }
}

/**
 * Reads and compiles a scenario. A schedule that runs too often to be listed shows only in the plan, but is the
 * reader's to mend.
 *
 * @throws Refusal when the scenario has problems.
 */
export function compileFile(name: string, world: World): { readonly scenario: Scenario; readonly plan: Plan } {
  const scenario = openScenario(name, world);
  try {
    return { scenario, plan: compile(scenario) };
  } catch (error) {
    if (error instanceof UnplayableError) throw new Refusal(`${name}: ${error.message}`);
    throw error;
  }
}
