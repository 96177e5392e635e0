import { exp } from '../../arithmetic/exp.js';
import { log } from '../../arithmetic/log.js';
import { drawStandardGamma } from '../../distributions/gamma-draw.js';
import { stretcherOf } from '../../distributions/stretch-law.js';
import type { Plan } from '../../plan/plan.js';
import type { Chance } from '../../random/chance.js';
import { occasions } from '../../random/occasion.js';
import type { NormalInverseGamma } from '../../statistics/normal-posterior.js';
import { beliefOf, type UncertainInput } from './uncertain-inputs.js';

/** What one uncertain value is in each of some draws. */
export interface Parameter {
  /** Which of the inputs it belongs to, from 0. */
  readonly input: number;
  /** By how much the logarithm is shifted, the logarithm of the factor of its standard deviation, or a share itself. */
  readonly what: 'shift' | 'log-factor' | 'share';
  /** One value per draw. */
  readonly values: Float64Array;
}

/** Plans that may all be the true one, and what makes them differ. */
export interface DrawnPlans {
  readonly plans: readonly Plan[];
  readonly parameters: readonly Parameter[];
}

/** A mean and a standard deviation. */
interface NormalDraw {
  readonly mean: number;
  readonly sd: number;
}

/**
 * Plans in which every uncertain value is one that it may truly be. A value is drawn by its own name and the number of the
 * draw, so that it is the same whatever other values are uncertain.
 *
 * @param draws how many; at least 1.
 */
export function drawPlans(
  plan: Plan,
  inputs: readonly UncertainInput[],
  { seed, draws }: { readonly seed: number; readonly draws: number },
): DrawnPlans {
  const plans = Array.from({ length: draws }, () => plan);
  const parameters = inputs.flatMap((input, index) => {
    const chances = occasions(seed, `uncertainty/${input.path}`);
    const parameter = (what: Parameter['what']): Parameter => {
      return { input: index, what, values: new Float64Array(draws) };
    };
    const { value, countsAs } = input;
    if (value.kind === 'share') {
      const share = parameter('share');
      for (const [draw, to] of plans.entries()) {
        share.values[draw] = drawShare(value.share, countsAs, chances.at(draw, 0));
        plans[draw] = value.put(to, share.values[draw]);
      }
      return [share];
    }
    const stretched = stretcherOf(value.law);
    const belief = beliefOf(value.law, countsAs);
    const [shift, factor] = [parameter('shift'), parameter('log-factor')];
    const middle = Math.sqrt(belief.beta / (belief.alpha - 1));
    for (const [draw, to] of plans.entries()) {
      const { mean, sd } = drawNormal(belief, chances.at(draw, 0));
      shift.values[draw] = mean - belief.mu;
      factor.values[draw] = log(sd / middle);
      const stretch = { shift: shift.values[draw], factor: exp(factor.values[draw]) };
      plans[draw] = value.put(to, stretched(stretch));
    }
    // A fixed value has no spread that could be another.
    return value.law.kind === 'fixed' ? [shift] : [shift, factor];
  });
  return { plans, parameters };
}

/**
 * One mean and standard deviation of a normal law that may be the true ones.
 *
 * @source Gelman et al.: Bayesian Data Analysis, third edition (2013), section 3.3.
 */
export function drawNormal({ mu, kappa, alpha, beta }: NormalInverseGamma, chance: Chance): NormalDraw {
  const score = chance.normal();
  const sd = Math.sqrt(beta / drawStandardGamma(alpha, chance));
  return { mean: mu + (score * sd) / Math.sqrt(kappa), sd };
}

/**
 * A share that may be the true one: beta, with the share as its mean, as known from so many cases.
 *
 * @param share strictly between 0 and 1.
 */
export function drawShare(share: number, countsAs: number, chance: Chance): number {
  const yes = drawStandardGamma(share * countsAs, chance);
  const no = drawStandardGamma((1 - share) * countsAs, chance);
  // Of few cases both may be too small for a number: then one is as good as the other.
  return yes + no > 0 ? yes / (yes + no) : share;
}
