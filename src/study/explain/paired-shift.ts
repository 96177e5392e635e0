import { ascendingCopy } from '../../statistics/ascending-copy.js';
import { quantileShift, type QuantileSide } from '../quantile-shifts.js';
import { summariseQuantile } from '../summarise-metric.js';
import type { Shift } from './explanation.js';

/** A shift of less than this share of the quantile is not told. */
export const WORTH_TELLING = 0.01;

/** A metric with one of its quantiles, its interval at some level. */
export function quantileSide(
  values: Float64Array,
  { probability, confidence }: { readonly probability: number; readonly confidence: number },
): QuantileSide {
  return { values, quantile: summariseQuantile(ascendingCopy(values), probability, confidence) };
}

/** By how much a quantile moves when the same incidents strike a changed plan. */
export function pairedShift(baseline: QuantileSide, variant: QuantileSide): Shift {
  const shift = quantileShift(baseline, variant, { isConstant: isConstantShift(baseline.values, variant.values) });
  return { ...shift, quantile: variant.quantile.value };
}

/**
 * Whether a shift surely moves the quantile, and by enough to be told. That a recovery exists there, or none any more,
 * always is.
 */
export function isWorthTelling({ state, value, low, high }: Shift, { quantile }: QuantileSide): boolean {
  if (state === 'baseline-unrecoverable' || state === 'variant-unrecoverable') return true;
  if (value === null || low === null || high === null || quantile.value === null) return false;
  return (low > 0 || high < 0) && Math.abs(value) >= WORTH_TELLING * quantile.value;
}

function isConstantShift(baseline: Float64Array, variant: Float64Array): boolean {
  const first = variant[0] - baseline[0];
  return baseline.every((value, incident) => {
    const difference = variant[incident] - value;
    if (Number.isNaN(difference)) return Number.isNaN(value) && Number.isNaN(variant[incident]);
    return difference === first;
  });
}
