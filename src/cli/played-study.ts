import { compile } from '../plan/compile.js';
import type { Plan } from '../plan/plan.js';
import { UnplayableError } from '../plan/unplayable-error.js';
import type { Scenario } from '../scenario/scenario.js';
import type { Outcomes } from '../study/outcomes.js';
import type { AnswerOptions } from './answer-options.js';
import { wholeNumber } from './number-option.js';
import { showProgress } from './progress.js';
import { Refusal } from './refusal.js';
import { RunPlayer } from './run-player.js';
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

/** More threads than anyone has cores; each has memory of its own. */
const MOST_WORKERS = 1024;

/** What a run is asked with, as it was written. */
type RunOptions = Pick<AnswerOptions, 'incidents' | 'seed' | 'workers'>;

/** The same as numbers. */
export interface RunNumbers {
  readonly incidents: number;
  readonly seed: number;
  readonly workers: number;
}

/**
 * Reads, compiles and plays a scenario as the reader asked.
 *
 * @throws Refusal when the scenario has problems, or an option is out of its bounds.
 */
export async function playStudy(
  options: RunOptions & Pick<AnswerOptions, 'scenario'>,
  world: World,
): Promise<PlayedStudy> {
  const numbers = requireRunNumbers(options, world);
  const study = compileFile(options.scenario, world);
  return { ...study, outcomes: await playPlan(study.plan, numbers, world) };
}

/**
 * How many incidents to play, the seed, and how many threads may play.
 *
 * @throws Refusal when one of them is out of its bounds.
 */
export function requireRunNumbers({ incidents, seed, workers }: RunOptions, { cores }: World): RunNumbers {
  return {
    incidents: wholeNumber(incidents, '--incidents', { from: 1, to: MOST_INCIDENTS }),
    seed: wholeNumber(seed, '--seed', { from: 0, to: Number.MAX_SAFE_INTEGER }),
    workers: workers === undefined ? cores : wholeNumber(workers, '--workers', { from: 1, to: MOST_WORKERS }),
  };
}

/** Plays a plan and shows how far it has come. */
export async function playPlan(plan: Plan, { incidents, seed, workers }: RunNumbers, world: World): Promise<Outcomes> {
  const progress = showProgress(world);
  const onProgress = (played: number): void => progress.advance(played, incidents);
  const player = new RunPlayer(plan, { seed, range: { from: 0, to: incidents }, workers, onProgress }, world);
  try {
    await player.playTo(incidents);
    return player.outcomes;
  } finally {
    progress.clear();
    await player.close();
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
