import { exp } from '../arithmetic/exp.js';
import type { Chance } from '../random/chance.js';
import { clampedFamilyOver } from './clamped.js';
import { empiricalFamily } from './empirical.js';
import { exponentialFamily } from './exponential.js';
import { fixedFamily } from './fixed.js';
import { gammaFamily } from './gamma.js';
import type { Law } from './law.js';
import type { LawFamily } from './law-family.js';
import { lognormalFamily } from './lognormal.js';
import { mixtureFamilyOver } from './mixture.js';
import { pertFamily } from './pert.js';
import { triangularFamily } from './triangular.js';
import { uniformFamily } from './uniform.js';
import { weibullFamily } from './weibull.js';

/** The family of all laws: it passes every question on to the family of the law's kind. */
const anyLaw: LawFamily<Law> = { density, cumulative, survival, quantile, mean, variance, sample };

type FamilyByKind = { readonly [Kind in Law['kind']]: LawFamily<Extract<Law, { kind: Kind }>> };

const FAMILIES: FamilyByKind = {
  fixed: fixedFamily,
  uniform: uniformFamily,
  triangular: triangularFamily,
  pert: pertFamily,
  exponential: exponentialFamily,
  lognormal: lognormalFamily,
  gamma: gammaFamily,
  weibull: weibullFamily,
  empirical: empiricalFamily,
  mixture: mixtureFamilyOver(anyLaw),
  clamped: clampedFamilyOver(anyLaw),
};

/** The table pairs each kind with its own family, so the law that is passed on is one that the family knows. */
const familyOf = (law: Law): LawFamily<Law> => FAMILIES[law.kind];

/** Probability per unit at x; 0 outside the law, Infinity on a value that has a probability of its own. */
export function density(law: Law, x: number): number {
  return familyOf(law).density(law, x);
}

/** The probability of x or less. */
export function cumulative(law: Law, x: number): number {
  return familyOf(law).cumulative(law, x);
}

/** The probability of more than x, exact where it is small. */
export function survival(law: Law, x: number): number {
  return familyOf(law).survival(law, x);
}

/**
 * The smallest x whose cumulative probability reaches p; the ends of the law at 0 and 1.
 *
 * @throws RangeError when p is not from 0 to 1.
 */
export function quantile(law: Law, p: number): number {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`quantile: p must be from 0 to 1, is ${String(p)}`);
  return familyOf(law).quantile(law, p);
}

/** The mean, in the unit of the law. */
export function mean(law: Law): number {
  return familyOf(law).mean(law);
}

/** The variance, in the unit of the law squared. */
export function variance(law: Law): number {
  return familyOf(law).variance(law);
}

/** One draw. It allocates nothing and gives the same bits in every JavaScript engine. */
export function sample(law: Law, chance: Chance): number {
  // The commonest law is spared the way through the table: a third of the price of a draw (test/bench/parts.ts).
  if (law.kind === 'lognormal') return exp(law.mu + law.sigma * chance.normal());
  return familyOf(law).sample(law, chance);
}
