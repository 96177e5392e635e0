import { NoCostPerYear } from '../study/size/candidate-run.js';
import { looksOf, SizingStudy } from '../study/size/sizing-study.js';
import type { Sizing, SizingEnd } from '../study/size/sizing.js';
import { Interruption } from './interruption.js';
import { playRange, type RunNumbers } from './played-study.js';
import { Refusal } from './refusal.js';
import type { AskedSizing } from './sizing-question.js';
import type { World } from './world.js';

/**
 * Plays the combinations of a sizing from look to look, those in question only, until the choice is settled, all that is
 * allowed was played, or the reader interrupts: then as they stood at the last look.
 *
 * @throws Interruption when not all were looked at until then.
 * @throws Refusal when a year of a combination has no cost.
 */
export async function playSizing(
  { combinations, scenarios, currency, ...question }: AskedSizing,
  numbers: Pick<RunNumbers, 'seed' | 'workers' | 'incidents'>,
  world: World,
): Promise<Sizing> {
  const study = new SizingStudy(combinations, question);
  const end = await playToEnd(study, numbers, world);
  return study.sizing(end, scenarios, currency);
}

async function playToEnd(
  study: SizingStudy,
  numbers: Pick<RunNumbers, 'seed' | 'workers' | 'incidents'>,
  world: World,
): Promise<SizingEnd> {
  try {
    for (const look of looksOf(numbers.incidents)) {
      await playToLook(study, look, numbers, world);
      lookAt(study);
      if (study.isSettled) return 'settled';
    }
    return 'ceiling';
  } catch (error) {
    if (!(error instanceof Interruption)) throw error;
    if (study.hasAnswer) return 'interrupted';
    throw new Interruption('Interrupted before every combination was struck: there is no answer.');
  }
}

/** What is played is added when all of them were: an interruption leaves all as they were. */
async function playToLook(
  study: SizingStudy,
  look: number,
  { seed, workers }: Pick<RunNumbers, 'seed' | 'workers'>,
  world: World,
): Promise<void> {
  const played = [];
  for (const candidate of study.inQuestion) {
    const { combination, incidents } = study.runOf(candidate);
    const range = { from: incidents, to: look };
    played.push({ candidate, outcomes: await playRange(combination.plan, { seed, workers, range }, world) });
  }
  for (const { candidate, outcomes } of played) study.add(candidate, outcomes);
}

function lookAt(study: SizingStudy): void {
  try {
    study.look();
  } catch (error) {
    if (!(error instanceof NoCostPerYear)) throw error;
    throw new Refusal(
      'size: expected a cost per year of every combination, found none',
      'say how often each kind of incident strikes, and what one without a recovery costs',
    );
  }
}
