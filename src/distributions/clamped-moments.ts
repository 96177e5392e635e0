import { integrate } from '../arithmetic/integrate.js';
import type { Clamped, Law } from './law.js';
import type { LawFamily } from './law-family.js';

/** Where the range of an integral is cut, so that no part of the law is narrow within its piece. */
const CUTS = [1e-9, 1e-6, 1e-3, 0.05, 0.25, 0.5, 0.75, 0.95, 0.999, 1 - 1e-6, 1 - 1e-9, 1 - 1e-12];

interface Moments {
  readonly mean: number;
  readonly variance: number;
}

/**
 * Mean and variance of a clamped law. Both are integrals over a finite range, measured from the lowest value:
 * with an upper bound those of the survival up to it; without one, those of the whole law less what the lower
 * bound cuts off.
 *
 * @source W. Feller, "An Introduction to Probability Theory and Its Applications" 2 (1971), section V.6: moments
 *   as integrals of the tail.
 */
export function clampedMoments({ law, atLeast, atMost }: Clamped, anyLaw: LawFamily<Law>): Moments {
  const start = anyLaw.quantile(law, 0);
  const low = Math.max(start, atLeast ?? start);
  if (atMost === undefined) return momentsAbove(law, { start, low }, anyLaw);
  if (atMost <= low) return { mean: Math.max(atMost, atLeast ?? atMost), variance: 0 };

  const survival = (x: number): number => anyLaw.survival(law, x);
  const cuts = cutsBetween(law, { from: low, to: atMost }, anyLaw);
  const mean = integrateOver(cuts, survival);
  const square = integrateOver(cuts, (x) => 2 * (x - low) * survival(x));
  return { mean: low + mean, variance: square - mean * mean };
}

function momentsAbove(law: Law, { start, low }: { start: number; low: number }, anyLaw: LawFamily<Law>): Moments {
  const cumulative = (x: number): number => anyLaw.cumulative(law, x);
  const cuts = cutsBetween(law, { from: start, to: low }, anyLaw);
  const meanOfLaw = anyLaw.mean(law) - low;
  const mean = meanOfLaw + integrateOver(cuts, cumulative);
  const cutOff = integrateOver(cuts, (x) => 2 * (low - x) * cumulative(x));
  return { mean: low + mean, variance: anyLaw.variance(law) + meanOfLaw * meanOfLaw - cutOff - mean * mean };
}

/** The ends of the range and the quantiles between them, ascending. */
function cutsBetween(law: Law, { from, to }: { from: number; to: number }, anyLaw: LawFamily<Law>): number[] {
  const inside = CUTS.map((p) => anyLaw.quantile(law, p)).filter((x) => x > from && x < to);
  return [from, ...inside, to];
}

function integrateOver(cuts: readonly number[], f: (x: number) => number): number {
  let sum = 0;
  for (let i = 1; i < cuts.length; i++) sum += integrate(f, { from: cuts[i - 1], to: cuts[i] });
  return sum;
}
