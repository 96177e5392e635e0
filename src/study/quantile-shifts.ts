import { differenceReach } from '../statistics/difference-reach.js';
import { phiCoefficient } from '../statistics/phi-coefficient.js';
import type { DifferenceEstimate } from './comparison.js';
import type { MetricSummary, QuantileName, QuantileSummary } from './summary.js';

/** A metric of one scenario: a value per incident, NaN where unrecoverable, and the quantiles of all of them. */
export interface MetricSide {
  readonly values: Float64Array;
  readonly quantiles: MetricSummary['quantiles'];
}

/**
 * By how much each quantile of the variant lies above that of the baseline.
 *
 * The interval uses that both come from the same incidents. An error of a sample quantile is, in the limit, that of
 * the share of incidents at or below it, so the errors of the two quantiles are correlated as the events "at or below"
 * are; half the length of the order-statistic interval of each stands for its size, and no density need be estimated.
 * It takes a law without a gap at the quantile. At an atom, as data loss may have, the order statistics are tied, and the
 * interval is no longer than its parts.
 *
 * Half an incident is added to each of the four counts that the correlation is made of: a change too small to move any
 * incident of the sample past the quantile would else look certain.
 *
 * @param options.isConstant the difference is the same in every incident, and the shift that difference, for certain.
 * @returns the estimates by quantile; exchanging the two sides mirrors every number to the last bit.
 * @source Bahadur: A note on quantiles in large samples, Annals of Mathematical Statistics 37 (1966); Babu, Rao: Joint
 *   asymptotic distribution of marginal quantiles, Journal of Multivariate Analysis 27 (1988); Doksum: Empirical
 *   probability plots and statistical inference for nonlinear models in the two-sample case, Annals of Statistics 2
 *   (1974), for the shift; Haldane: The estimation and significance of the logarithm of a ratio of frequencies, Annals
 *   of Human Genetics 20 (1956), for the halves.
 */
export function quantileShifts(
  baseline: MetricSide,
  variant: MetricSide,
  { isConstant }: { readonly isConstant: boolean },
): Readonly<Record<QuantileName, DifferenceEstimate>> {
  const names = Object.keys(baseline.quantiles) as QuantileName[];
  const at = ({ values, quantiles }: MetricSide, name: QuantileName) => ({ values, quantile: quantiles[name] });
  const shifts = names.map((name) => [name, quantileShift(at(baseline, name), at(variant, name), { isConstant })]);
  return Object.fromEntries(shifts) as Record<QuantileName, DifferenceEstimate>;
}

/** A metric of one scenario: a value per incident, NaN where unrecoverable, and one quantile of all of them. */
export interface QuantileSide {
  readonly values: Float64Array;
  readonly quantile: QuantileSummary;
}

/**
 * The same for one quantile, of any probability and at any level.
 *
 * @returns an interval at the level of the two that it is made from.
 */
export function quantileShift(
  baseline: QuantileSide,
  variant: QuantileSide,
  { isConstant }: { readonly isConstant: boolean },
): DifferenceEstimate {
  const from = baseline.quantile;
  const to = variant.quantile;
  if (from.value === null || to.value === null) return { state: stateOf(from, to), value: null, low: null, high: null };
  const value = to.value - from.value;
  if (isConstant) return { state: 'estimated', value, low: value, high: value };
  const first = halfLength(from);
  const second = halfLength(to);
  if (first === null || second === null) return { state: 'estimated', value, low: null, high: null };
  const limits = { first: from.value, second: to.value };
  const correlation = phiCoefficient(countsWithin(baseline.values, variant.values, limits));
  const reach = differenceReach({ first, second, correlation });
  return { state: 'estimated', value, low: value - reach, high: value + reach };
}

function stateOf(from: QuantileSummary, to: QuantileSummary): DifferenceEstimate['state'] {
  if (from.state === 'unsupported' || to.state === 'unsupported') return 'unsupported';
  if (to.state === 'estimated') return 'baseline-unrecoverable';
  return from.state === 'estimated' ? 'variant-unrecoverable' : 'both-unrecoverable';
}

/** Null when an end of the interval falls among the unrecoverable. */
function halfLength({ low, high }: QuantileSummary): number | null {
  return low === null || high === null ? null : (high - low) / 2;
}

/** How many incidents lie at or below the limit of both columns, of one, or of neither, and a half; NaN is above. */
function countsWithin(
  firsts: Float64Array,
  seconds: Float64Array,
  limits: { readonly first: number; readonly second: number },
) {
  let both = 0.5;
  let onlyFirst = 0.5;
  let onlySecond = 0.5;
  for (let incident = 0; incident < firsts.length; incident++) {
    const isFirst = firsts[incident] <= limits.first;
    const isSecond = seconds[incident] <= limits.second;
    if (isFirst && isSecond) both++;
    else if (isFirst) onlyFirst++;
    else if (isSecond) onlySecond++;
  }
  return { both, onlyFirst, onlySecond, neither: firsts.length + 2 - both - onlyFirst - onlySecond };
}
