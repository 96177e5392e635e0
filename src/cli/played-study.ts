import { compile } from '../plan/compile.js';
import type { Plan } from '../plan/plan.js';
import { UnplayableError } from '../plan/unplayable-error.js';
import type { Scenario } from '../scenario/scenario.js';
import type { IncidentRange } from '../study/incident-range.js';
import type { Outcomes } from '../study/outcomes.js';
import { outcomesOfRange } from '../study/outcomes-of-range.js';
import { confidencePerLook, isPrecise, looksUpTo } from '../study/precision-rule.js';
import { CONFIDENCE } from '../study/summarise.js';
import type { RunEnd } from '../study/summary.js';
import type { AnswerOptions, PlayOptions, SeedAndWorkers } from './answer-options.js';
import { Interruption } from './interruption.js';
import { precisionShare, wholeNumber } from './number-option.js';
import { showProgress } from './progress.js';
import { Refusal } from './refusal.js';
import { RunPlayer } from './run-player.js';
import { openScenario } from './scenario-file.js';
import { beginSharedRun, type BegunRun } from './shared-run.js';
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

/** What is played when nothing is said, and at most when a precision is asked for. */
const USUAL_INCIDENTS = '100000';
const USUAL_CEILING = '10000000';

/** More threads than anyone has cores; each has memory of its own. */
const MOST_WORKERS = 1024;

/** What a run is asked with, as it was written. */
type RunOptions = Pick<PlayOptions, 'incidents' | 'seed' | 'workers'> & { readonly precision?: string | undefined };

/** The same as numbers. */
export interface RunNumbers {
  readonly incidents: number;
  readonly seed: number;
  readonly workers: number;
  /** Half-width as a share of the estimate at which the run ends; undefined when it ends by count. */
  readonly precision: number | undefined;
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
  return { ...study, ...(await playAsked(study.plan, numbers, world)) };
}

/**
 * How many incidents to play, the seed, and how many threads may play.
 *
 * @throws Refusal when one of them is out of its bounds.
 */
export function requireRunNumbers({ incidents, seed, workers, precision }: RunOptions, { cores }: World): RunNumbers {
  return {
    incidents: wholeNumber(incidents ?? (precision === undefined ? USUAL_INCIDENTS : USUAL_CEILING), '--incidents', {
      from: 1,
      to: MOST_INCIDENTS,
    }),
    ...requireSeedAndWorkers({ seed, workers }, { cores }),
    precision: precision === undefined ? undefined : precisionShare(precision),
  };
}

/**
 * The seed, and how many threads may play.
 *
 * @throws Refusal when one of them is out of its bounds.
 */
export function requireSeedAndWorkers(
  { seed, workers }: SeedAndWorkers,
  { cores }: Pick<World, 'cores'>,
): Pick<RunNumbers, 'seed' | 'workers'> {
  return {
    seed: wholeNumber(seed, '--seed', { from: 0, to: Number.MAX_SAFE_INTEGER }),
    workers: workers === undefined ? cores : wholeNumber(workers, '--workers', { from: 1, to: MOST_WORKERS }),
  };
}

/** Plays a run to its end and shows how far it has come. */
export async function playPlan(plan: Plan, numbers: RunNumbers, world: World): Promise<Outcomes> {
  return withPlayer(beginSharedRun(plan, wholeRun(numbers)), wholeRun(numbers), world, async (player) => {
    await player.playTo(numbers.incidents);
    return player.outcomes;
  });
}

/**
 * Plays a part of a run.
 *
 * @throws Interruption when the reader interrupts it.
 */
export async function playRange(plan: Plan, range: PlayedRange, world: World): Promise<Outcomes> {
  return withPlayer(beginSharedRun(plan, range), range, world, async (player) => {
    await hearing(player, world, () => player.playTo(range.range.to));
    if (player.isStopped) throw new Interruption('Interrupted: the part was not written.');
    return player.outcomes;
  });
}

/** Plays a run, of which an interruption leaves what was played until then: a run of fewer incidents. */
async function playAsked(plan: Plan, numbers: RunNumbers, world: World): Promise<PlayedRun> {
  return withPlayer(beginSharedRun(plan, wholeRun(numbers)), wholeRun(numbers), world, async (player) => {
    const reason = await hearing(player, world, () => playUntilPrecise(player, numbers));
    const { played } = player;
    if (played === 0) throw new Interruption('Interrupted before any incident was played: there is no answer.');
    return {
      outcomes: outcomesOfRange(player.outcomes, { from: 0, to: played }),
      end: { reason, asked: numbers.incidents, precision: numbers.precision ?? null },
    };
  });
}

/** Plays from look to look, where a precision is asked for, else all at once; why it ended. */
async function playUntilPrecise(
  player: RunPlayer<Outcomes>,
  { incidents, precision }: RunNumbers,
): Promise<RunEnd['reason']> {
  const looks = precision === undefined ? [incidents] : looksUpTo(incidents);
  const confidence = confidencePerLook(CONFIDENCE, looks.length);
  for (const look of looks) {
    await player.playTo(look);
    if (player.played < look) return 'interrupted';
    const played = outcomesOfRange(player.outcomes, { from: 0, to: look });
    if (precision !== undefined && isPrecise(played, { precision, confidence })) return 'precision';
  }
  return precision === undefined ? 'count' : 'ceiling';
}

/** While this plays, an interruption stops the player instead of the process. */
export async function hearing<Played, Result>(
  player: RunPlayer<Played>,
  world: World,
  play: () => Promise<Result>,
): Promise<Result> {
  const hearNoMore = world.onInterrupt(() => player.stop());
  try {
    return await play();
  } finally {
    hearNoMore();
  }
}

/** A part of a run, or all of it, and who plays it. */
type PlayedRange = Pick<RunNumbers, 'seed' | 'workers'> & { readonly range: IncidentRange };

function wholeRun({ incidents, ...numbers }: RunNumbers): PlayedRange {
  return { ...numbers, range: { from: 0, to: incidents } };
}

/** Plays on a run that was begun, and shows how far it has come. */
export async function withPlayer<Played, Result>(
  begun: BegunRun<Played>,
  { seed, workers, range }: PlayedRange,
  world: World,
  use: (player: RunPlayer<Played>) => Promise<Result>,
): Promise<Result> {
  const progress = showProgress(world);
  const onProgress = (played: number): void => progress.advance(played, range.to - range.from);
  const player = new RunPlayer(begun, { seed, range, workers, onProgress }, world);
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
  const study = compileFileBy(compile, name, world);
  if (study.scenario.incidents.some(({ setsOff }) => setsOff.length > 0)) {
    world.stderr.write('note: each incident is played by itself; what it sets off is for "drillcast years".\n');
  }
  return study;
}

/** The same by another compiler. */
export function compileFileBy<CompiledPlan>(
  compiler: (scenario: Scenario) => CompiledPlan,
  name: string,
  world: World,
): { readonly scenario: Scenario; readonly plan: CompiledPlan } {
  const scenario = openScenario(name, world);
  try {
    return { scenario, plan: compiler(scenario) };
  } catch (error) {
    if (error instanceof UnplayableError) throw new Refusal(`${name}: ${error.message}`);
    throw error;
  }
}
