import type { ComparedRun } from '../study/compare.js';
import { withUncertainty } from '../study/uncertainty/judge-by-draws.js';
import type { DrawNumbers } from './draw-options.js';
import { drawsOf, playKnownApart, requireUncertain } from './played-draws.js';
import type { CompiledStudy, RunNumbers } from './played-study.js';
import type { World } from './world.js';

/**
 * Runs that are held against each other, with what is not known of their inputs: all are drawn where one of them says how well a
 * value is known, or draws are asked for, and what has the same name in two scenarios is the same in each draw.
 *
 * @param studies of the runs, in their order.
 * @throws Refusal when draws were asked for, and nothing of any of them is uncertain.
 * @throws Interruption when the reader interrupts it.
 */
export async function playComparedDraws(
  studies: readonly CompiledStudy[],
  {
    runs,
    asked,
    numbers,
  }: { readonly runs: readonly ComparedRun[]; readonly asked: DrawNumbers; readonly numbers: RunNumbers },
  world: World,
): Promise<readonly ComparedRun[]> {
  const { assumptionsCount } = asked;
  const draws = drawsOf(
    studies.map(({ scenario }) => scenario),
    asked,
  );
  if (draws === undefined) return runs;
  if (draws === 0) return runs.map((run) => ({ ...run, summary: { ...run.summary, draws } }));
  requireUncertain(studies, assumptionsCount);
  const drawn: ComparedRun[] = [];
  for (const [index, run] of runs.entries()) {
    const { uncertainty, plays } = await playKnownApart(studies[index], { draws, assumptionsCount }, numbers, world);
    const summary = uncertainty === null ? { ...run.summary, draws } : withUncertainty(run.summary, uncertainty);
    drawn.push({ ...run, summary, drawn: plays });
  }
  return drawn;
}
