import type { Plan } from '../../plan/plan.js';
import { BLOCK_INCIDENTS, BlockDraws } from '../../simulation/block-draws.js';
import { ascendingCopy } from '../../statistics/ascending-copy.js';
import { midranks } from '../../statistics/midranks.js';
import { quantile } from '../../statistics/quantile.js';
import { spearman, type IntervalEstimate } from '../../statistics/spearman.js';
import { totalIndex } from '../../statistics/total-index.js';
import { wilsonInterval } from '../../statistics/wilson-interval.js';
import type { ChanceInput } from './chance-inputs.js';
import type { InputExplanation, InputVerdict } from './explanation.js';

/** An input of which both indices are surely below this share is said not to matter. */
export const NEGLIGIBLE = 0.02;

/** One metric of the plan as it is, and with one input drawn anew after the other. */
export interface RedrawnMetric {
  /** One value per incident, NaN where it was not recovered from. */
  readonly values: Float64Array;
  /** The same, by input. */
  readonly redrawn: readonly Float64Array[];
}

/**
 * The inputs by what they decide about a metric: those first that decide most about who is in the tail, and of equals those
 * that decide most about the metric itself.
 *
 * Two indices are estimated from the same incidents. `total` is Sobol' total index of the metric; an incident without a
 * recovery counts in it as long as the longest that has one. `tail` is the same index of whether an incident is at or above
 * the quantile, where one without a recovery always is: the share of incidents that a new draw of this input moves into
 * the tail or out of it, over that which a new draw of everything would (target sensitivity analysis).
 *
 * @param draws the columns of the plan, one value per incident each, as `drawnColumns` gives them.
 * @source Marrel, Chabridon: Statistical developments for target and conditional sensitivity analysis: application on
 *   safety studies for nuclear reactor, Reliability Engineering and System Safety 214 (2021), for the index of the tail.
 */
export function judgeInputs(
  inputs: readonly ChanceInput[],
  { values, redrawn }: RedrawnMetric,
  options: { readonly draws: readonly Float64Array[]; readonly probability: number; readonly confidence: number },
): readonly InputExplanation[] {
  const { draws, probability, confidence } = options;
  const ranks = midranks(values);
  const tailFrom = quantile(ascendingCopy(values), probability);
  return inputs
    .map(({ name, column }, input): InputExplanation => {
      const total = totalIndex(asFinite(values, redrawn[input]), confidence) ?? null;
      const tail = tailIndex({ drawn: values, redrawn: redrawn[input] }, tailFrom, confidence);
      const correlation =
        column < 0 ? undefined : spearman({ first: midranks(draws[column]), second: ranks }, confidence);
      return { name, correlation: correlation ?? null, total, tail, verdict: verdictOf([total, tail]) };
    })
    .sort((one, other) => valueOf(other.tail) - valueOf(one.tail) || valueOf(other.total) - valueOf(one.total));
}

/** What each incident of a run draws exactly once: per column of the plan one value per incident. */
export function drawnColumns(plan: Plan, run: { readonly seed: number; readonly incidents: number }): Float64Array[] {
  const draws = new BlockDraws(plan.columns, run.seed);
  const columns = plan.columns.map(() => new Float64Array(run.incidents));
  for (let from = 0; from < run.incidents; from += BLOCK_INCIDENTS) {
    draws.draw(from / BLOCK_INCIDENTS);
    const count = Math.min(BLOCK_INCIDENTS, run.incidents - from);
    for (const [column, values] of columns.entries()) values.set(draws.columns[column].subarray(0, count), from);
  }
  return columns;
}

function verdictOf(indices: readonly (IntervalEstimate | null)[]): InputVerdict {
  const known = indices.filter((index) => index !== null);
  if (known.some(({ low }) => low >= NEGLIGIBLE)) return 'matters';
  return known.every(({ high }) => high < NEGLIGIBLE) ? 'negligible' : 'undecided';
}

function valueOf(index: IntervalEstimate | null): number {
  return index?.value ?? 0;
}

/** Both columns with the longest recovery of either in place of those that are none. */
function asFinite(drawn: Float64Array, redrawn: Float64Array) {
  let longest = 0;
  for (const values of [drawn, redrawn]) for (const value of values) if (value > longest) longest = value;
  const finite = (values: Float64Array): Float64Array => values.map((value) => (Number.isNaN(value) ? longest : value));
  return { drawn: finite(drawn), redrawn: finite(redrawn) };
}

function tailIndex(
  { drawn, redrawn }: { readonly drawn: Float64Array; readonly redrawn: Float64Array },
  tailFrom: number,
  confidence: number,
): IntervalEstimate | null {
  const isInTail = (value: number): boolean => !(value < tailFrom);
  let inTail = 0;
  let moved = 0;
  for (let incident = 0; incident < drawn.length; incident++) {
    if (isInTail(drawn[incident])) inTail++;
    if (isInTail(drawn[incident]) !== isInTail(redrawn[incident])) moved++;
  }
  const share = inTail / drawn.length;
  if (share === 0 || share === 1) return null;
  const ofAll = 2 * share * (1 - share);
  const { low, high } = wilsonInterval({ successes: moved, trials: drawn.length, confidence });
  return { value: moved / drawn.length / ofAll, low: low / ofAll, high: high / ofAll };
}
