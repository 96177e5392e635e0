import { finiteOrNull } from '../statistics/finite-or-null.js';
import { quantile } from '../statistics/quantile.js';
import { quantileRanks } from '../statistics/quantile-ranks.js';
import type { DifferenceEstimate, DifferenceQuantileName } from './comparison.js';
import { QUANTILES } from './summary.js';

/** The quantiles below the median with their mirror images above it. */
const MIRRORS = [
  ['p1', 'p99'],
  ['p5', 'p95'],
  ['p10', 'p90'],
  ['p25', 'p75'],
] as const;

const UNSUPPORTED: DifferenceEstimate = { state: 'unsupported', value: null, low: null, high: null };

/** A quantile and the ends of its interval; any of them may be infinite. */
interface Bounds {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/**
 * Quantiles of differences by the R-7 method, with order statistics around them.
 *
 * Those above the median are taken from the mirrored column: exchanging the two scenarios mirrors every number to
 * the last bit, which interpolating at p and at 1 − p would not.
 *
 * @param ascending one difference per incident in ascending order, without NaN; minus infinity where only the variant
 *   recovered, plus infinity where only the baseline did.
 * @param scratch as long as `ascending`; overwritten.
 */
export function differenceQuantiles(
  ascending: Float64Array,
  confidence: number,
  scratch: Float64Array,
): Readonly<Record<DifferenceQuantileName, DifferenceEstimate>> {
  const mirrored = mirror(ascending, scratch);
  const estimates: Partial<Record<DifferenceQuantileName, DifferenceEstimate>> = {};
  for (const [lower, upper] of MIRRORS) {
    estimates[lower] = estimateOf(boundsOf(ascending, QUANTILES[lower], confidence));
    estimates[upper] = estimateOf(mirrorOf(boundsOf(mirrored, QUANTILES[lower], confidence)));
  }
  estimates.p50 = estimateOf(medianOf(ascending, mirrored, confidence));
  const { p1, p5, p10, p25, p50, p75, p90, p95, p99 } = estimates as Record<DifferenceQuantileName, DifferenceEstimate>;
  return { p1, p5, p10, p25, p50, p75, p90, p95, p99 };
}

/** Zero stays zero: it has no other side. */
function mirror(ascending: Float64Array, mirrored: Float64Array): Float64Array {
  for (let index = 0; index < ascending.length; index++) mirrored[index] = 0 - ascending[ascending.length - 1 - index];
  return mirrored.subarray(0, ascending.length);
}

function mirrorOf(bounds: Bounds | undefined): Bounds | undefined {
  return bounds === undefined ? undefined : { value: 0 - bounds.value, low: 0 - bounds.high, high: 0 - bounds.low };
}

function boundsOf(ascending: Float64Array, probability: number, confidence: number): Bounds | undefined {
  const ranks = quantileRanks({ count: ascending.length, probability, confidence });
  if (ranks === undefined) return undefined;
  return {
    value: quantile(ascending, probability),
    low: ascending[ranks.low - 1],
    high: ascending[ranks.high - 1],
  };
}

/** The median is its own mirror image: seen from both sides, and the middle of the two, which differ by rounding. */
function medianOf(ascending: Float64Array, mirrored: Float64Array, confidence: number): Bounds | undefined {
  const below = boundsOf(ascending, 0.5, confidence);
  const above = mirrorOf(boundsOf(mirrored, 0.5, confidence));
  if (below === undefined || above === undefined) return undefined;
  return { value: (below.value + above.value) / 2, low: below.low, high: above.high };
}

function estimateOf(bounds: Bounds | undefined): DifferenceEstimate {
  if (bounds === undefined) return UNSUPPORTED;
  const { value, low, high } = bounds;
  return { state: stateOf(value), value: finiteOrNull(value), low: finiteOrNull(low), high: finiteOrNull(high) };
}

/** NaN comes of a median half-way between minus and plus infinity. */
function stateOf(value: number): DifferenceEstimate['state'] {
  if (value === -Infinity) return 'baseline-unrecoverable';
  if (value === Infinity) return 'variant-unrecoverable';
  return Number.isNaN(value) ? 'both-unrecoverable' : 'estimated';
}
