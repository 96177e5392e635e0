import { compile } from '../plan/compile.js';
import type { Plan } from '../plan/plan.js';
import { UnplayableError } from '../plan/unplayable-error.js';
import type { Scenario } from '../scenario/scenario.js';
import { firstIncidents } from '../study/first-incidents.js';
import type { Outcomes } from '../study/outcomes.js';
import type { RunEnd } from '../study/summary.js';
import type { AnswerOptions } from './answer-options.js';
import { Interruption } from './interruption.js';
import { wholeNumber } from './number-option.js';
import { showProgress } from './progress.js';
import { Refusal } from './refusal.js';
import { RunPlayer } from './run-player.js';
import { openScenario } from './scenario-file.js';
import type { World } from './world.js';

/** A scenario with what became of it. */
export interface PlayedStudy extends PlayedRun {
  readonly scenario: Scenario;
  readonly plan: Plan;
}

/** What was played, and why no more. */
interface PlayedRun {
  readonly outcomes: Outcomes;
  readonly end: RunEnd;
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
 * Reads, compiles and plays a scenario as the reader asked, until all is played or the reader interrupts.
 *
 * @throws Refusal when the scenario has problems, or an option is out of its bounds.
 * @throws Interruption when nothing was played until then.
 */
export async function playStudy(
  options: RunOptions & Pick<AnswerOptions, 'scenario'>,
  world: World,
): Promise<PlayedStudy> {
  const numbers = requireRunNumbers(options, world);
  const study = compileFile(options.scenario, world);
  return { ...study, ...(await playUntilInterrupted(study.plan, numbers, world)) };
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

/** Plays a plan to its end and shows how far it has come. */
export async function playPlan(plan: Plan, numbers: RunNumbers, world: World): Promise<Outcomes> {
  return withPlayer(plan, numbers, world, async (player) => {
    await player.playTo(numbers.incidents);
    return player.outcomes;
  });
}

/** The same, but an interruption ends it: what was played until then is a run of fewer incidents. */
async function playUntilInterrupted(plan: Plan, numbers: RunNumbers, world: World): Promise<PlayedRun> {
  return withPlayer(plan, numbers, world, async (player) => {
    const hearNoMore = world.onInterrupt(() => player.stop());
    try {
      await player.playTo(numbers.incidents);
    } finally {
      hearNoMore();
    }
    if (player.played === 0) throw new Interruption('Interrupted before any incident was played: there is no answer.');
    const reason = player.played < numbers.incidents ? 'interrupted' : 'count';
    return { outcomes: firstIncidents(player.outcomes, player.played), end: { reason, asked: numbers.incidents } };
  });
}

async function withPlayer<Result>(
  plan: Plan,
  { incidents, seed, workers }: RunNumbers,
  world: World,
  use: (player: RunPlayer) => Promise<Result>,
): Promise<Result> {
  const progress = showProgress(world);
  const onProgress = (played: number): void => progress.advance(played, incidents);
  const player = new RunPlayer(plan, { seed, range: { from: 0, to: incidents }, workers, onProgress }, world);
  try {
    return await use(player);
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
