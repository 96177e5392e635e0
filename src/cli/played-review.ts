import type { Drill } from '../evidence/drills/drill.js';
import { compileYears } from '../plan/years-plan.js';
import { UnplayableError } from '../plan/unplayable-error.js';
import type { EarlierReview } from '../review/earlier-review.js';
import type { Review, ReviewedSizing } from '../review/review.js';
import { reviewOfRuns } from '../review/review-of-runs.js';
import { shownFile } from '../review/shown-file.js';
import type { ComparedRun } from '../study/compare.js';
import { EXPLAINED_METRICS } from '../study/explain/path-outcomes.js';
import { CONFIDENCE, summarise } from '../study/summarise.js';
import { summaryContext } from '../study/summary-context.js';
import { isWholeYear } from '../study/years/years-context.js';
import type { YearsSummary } from '../study/years/years-summary.js';
import type { Instant } from '../units/quantity.js';
import { VERSION } from '../version.js';
import type { DrawNumbers } from './draw-options.js';
import { playComparedDraws } from './played-compared-draws.js';
import { playExplanation } from './played-explanation.js';
import { playPlan, type CompiledStudy, type RunNumbers } from './played-study.js';
import type { Stages } from './progress.js';
import { sha256Of } from './scenario-file.js';
import type { World } from './world.js';
import { playYears } from './years-command.js';

/** What a review is asked for, read and checked before anything is played. */
export interface ReviewQuestion {
  readonly study: NamedStudy;
  /** Scenarios that it is held against. */
  readonly others: readonly NamedStudy[];
  /** Undefined when no drills were given. */
  readonly drills: readonly Drill[] | undefined;
  readonly since: EarlierReview | undefined;
  /** What a sizing of it found; undefined when none was given. */
  readonly sizing: ReviewedSizing | undefined;
  readonly asOf: Instant;
  readonly numbers: RunNumbers;
  /** How the inputs are drawn that nobody knows exactly. */
  readonly asked: DrawNumbers;
  readonly command: readonly string[];
  readonly stages: Stages;
}

/** A compiled scenario and the file that it was read from. */
export interface NamedStudy extends CompiledStudy {
  readonly file: string;
}

/** Each plan that is tried for what drives the result is struck by so many, or by as many as the run has. */
const EXPLAINED_INCIDENTS = 4096;
/** The tail of fewer is a handful, which explains nothing. */
const LEAST_EXPLAINED = 200;

/** Enough for the P95 of a year. */
const YEARS = 1000;

/**
 * Plays everything that a review tells of.
 *
 * @throws Interruption when the reader interrupts it: half of a review is none.
 */
export async function playReview(question: ReviewQuestion, world: World): Promise<Review> {
  const { study, others, drills, since, sizing, asOf, numbers, asked, command, stages } = question;
  stages.begin('playing the incidents');
  const runs = [await playOne(study, numbers, world)];
  const incidents = Math.max(LEAST_EXPLAINED, Math.min(EXPLAINED_INCIDENTS, numbers.incidents));
  stages.begin('looking for what drives the result');
  const explanation = await playExplanation(
    { ...study, file: shownFile(study.file) },
    {
      question: { metrics: EXPLAINED_METRICS, quantile: 'p95', confidence: CONFIDENCE },
      numbers: { ...numbers, incidents },
    },
    world,
  );
  stages.begin('playing years');
  const years = await playedYears(study, numbers, world);
  stages.begin('playing what it is held against');
  for (const other of others) runs.push(await playOne(other, numbers, world));
  const drawn = await playComparedDraws([study, ...others], { runs, asked, numbers }, world);
  return reviewOfRuns(
    drawn,
    { plan: study.plan, scenario: study.scenario, drills, asOf },
    { explanation, years, since, sizing, command },
  );
}

async function playOne({ file, scenario, plan }: NamedStudy, numbers: RunNumbers, world: World): Promise<ComparedRun> {
  const outcomes = await playPlan(plan, numbers, world);
  const origin = { version: VERSION, file: shownFile(file), sha256: sha256Of(scenario) };
  return { scenario, outcomes, summary: summarise(outcomes, summaryContext(scenario, origin, plan)) };
}

/** Undefined where the scenario is not about a year, or does not say how often its incidents strike. */
async function playedYears(
  { file, scenario }: NamedStudy,
  { seed, workers }: RunNumbers,
  world: World,
): Promise<YearsSummary | undefined> {
  if (!isWholeYear(scenario)) return undefined;
  try {
    const study = { file: shownFile(file), scenario, plan: compileYears(scenario) };
    return (await playYears(study, { years: YEARS, seed, workers }, world)).summary;
  } catch (error) {
    if (error instanceof UnplayableError) return undefined;
    throw error;
  }
}
