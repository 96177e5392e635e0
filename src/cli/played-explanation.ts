import type { ExplainQuestion } from '../study/explain/explain.js';
import { explainPlan } from '../study/explain/explain-plan.js';
import type { Explanation } from '../study/explain/explanation.js';
import type { Plays, PlaysOutcomes } from '../study/explain/plays-recorder.js';
import { summarise } from '../study/summarise.js';
import { summaryContext } from '../study/summary-context.js';
import { VERSION } from '../version.js';
import { Interruption } from './interruption.js';
import { hearing, playPlan, withPlayer, type CompiledStudy, type RunNumbers } from './played-study.js';
import { sha256Of } from './scenario-file.js';
import { beginSharedPlays } from './shared-run.js';
import type { World } from './world.js';

/**
 * Plays the plan as it is, then each input drawn anew and each change, then what matters fixed low and high.
 *
 * @param file by which name the scenario is told.
 * @throws Interruption when the reader interrupts it: half of an explanation is none.
 */
export async function playExplanation(
  { file, scenario, plan }: CompiledStudy & { readonly file: string },
  { question, numbers }: { readonly question: ExplainQuestion; readonly numbers: RunNumbers },
  world: World,
): Promise<Explanation> {
  const { seed, incidents } = numbers;
  const outcomes = await playPlan(plan, numbers, world);
  const origin = { version: VERSION, file, sha256: sha256Of(scenario) };
  const summary = summarise(outcomes, summaryContext(scenario, origin, plan));
  return explainPlan({ scenario, plan, seed, incidents, summary }, question, (plans, isInDetail) =>
    playPlans({ seed, incidents, plans, isInDetail }, numbers, world),
  );
}

async function playPlans(plays: Plays, { seed, workers }: RunNumbers, world: World): Promise<PlaysOutcomes> {
  const range = { from: 0, to: plays.plans.length * plays.incidents };
  return withPlayer(beginSharedPlays(plays), { seed, workers, range }, world, async (player) => {
    await hearing(player, world, () => player.playTo(range.to));
    if (player.isStopped) throw new Interruption('Interrupted: there is no explanation.');
    return player.outcomes;
  });
}
