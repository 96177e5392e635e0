import type { Chance } from '../random/chance.js';
import { drawStandardGamma } from './gamma-draw.js';
import { mean, quantile, sample } from './families.js';
import type { Clamped, Law } from './law.js';
import { mixture } from './mixture.js';
import { triangular } from './triangular.js';
import { uniform } from './uniform.js';
import { power } from '../arithmetic/power.js';

/**
 * How long a period of a law has lasted when a random instant falls into it: the equilibrium law, with density
 * (1 − F(x)) / mean. Long periods are met more often than short ones, so this is no uniform share of a common period.
 * It is plain data, because a plan holds it, and every kind is drawn exactly: there is no table and no error.
 */
export type Equilibrium =
  /** The age has a law that we know. */
  | { readonly kind: 'known'; readonly law: Law }
  /** A uniform share of a period, whose length has the law of those that a random instant meets. */
  | { readonly kind: 'share'; readonly met: Law }
  /** The same, where that length is scale × G^power and G is gamma with scale 1: of a Weibull law. */
  | { readonly kind: 'share-of-power'; readonly shape: number; readonly scale: number; readonly power: number }
  /** A uniform number from 0 to `end`, drawn again until a draw of the law outlasts it: at x that has the chance 1 − F(x). */
  | { readonly kind: 'outlasted'; readonly law: Law; readonly end: number }
  /** Another age, drawn again until it lies above `from` and not above `to`. */
  | { readonly kind: 'between'; readonly age: Equilibrium; readonly from: number; readonly to: number }
  /** One of several, by weight; the weights sum to 1. */
  | { readonly kind: 'mixture'; readonly parts: readonly { readonly weight: number; readonly age: Equilibrium }[] };

/**
 * The equilibrium law of periods of that law. A draw is made again, on average, at most six times for a law between two
 * ends; for one with bounds, as often as the smaller of its upper bound and its mean without them exceeds its mean.
 *
 * @throws RangeError when the mean is zero or infinite, or a period can be negative.
 * @source D. R. Cox, "Renewal Theory" (1962), sections 2.5 and 5.4; the length of the period that is met:
 *   S. M. Ross, "Stochastic Processes" (1996), section 3.6.
 */
export function equilibrium(law: Law): Equilibrium {
  const length = mean(law);
  if (!(length > 0 && length < Infinity && quantile(law, 0) >= 0)) {
    throw new RangeError(
      `equilibrium: periods must have a mean above 0 and no negative values, mean is ${String(length)}`,
    );
  }
  switch (law.kind) {
    case 'fixed':
      return upTo(law.value);
    case 'uniform':
      return ofUniform(law);
    case 'exponential':
      return { kind: 'known', law };
    case 'lognormal':
      return { kind: 'share', met: { ...law, mu: law.mu + law.sigma * law.sigma } };
    case 'gamma':
      return { kind: 'share', met: { ...law, shape: law.shape + 1 } };
    case 'weibull':
      return { kind: 'share-of-power', shape: 1 + 1 / law.shape, scale: law.scale, power: 1 / law.shape };
    case 'triangular':
    case 'pert':
      return { kind: 'outlasted', law, end: law.max };
    case 'empirical':
      return ofParts(law.values.filter((value) => value > 0).map((value) => ({ weight: value, age: upTo(value) })));
    case 'mixture':
      return ofParts(
        law.parts
          .map((part) => ({ weight: part.weight * mean(part.law), law: part.law }))
          .filter(({ weight }) => weight > 0)
          .map((part) => ({ weight: part.weight, age: equilibrium(part.law) })),
      );
    case 'clamped':
      return ofClamped(law, length);
    default:
      return law satisfies never;
  }
}

/** One draw of the age. It allocates nothing and gives the same bits in every JavaScript engine. */
export function sampleAge(age: Equilibrium, chance: Chance): number {
  switch (age.kind) {
    case 'known':
      return sample(age.law, chance);
    case 'share':
      return sample(age.met, chance) * chance.uniform();
    case 'share-of-power':
      return age.scale * power(drawStandardGamma(age.shape, chance), age.power) * chance.uniform();
    case 'outlasted':
      for (;;) {
        const reached = age.end * chance.uniform();
        if (sample(age.law, chance) > reached) return reached;
      }
    case 'between':
      for (;;) {
        const reached = sampleAge(age.age, chance);
        if (reached > age.from && reached <= age.to) return reached;
      }
    case 'mixture': {
      const { parts } = age;
      let left = chance.uniform();
      let part = 0;
      // The last takes what rounding left over.
      while (part < parts.length - 1 && left >= parts[part].weight) left -= parts[part++].weight;
      return sampleAge(parts[part].age, chance);
    }
    default:
      return age satisfies never;
  }
}

const upTo = (end: number): Equilibrium => ({ kind: 'known', law: uniform({ min: 0, max: end }) });

/** Level up to `min`, then down on a line to `max`. */
function ofUniform({ min, max }: { readonly min: number; readonly max: number }): Equilibrium {
  const slope = triangular({ min, mode: min, max });
  if (min === 0) return { kind: 'known', law: slope };
  const level = { weight: min, law: uniform({ min: 0, max: min }) };
  return { kind: 'known', law: mixture([level, { weight: (max - min) / 2, law: slope }]) };
}

/** Parts whose weights need not sum to 1. */
function ofParts(parts: readonly { readonly weight: number; readonly age: Equilibrium }[]): Equilibrium {
  if (parts.length === 1) return parts[0].age;
  const total = parts.reduce((sum, { weight }) => sum + weight, 0);
  return { kind: 'mixture', parts: parts.map(({ weight, age }) => ({ weight: weight / total, age })) };
}

/**
 * Up to the lower end the density is level, as every period lasts so long. From there to the upper end it is that of
 * the law without bounds, drawn in whichever of two ways is made again less often.
 */
function ofClamped(law: Clamped, length: number): Equilibrium {
  const from = quantile(law, 0);
  const to = quantile(law, 1);
  if (from === to) return upTo(to);
  const whole = mean(law.law);
  if (to <= whole || (to < Infinity && quantile(law.law, 0) < 0)) return { kind: 'outlasted', law, end: to };
  const rest = { weight: length - from, age: { kind: 'between', age: equilibrium(law.law), from, to } } as const;
  return from === 0 ? rest.age : ofParts([{ weight: from, age: upTo(from) }, rest]);
}
