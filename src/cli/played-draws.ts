import type { Scenario } from '../scenario/scenario.js';
import type { PlaysOutcomes } from '../study/explain/plays-recorder.js';
import { drawnMetrics, type DrawnMetrics } from '../study/uncertainty/drawn-metrics.js';
import { drawPlans, type Parameter } from '../study/uncertainty/draw-plans.js';
import { withUncertainty } from '../study/uncertainty/judge-by-draws.js';
import { summariseUncertainty } from '../study/uncertainty/summarise-uncertainty.js';
import { uncertainInputs, type UncertainInput } from '../study/uncertainty/uncertain-inputs.js';
import { CONFIDENCE } from '../study/summarise.js';
import type { Summary } from '../study/summary.js';
import type { UncertaintySummary } from '../study/uncertainty/uncertainty-summary.js';
import type { DrawNumbers } from './draw-options.js';
import { Interruption } from './interruption.js';
import { hearing, withPlayer, type CompiledStudy, type RunNumbers } from './played-study.js';
import { Refusal } from './refusal.js';
import { beginSharedPlays } from './shared-run.js';
import type { World } from './world.js';

/** Where a scenario says how well a value is known, it is told what follows from that. */
const USUAL_DRAWS = 200;
/** Enough for the P95 of one draw; the luck is the same in all, so what it adds hardly differs between them. */
const MOST_INCIDENTS = 2048;

/** Draws that were played. */
export interface PlayedDraws {
  readonly inputs: readonly UncertainInput[];
  readonly parameters: readonly Parameter[];
  readonly drawn: DrawnMetrics;
  readonly assumptionsCount: number | null;
}

/** By how many incidents, and on which luck. */
type DrawnRun = Pick<RunNumbers, 'incidents' | 'seed' | 'workers'>;

/** The same, incident by incident. */
export interface DrawnPlays extends Pick<PlayedDraws, 'inputs' | 'parameters'> {
  readonly outcomes: PlaysOutcomes;
}

/**
 * Draws the inputs that nobody knows exactly, and strikes each draw by as many incidents, the first of their seed. Where
 * nothing is uncertain all draws are the one that is played.
 *
 * @throws Interruption when the reader interrupts it.
 */
async function playDrawnPlans(
  { scenario, plan }: CompiledStudy,
  { draws, assumptionsCount }: { readonly draws: number; readonly assumptionsCount: number | undefined },
  { incidents, seed, workers }: DrawnRun,
  world: World,
): Promise<DrawnPlays> {
  const inputs = uncertainInputs(plan, scenario, assumptionsCount);
  const isKnown = inputs.length === 0;
  const { plans, parameters } = drawPlans(plan, inputs, { seed, draws: isKnown ? 1 : draws });
  const range = { from: 0, to: plans.length * incidents };
  const begun = beginSharedPlays({ seed, incidents, plans, isInDetail: false });
  const outcomes = await withPlayer(begun, { seed, workers, range }, world, async (player) => {
    await hearing(player, world, () => player.playTo(range.to));
    if (player.isStopped) throw new Interruption('Interrupted while inputs were drawn: there is no answer.');
    return player.outcomes;
  });
  const plays = isKnown ? Array.from({ length: draws }, () => outcomes.plays[0]) : outcomes.plays;
  return { inputs, parameters, outcomes: { ...outcomes, plays } };
}

/**
 * Draws the inputs that nobody knows exactly, and strikes each draw by as many incidents, the first of their seed.
 *
 * @throws Refusal when nothing is uncertain.
 * @throws Interruption when the reader interrupts it.
 */
export async function playDraws(
  study: CompiledStudy,
  asked: { readonly draws: number; readonly assumptionsCount: number | undefined },
  run: DrawnRun,
  world: World,
): Promise<PlayedDraws> {
  requireUncertain([study], asked.assumptionsCount);
  const { inputs, parameters, outcomes } = await playDrawnPlans(study, asked, run, world);
  return { inputs, parameters, drawn: drawnMetrics(outcomes), assumptionsCount: asked.assumptionsCount ?? null };
}

/** @throws Refusal when nothing of any scenario is uncertain. */
export function requireUncertain(studies: readonly CompiledStudy[], assumptionsCount: number | undefined): void {
  if (studies.some(({ plan, scenario }) => uncertainInputs(plan, scenario, assumptionsCount).length > 0)) return;
  throw new Refusal(
    '--draws: no input of the scenario is uncertain',
    'write "counts-as: 5" beside a value and its source',
  );
}

/**
 * How many draws are played of scenarios that are told of together: as many as are asked for, else the usual number where
 * one of them says how well a value is known; undefined where there is no reason to.
 */
export function drawsOf(
  scenarios: readonly Pick<Scenario, 'provenance'>[],
  { draws }: DrawNumbers,
): number | undefined {
  const isTold = scenarios.some(({ provenance }) => provenance.some(({ countsAs }) => countsAs !== undefined));
  return draws ?? (isTold ? USUAL_DRAWS : undefined);
}

/** What is not known of a scenario, and the plays that show it, incident by incident. */
export interface KnownApart {
  /** Null where nothing of the scenario is uncertain. */
  readonly uncertainty: UncertaintySummary | null;
  readonly drawn: DrawnMetrics;
  readonly plays: PlaysOutcomes['plays'];
}

/**
 * What is not known of the inputs of a scenario, apart from chance.
 *
 * @param run how many incidents the run itself has: each draw is struck by the first of them.
 * @throws Interruption when the reader interrupts it.
 */
export async function playKnownApart(
  study: CompiledStudy,
  asked: { readonly draws: number; readonly assumptionsCount: number | undefined },
  run: DrawnRun,
  world: World,
): Promise<KnownApart> {
  const incidents = Math.min(run.incidents, MOST_INCIDENTS);
  const { inputs, outcomes } = await playDrawnPlans(study, asked, { ...run, incidents }, world);
  const drawn = drawnMetrics(outcomes);
  const context = {
    inputs,
    assumptionsCount: asked.assumptionsCount ?? null,
    objectives: study.scenario.objectives,
    credibility: CONFIDENCE,
  };
  const uncertainty = inputs.length === 0 ? null : summariseUncertainty(drawn, context);
  return { uncertainty, drawn, plays: outcomes.plays };
}

/**
 * A summary with what is not known of its inputs, where draws are asked for, or the scenario says how well a value is known.
 *
 * @throws Refusal when nothing is uncertain, and draws were asked for.
 * @throws Interruption when the reader interrupts it.
 */
export async function playUncertainty(
  study: CompiledStudy,
  { summary, asked }: { readonly summary: Summary; readonly asked: DrawNumbers },
  run: DrawnRun,
  world: World,
): Promise<{ readonly summary: Summary; readonly drawn: DrawnMetrics | undefined }> {
  const wanted = drawsOf([study.scenario], asked);
  const draws = wanted !== undefined && summary.end.reason === 'interrupted' ? 0 : wanted;
  if (draws === undefined) return { summary, drawn: undefined };
  if (draws === 0) return { summary: { ...summary, draws }, drawn: undefined };
  const { assumptionsCount } = asked;
  requireUncertain([study], assumptionsCount);
  const { uncertainty, drawn } = await playKnownApart(study, { draws, assumptionsCount }, run, world);
  return { summary: uncertainty === null ? summary : withUncertainty(summary, uncertainty), drawn };
}
