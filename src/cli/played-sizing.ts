import { NoCostPerYear } from '../study/size/candidate-run.js';
import { looksOf, SizingStudy } from '../study/size/sizing-study.js';
import type { Sizing, SizingEnd } from '../study/size/sizing.js';
import { candidateInDraws, type CandidateInDraws } from '../study/size/choice-in-draws.js';
import { CONFIDENCE } from '../study/summarise.js';
import type { DrawNumbers } from './draw-options.js';
import { drawsOf, playKnownApart, requireUncertain } from './played-draws.js';
import { Interruption } from './interruption.js';
import { playRange, type RunNumbers } from './played-study.js';
import { Refusal } from './refusal.js';
import type { AskedSizing } from './sizing-question.js';
import type { World } from './world.js';

/**
 * Plays the combinations of a sizing from look to look, those in question only, until the choice is settled, all that is
 * allowed was played, or the reader interrupts: then as they stood at the last look. Then the chosen one and the next cheaper
 * one are played as their inputs may truly be, where draws are asked for or a scenario says how well a value is known.
 *
 * @throws Interruption when not all were looked at until then, or while inputs were drawn.
 * @throws Refusal when a year of a combination has no cost, or draws are asked for and nothing is uncertain.
 */
export async function playSizing(
  { combinations, scenarios, currency, asked, ...question }: AskedSizing & { readonly asked: DrawNumbers },
  numbers: Pick<RunNumbers, 'seed' | 'workers' | 'incidents'>,
  world: World,
): Promise<Sizing> {
  const draws = drawsOf(
    combinations.map(({ scenario }) => scenario),
    asked,
  );
  if (draws !== undefined && draws > 0) requireUncertain(combinations, asked.assumptionsCount);
  const study = new SizingStudy(combinations, question);
  const end = await playToEnd(study, numbers, world);
  const sizing = study.sizing(end, scenarios, currency);
  if (draws === undefined) return sizing;
  return withDraws(sizing, { combinations, requirements: question.requirements, draws, asked }, numbers, world);
}

/** The chosen combination and the next cheaper one as their inputs may truly be; nothing where none was chosen. */
async function withDraws(
  sizing: Sizing,
  {
    combinations,
    requirements,
    draws,
    asked: { assumptionsCount },
  }: Pick<AskedSizing, 'combinations' | 'requirements'> & { readonly draws: number; readonly asked: DrawNumbers },
  numbers: Pick<RunNumbers, 'seed' | 'workers' | 'incidents'>,
  world: World,
): Promise<Sizing> {
  const { chosen, neighbours } = sizing;
  if (draws === 0 || chosen === null || sizing.end === 'interrupted')
    return { ...sizing, draws: chosen === null ? draws : 0 };
  const cheaper = neighbours?.cheaper ?? null;
  const looked = [chosen, ...(cheaper === null ? [] : [cheaper])];
  const candidates: CandidateInDraws[] = [];
  let incidents = 0;
  for (const candidate of looked) {
    const combination = combinations[candidate];
    const { uncertainty, drawn } = await playKnownApart(combination, { draws, assumptionsCount }, numbers, world);
    const { measured, assumed } = uncertainty?.inputs ?? { measured: 0, assumed: 0 };
    const played = { candidate, inputs: measured + assumed, drawn };
    candidates.push(candidateInDraws(requirements, played, CONFIDENCE));
    incidents = drawn.incidents;
  }
  const known = { draws, incidents, credibility: CONFIDENCE, assumptionsCount: assumptionsCount ?? null };
  return { ...sizing, draws, uncertainty: { ...known, candidates } };
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
