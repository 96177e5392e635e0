import { drawnMetrics, type DrawnMetrics } from '../study/uncertainty/drawn-metrics.js';
import { drawPlans, type Parameter } from '../study/uncertainty/draw-plans.js';
import { withUncertainty } from '../study/uncertainty/judge-by-draws.js';
import { summariseUncertainty } from '../study/uncertainty/summarise-uncertainty.js';
import { uncertainInputs, type UncertainInput } from '../study/uncertainty/uncertain-inputs.js';
import { CONFIDENCE } from '../study/summarise.js';
import type { Summary } from '../study/summary.js';
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

/**
 * Draws the inputs that nobody knows exactly, and strikes each draw by as many incidents, the first of their seed.
 *
 * @throws Refusal when nothing is uncertain.
 * @throws Interruption when the reader interrupts it.
 */
export async function playDraws(
  { scenario, plan }: CompiledStudy,
  { draws, assumptionsCount }: { readonly draws: number; readonly assumptionsCount: number | undefined },
  { incidents, seed, workers }: DrawnRun,
  world: World,
): Promise<PlayedDraws> {
  const inputs = uncertainInputs(plan, scenario, assumptionsCount);
  if (inputs.length === 0) {
    throw new Refusal(
      '--draws: no input of the scenario is uncertain',
      'write "counts-as: 5" beside a value and its source',
    );
  }
  const { plans, parameters } = drawPlans(plan, inputs, { seed, draws });
  const range = { from: 0, to: draws * incidents };
  const begun = beginSharedPlays({ seed, incidents, plans, isInDetail: false });
  const outcomes = await withPlayer(begun, { seed, workers, range }, world, async (player) => {
    await hearing(player, world, () => player.playTo(range.to));
    if (player.isStopped) throw new Interruption('Interrupted while inputs were drawn: there is no answer.');
    return player.outcomes;
  });
  return { inputs, parameters, drawn: drawnMetrics(outcomes), assumptionsCount: assumptionsCount ?? null };
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
  const { scenario } = study;
  const isTold = scenario.provenance.some(({ countsAs }) => countsAs !== undefined);
  const isOver = summary.end.reason === 'interrupted';
  const draws =
    isOver && (isTold || asked.draws !== undefined) ? 0 : (asked.draws ?? (isTold ? USUAL_DRAWS : undefined));
  if (draws === undefined) return { summary, drawn: undefined };
  if (draws === 0) return { summary: { ...summary, draws }, drawn: undefined };
  const { assumptionsCount } = asked;
  const played = await playDraws(
    study,
    { draws, assumptionsCount },
    { ...run, incidents: Math.min(run.incidents, MOST_INCIDENTS) },
    world,
  );
  const uncertainty = summariseUncertainty(played.drawn, {
    inputs: played.inputs,
    assumptionsCount: played.assumptionsCount,
    objectives: scenario.objectives,
    credibility: CONFIDENCE,
  });
  return { summary: withUncertainty(summary, uncertainty), drawn: played.drawn };
}
