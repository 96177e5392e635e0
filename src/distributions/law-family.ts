import type { Chance } from '../random/chance.js';
import type { Law } from './law.js';

/**
 * What every kind of law can be asked. Each kind has a file that exports one such object; `families.ts` finds
 * the right one for a law.
 *
 * Results are in the unit of the law's own numbers. The parameters are taken to be as the constructor beside the
 * family made them; they are not checked again.
 */
export interface LawFamily<L extends Law> {
  /** Probability per unit at x; 0 outside the law, Infinity on a value that has a probability of its own. */
  density(law: L, x: number): number;
  /** The probability of x or less. */
  cumulative(law: L, x: number): number;
  /** The probability of more than x, exact where it is small and `1 − cumulative` would have lost its digits. */
  survival(law: L, x: number): number;
  /** The smallest x whose cumulative probability reaches p, from 0 to 1: the ends of the law at 0 and 1. */
  quantile(law: L, p: number): number;
  mean(law: L): number;
  variance(law: L): number;
  /** One draw. It allocates nothing and gives the same bits in every JavaScript engine. */
  sample(law: L, chance: Chance): number;
}
