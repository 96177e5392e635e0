import { clampedMoments } from './clamped-moments.js';
import type { Clamped, Law } from './law.js';
import type { LawFamily } from './law-family.js';

/**
 * A law with its values raised to `atLeast` and lowered to `atMost`. What lay beyond is then at the bound itself.
 *
 * @throws RangeError when no bound is given, one is not a number, or they do not ascend.
 */
export function clamped({ law, atLeast, atMost }: { law: Law; atLeast?: number; atMost?: number }): Clamped {
  if (atLeast === undefined && atMost === undefined) throw new RangeError('Clamped: a bound is needed, there is none');
  if (!((atLeast ?? -Infinity) <= (atMost ?? Infinity))) {
    throw new RangeError(`Clamped: at least ${String(atLeast)} must not be above at most ${String(atMost)}`);
  }
  return {
    kind: 'clamped',
    law,
    ...(atLeast === undefined ? {} : { atLeast }),
    ...(atMost === undefined ? {} : { atMost }),
  };
}

const lowest = ({ atLeast = -Infinity }: Clamped): number => atLeast;
const highest = ({ atMost = Infinity }: Clamped): number => atMost;
const clamp = (law: Clamped, x: number): number => Math.min(Math.max(x, lowest(law)), highest(law));

/** The family of clamped laws, given how to ask any law. */
export function clampedFamilyOver(anyLaw: LawFamily<Law>): LawFamily<Clamped> {
  return {
    density(law, x) {
      if (x < lowest(law) || x > highest(law)) return 0;
      const hasLowerAtom = x === law.atLeast && anyLaw.cumulative(law.law, x) > 0;
      const hasUpperAtom = x === law.atMost && anyLaw.survival(law.law, x) > 0;
      return hasLowerAtom || hasUpperAtom ? Infinity : anyLaw.density(law.law, x);
    },
    cumulative(law, x) {
      if (x >= highest(law)) return 1;
      return x < lowest(law) ? 0 : anyLaw.cumulative(law.law, x);
    },
    survival(law, x) {
      if (x >= highest(law)) return 0;
      return x < lowest(law) ? 1 : anyLaw.survival(law.law, x);
    },
    quantile: (law, p) => clamp(law, anyLaw.quantile(law.law, p)),
    mean: (law) => clampedMoments(law, anyLaw).mean,
    variance: (law) => clampedMoments(law, anyLaw).variance,
    sample: (law, chance) => clamp(law, anyLaw.sample(law.law, chance)),
  };
}
