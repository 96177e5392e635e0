import { requirePositive } from './domain.js';
import type { Law, Mixture } from './law.js';
import type { LawFamily } from './law-family.js';

/**
 * One of the laws, chosen by weight. Weights need not sum to 1; here they are made to.
 *
 * @throws RangeError when there is no part, or a weight is not positive.
 */
export function mixture(parts: readonly { readonly weight: number; readonly law: Law }[]): Mixture {
  if (parts.length === 0) throw new RangeError('Mixture: at least one part is needed, there is none');
  let total = 0;
  for (const { weight } of parts) {
    requirePositive('Mixture: every weight', weight);
    total += weight;
  }
  return { kind: 'mixture', parts: parts.map(({ weight, law }) => ({ weight: weight / total, law })) };
}

/** The weighted mean over the parts of what `ask` gives for each. */
function weigh({ parts }: Mixture, ask: (law: Law) => number): number {
  let sum = 0;
  for (const { weight, law } of parts) sum += weight * ask(law);
  return sum;
}

/**
 * The part that u, from 0 to 1, falls to when the weights are laid end to end. The last takes what rounding left over.
 */
function partAt({ parts }: Mixture, u: number): Law {
  let reached = 0;
  for (const { weight, law } of parts) {
    reached += weight;
    if (u < reached) return law;
  }
  return parts[parts.length - 1].law;
}

/**
 * The family of mixtures, given how to ask any law: a mixture may hold every kind, mixtures included.
 *
 * @source G. McLachlan, D. Peel, "Finite Mixture Models" (2000), chapter 1.
 */
export function mixtureFamilyOver(anyLaw: LawFamily<Law>): LawFamily<Mixture> {
  const family: LawFamily<Mixture> = {
    density: (mix, x) => weigh(mix, (law) => anyLaw.density(law, x)),
    cumulative: (mix, x) => weigh(mix, (law) => anyLaw.cumulative(law, x)),
    survival: (mix, x) => weigh(mix, (law) => anyLaw.survival(law, x)),
    quantile(mix, p) {
      const ends = mix.parts.map(({ law }) => anyLaw.quantile(law, p));
      // Above the middle the survival decides, because 1 − p keeps the digits that p has lost.
      const reaches =
        p <= 0.5 ? (x: number) => family.cumulative(mix, x) >= p : (x: number) => family.survival(mix, x) <= 1 - p;
      return smallestWhere(reaches, { from: Math.min(...ends), to: Math.max(...ends) });
    },
    mean: (mix) => weigh(mix, (law) => anyLaw.mean(law)),
    variance(mix) {
      const mean = family.mean(mix);
      return weigh(mix, (law) => {
        const offset = anyLaw.mean(law) - mean;
        return anyLaw.variance(law) + offset * offset;
      });
    },
    sample: (mix, chance) => anyLaw.sample(partAt(mix, chance.uniform()), chance),
  };
  return family;
}

/** The smallest number of the range where a statement holds that, once true, stays true; it is taken to hold at `to`. */
function smallestWhere(holds: (x: number) => boolean, { from, to }: { from: number; to: number }): number {
  if (from === to || holds(from)) return from;
  let below = from;
  let above = to;
  for (;;) {
    const middle = below + (above - below) / 2;
    if (!(middle > below && middle < above)) return above;
    if (holds(middle)) above = middle;
    else below = middle;
  }
}
