import { drawStandardGamma } from '../../../distributions/gamma-draw.js';
import { occasions } from '../../../random/occasion.js';
import type { Chance } from '../../../random/chance.js';
import { leastSquares } from '../../../statistics/least-squares.js';
import type { NormalInverseGamma } from '../../../statistics/normal-posterior.js';
import { shrunk } from '../../../statistics/partial-information.js';
import { drawNormal, drawShare, type Parameter } from '../../../study/uncertainty/draw-plans.js';
import { credibleVerdict } from '../../../study/uncertainty/judge-by-draws.js';
import { beliefOf, type UncertainInput } from '../../../study/uncertainty/uncertain-inputs.js';
import type { DrillsNeeded } from './drill-advice.js';
import { columnOf, featuresOf } from './features.js';

/** What is drawn, and how the verdict of each draw stands. */
export interface OpenVerdict {
  readonly inputs: readonly UncertainInput[];
  readonly parameters: readonly Parameter[];
  /** Per input, whether a full drill measures it once. */
  readonly isDrilled: readonly boolean[];
  /** Of the draws, on a scale on which it varies; the verdict is whether it is at most the threshold. */
  readonly results: Float64Array;
  readonly threshold: number;
  /** Strictly between 0 and 1. */
  readonly credibility: number;
  readonly seed: number;
}

/** More drills than that nobody will hold for a verdict. */
export const MOST_DRILLS = 50;
/** With this probability the verdict is to be credible afterwards. */
const WANTED_CHANCE = 0.8;
/** Worlds that may be the true one, and draws of what is known in each after the drills. */
const WORLDS = 200;
const DRAWS = 400;

/**
 * How many full drills would settle a verdict: the fewest after which, with 80 % probability, one of the two is credible
 * (preposterior analysis). Worlds are drawn from what is known; in each, drills are carried out; what they teach is the exact update
 * of what is known; and the verdict is judged by draws of that.
 *
 * No incidents are played for it: the result is told from the values by least squares on their powers, each by itself, and
 * what these leave unexplained is nothing that drills lessen.
 *
 * @source Raiffa, Schlaifer: Applied Statistical Decision Theory (1961), on preposterior analysis; Strong, Oakley, Brennan,
 *   Breeze: Estimating the expected value of sample information using the probabilistic sensitivity analysis sample, Medical
 *   Decision Making 35 (2015), on doing it by regression.
 */
export function drillsNeeded(open: OpenVerdict): DrillsNeeded {
  const told = tellFrom(open);
  const chances = new Map<number, number>();
  const chanceOf = (drills: number): number => {
    const known = chances.get(drills) ?? settledShare(open, told, drills);
    chances.set(drills, known);
    return known;
  };
  const answer = (needed: number | null): DrillsNeeded => ({
    needed,
    most: MOST_DRILLS,
    chance: chanceOf(needed ?? MOST_DRILLS),
    learnable: told.learnable,
    explained: told.explained,
  });
  if (!open.isDrilled.includes(true) || chanceOf(MOST_DRILLS) < WANTED_CHANCE) return answer(null);
  let [few, enough] = [0, MOST_DRILLS];
  while (enough - few > 1) {
    const middle = (few + enough) >> 1;
    if (chanceOf(middle) >= WANTED_CHANCE) enough = middle;
    else few = middle;
  }
  return answer(enough);
}

/** How a result follows from the values, as far as they tell it each by itself. */
interface Teller {
  /** From the values of one drilled input. */
  readonly parts: readonly { readonly input: number; readonly of: (values: readonly number[]) => number }[];
  /** Of each draw what drills do not measure, and what no value tells. */
  readonly rest: Float64Array;
  readonly learnable: number;
  readonly explained: number;
}

function tellFrom({ inputs, parameters, isDrilled, results }: OpenVerdict): Teller {
  const features = usableFeatures(parameters, results.length);
  const fit = leastSquares(
    features.map((feature) => columnOf(feature, parameters)),
    results,
  );
  const { factor, residuals } = shrunk(fit, results);
  const mean = results.reduce((sum, value) => sum + value, 0) / results.length;
  const fittedMean = fit.fitted.reduce((sum, value) => sum + value, 0) / results.length;
  const parts = inputs.flatMap((_, input) => {
    if (!isDrilled[input]) return [];
    const numbers = parameters.flatMap((parameter, number) => (parameter.input === input ? [number] : []));
    const own = features.flatMap((feature, index) => {
      const place = numbers.indexOf(feature.parameter);
      return place < 0 ? [] : [{ of: feature.of, place, slope: factor * fit.coefficients[index] }];
    });
    const of = (values: readonly number[]): number =>
      own.reduce((sum, each) => sum + each.slope * each.of(values[each.place]), 0);
    return [{ input, numbers, of }];
  });
  const drilled = results.map((_, draw) =>
    parts.reduce((sum, { numbers, of }) => sum + of(numbers.map((number) => parameters[number].values[draw])), 0),
  );
  const rest = results.map(
    (_, draw) => mean + factor * (fit.fitted[draw] - fittedMean) - drilled[draw] + residuals[draw],
  );
  const told = varianceOf(drilled);
  return { parts, rest, learnable: told / (told + varianceOf(rest)), explained: Math.max(0, fit.adjusted) };
}

/** Half as many features as draws at most: the lower powers of all before the higher ones of any. */
function usableFeatures(parameters: readonly Parameter[], draws: number): ReturnType<typeof featuresOf> {
  const all = featuresOf(parameters);
  if (all.length <= draws / 4) return all;
  return all
    .filter(({ parameter }, index) => index === 0 || all[index - 1].parameter !== parameter)
    .slice(0, draws / 4);
}

function varianceOf(values: Float64Array): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
}

/** In which share of the worlds the verdict is credible after so many drills. */
function settledShare(open: OpenVerdict, { parts, rest }: Teller, drills: number): number {
  const { inputs, threshold, credibility, seed } = open;
  const learned = parts.map(({ input, of }) => ({
    of,
    learn: learnerOf(inputs[input], drills),
    chances: occasions(seed, `next/${inputs[input].path}`),
  }));
  const others = occasions(seed, 'next/others');
  let settled = 0;
  for (let world = 0; world < WORLDS; world++) {
    const draws = learned.map(({ of, learn, chances }) => ({ of, draw: learn(chances.at(world, 0)), chances }));
    let kept = 0;
    for (let draw = 0; draw < DRAWS; draw++) {
      let result = rest[Math.floor(others.at(world, draw).uniform() * rest.length)];
      for (const one of draws) result += one.of(one.draw(one.chances.at(world, draw + 1)));
      if (result <= threshold) kept++;
    }
    if (credibleVerdict(kept / DRAWS, credibility) !== 'undecided') settled++;
  }
  return settled / WORLDS;
}

/** Carries out drills in a world that may be the true one, and gives draws of what is then known: values of its parameters. */
type Learner = (world: Chance) => (chance: Chance) => readonly number[];

function learnerOf({ value, countsAs }: UncertainInput, drills: number): Learner {
  if (value.kind === 'share') {
    return (world) => {
      const truth = drawShare(value.share, countsAs, world);
      let failed = 0;
      for (let drill = 0; drill < drills; drill++) if (world.uniform() < truth) failed++;
      const after = (value.share * countsAs + failed) / (countsAs + drills);
      return (chance) => [drawShare(after, countsAs + drills, chance)];
    };
  }
  const before = beliefOf(value.law, countsAs);
  const middle = Math.sqrt(before.beta / (before.alpha - 1));
  return (world) => {
    const truth = drawNormal(before, world);
    const after = afterDrills(before, truth, { drills, chance: world });
    return (chance) => {
      const { mean, sd } = drawNormal(after, chance);
      return [mean - before.mu, Math.log(sd / middle)];
    };
  };
}

/** What is known after so many values of a normal law: by their mean and their squares, which are independent. */
function afterDrills(
  { mu, kappa, alpha, beta }: NormalInverseGamma,
  { mean, sd }: { readonly mean: number; readonly sd: number },
  { drills, chance }: { readonly drills: number; readonly chance: Chance },
): NormalInverseGamma {
  const observed = mean + (sd * chance.normal()) / Math.sqrt(drills);
  const squares = drills < 2 ? 0 : 2 * sd * sd * drawStandardGamma((drills - 1) / 2, chance);
  const shift = observed - mu;
  return {
    mu: (kappa * mu + drills * observed) / (kappa + drills),
    kappa: kappa + drills,
    alpha: alpha + drills / 2,
    beta: beta + squares / 2 + (kappa * drills * shift * shift) / (2 * (kappa + drills)),
  };
}
