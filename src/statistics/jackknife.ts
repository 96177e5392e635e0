import { normalQuantile } from '../arithmetic/normal-quantile.js';
import type { IntervalEstimate } from './spearman.js';

/** Groups that are left out in turn. */
const GROUPS = 20;

/**
 * An estimate with its interval, by leaving out each of 20 groups of cases in turn: for estimates of which no law is known.
 *
 * @param cases at least 20; case i is of group i modulo 20.
 * @param estimate from some of the cases, by their numbers.
 * @source Shao, Tu: The Jackknife and Bootstrap (1995), 2.3, on the grouped jackknife.
 */
export function jackknife(
  cases: number,
  estimate: (kept: readonly number[]) => number,
  confidence: number,
): IntervalEstimate {
  const all = Array.from({ length: cases }, (_, index) => index);
  const value = estimate(all);
  const others = Array.from({ length: GROUPS }, (_, group) => estimate(all.filter((each) => each % GROUPS !== group)));
  const mean = others.reduce((sum, each) => sum + each, 0) / GROUPS;
  const squares = others.reduce((sum, each) => sum + (each - mean) * (each - mean), 0);
  const reach = normalQuantile(0.5 + confidence / 2) * Math.sqrt(((GROUPS - 1) / GROUPS) * squares);
  return { value, low: value - reach, high: value + reach };
}
