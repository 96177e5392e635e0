import { countText } from '../report/count-text.js';
import { compile } from '../plan/compile.js';
import type { Plan } from '../plan/plan.js';
import { UnplayableError } from '../plan/unplayable-error.js';
import type { Scenario } from '../scenario/scenario.js';
import type { IncidentRange } from '../study/incident-range.js';
import type { Outcomes } from '../study/outcomes.js';
import { confidencePerLook, isPrecise, looksUpTo } from '../study/precision-rule.js';
import type { RunSamples } from '../study/run-samples.js';
import { CONFIDENCE } from '../study/summarise.js';
import type { RunEnd } from '../study/summary.js';
import type { AnswerOptions, PlayOptions, SeedAndWorkers } from './answer-options.js';
import { Interruption } from './interruption.js';
import { precisionShare, wholeNumber } from './number-option.js';
import { beginRun, MOST_KEPT_INCIDENTS, type PlayingRun } from './piecewise-run.js';
import { showProgress } from './progress.js';
import { Refusal } from './refusal.js';
import { RunPlayer, type RunPlayerOptions } from './run-player.js';
import { openScenario } from './scenario-file.js';
import { beginSharedRun, type BegunRun } from './shared-run.js';
import type { World } from './world.js';

export interface CompiledStudy {
  readonly scenario: Scenario;
  readonly plan: Plan;
}

/** A scenario with what became of it. */
export interface PlayedStudy extends PlayedRun, CompiledStudy {}

/** What was played, and why no more. */
export interface PlayedRun {
  readonly samples: RunSamples;
  readonly end: RunEnd;
}

/** More incidents than anyone needs; the engine names them by 32 bits. */
const MOST_INCIDENTS = 1_000_000_000;

/** What is played by a command that plays a number of incidents, and at most when a precision is asked for. */
const USUAL_INCIDENTS = '100000';
const USUAL_CEILING = '10000000';

/** What "run" plays when neither is said: mostly over in a second or two, and never a matter of minutes. */
const USUAL_RUN = { precision: '2%', incidents: '1000000' } as const;

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
 * Reads, compiles and plays a scenario as the reader asked, until all is played or the reader interrupts. Where neither
 * a number of incidents nor a precision is asked for, it is played until the quantiles are known within 2 %.
 *
 * @throws Refusal when the scenario has problems, or an option is out of its bounds.
 * @throws Interruption when nothing was played until then.
 */
export async function playStudy(
  options: RunOptions & Pick<AnswerOptions, 'scenario'>,
  world: World,
): Promise<PlayedStudy> {
  requireRunNumbers(options, world);
  const study = compileFile(options.scenario, world);
  return { ...study, ...(await playCompiled(study, options, world)) };
}

/**
 * The same for a scenario that was compiled.
 *
 * @throws Refusal when an option is out of its bounds.
 * @throws Interruption when nothing was played until then.
 */
export function playCompiled({ plan }: CompiledStudy, options: RunOptions, world: World): Promise<PlayedRun> {
  const isSaid = options.incidents !== undefined || options.precision !== undefined;
  return playAsked(plan, requireRunNumbers(isSaid ? options : { ...options, ...USUAL_RUN }, world), world);
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

/**
 * The same for a command that needs the value of every incident.
 *
 * @throws Refusal when there would be too many.
 */
export function requireKeptNumbers(options: RunOptions, world: World): RunNumbers {
  const numbers = requireRunNumbers(options, world);
  requireKept('--incidents', numbers.incidents);
  return numbers;
}

/**
 * Refuses what needs the value of every incident where there are too many for that.
 *
 * @param option which asks for it.
 * @throws Refusal when there are.
 */
export function requireKept(
  option: string,
  incidents: number,
  mend = `play at most --incidents ${MOST_KEPT_INCIDENTS}`,
): void {
  if (incidents <= MOST_KEPT_INCIDENTS) return;
  throw new Refusal(
    `${option}: the values of ${countText(incidents)} incidents are too many to be kept one by one`,
    mend,
  );
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
  return withProgress(wholeRun(numbers), world, async (options) => {
    const run = beginRun(plan, options, world);
    return closing(run, async () => {
      const reason = await hearing(run, world, () => playUntilPrecise(run, numbers));
      if (run.played === 0) throw new Interruption('Interrupted before any incident was played: there is no answer.');
      return {
        samples: run.samples(),
        end: { reason, asked: numbers.incidents, precision: numbers.precision ?? null },
      };
    });
  });
}

/** Plays from look to look, where a precision is asked for, else all at once; why it ended. */
async function playUntilPrecise(run: PlayingRun, { incidents, precision }: RunNumbers): Promise<RunEnd['reason']> {
  const looks = precision === undefined ? [incidents] : looksUpTo(incidents);
  const confidence = confidencePerLook(CONFIDENCE, looks.length);
  for (const look of looks) {
    await run.playTo(look);
    if (run.played < look) return 'interrupted';
    if (precision !== undefined && isPrecise(run.samples(), { precision, confidence })) return 'precision';
  }
  return precision === undefined ? 'count' : 'ceiling';
}

/** While this plays, an interruption stops the player instead of the process. */
export async function hearing<Result>(
  player: Pick<PlayingRun, 'stop'>,
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
  range: PlayedRange,
  world: World,
  use: (player: RunPlayer<Played>) => Promise<Result>,
): Promise<Result> {
  return withProgress(range, world, (options) => {
    const player = new RunPlayer(begun, options, world);
    return closing(player, () => use(player));
  });
}

/** Shows how far a run has come while it is used. */
async function withProgress<Result>(
  { seed, workers, range }: PlayedRange,
  world: World,
  use: (options: RunPlayerOptions) => Promise<Result>,
): Promise<Result> {
  const progress = showProgress(world);
  const onProgress = (played: number): void => progress.advance(played, range.to - range.from);
  try {
    return await use({ seed, range, workers, onProgress });
  } finally {
    progress.clear();
  }
}

async function closing<Result>(player: Pick<PlayingRun, 'close'>, use: () => Promise<Result>): Promise<Result> {
  try {
    return await use();
  } finally {
    await player.close();
  }
}

/**
 * Reads and compiles a scenario. A schedule that runs too often to be listed shows only in the plan, but is the
 * reader's to mend.
 *
 * @throws Refusal when the scenario has problems.
 */
export function compileFile(name: string, world: World): CompiledStudy {
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
  edit?: (text: string) => string,
): { readonly scenario: Scenario; readonly plan: CompiledPlan } {
  const scenario = openScenario(name, world, edit);
  try {
    return { scenario, plan: compiler(scenario) };
  } catch (error) {
    if (error instanceof UnplayableError) throw new Refusal(`${name}: ${error.message}`);
    throw error;
  }
}
