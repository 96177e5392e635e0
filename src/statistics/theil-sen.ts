import { normalQuantile } from '../arithmetic/normal-quantile.js';
import { inversionShares } from './kendall-counts.js';
import { quantile } from './quantile.js';

/** Up to here the null law is computed exactly; above, it is normal to three digits. */
const MOST_EXACT = 40;

/** How something changes with time: value per unit of time, with an interval that holds the true slope. */
export interface Trend {
  readonly slope: number;
  readonly low: number;
  readonly high: number;
}

/**
 * The slope through points by Theil and Sen, the median of the slopes of all pairs: up to 29 % of the points may be
 * anything without carrying it away, where one bad drill would turn a line of least squares. Its interval is made of
 * the same slopes by Kendall's rank statistic; nothing is assumed of the law of the values.
 *
 * @param points in any order; pairs at one time have no slope and are left out.
 * @param confidence strictly between 0 and 1.
 * @returns undefined where nothing can be said: fewer than five points at 95 %, or all at one time.
 * @source Sen: Estimates of the Regression Coefficient Based on Kendall's Tau, Journal of the American Statistical
 *   Association 63 (1968).
 */
export function theilSen(
  points: readonly { readonly time: number; readonly value: number }[],
  confidence: number,
): Trend | undefined {
  const slopes: number[] = [];
  points.forEach((one, index) => {
    for (const other of points.slice(index + 1)) {
      if (one.time !== other.time) slopes.push((other.value - one.value) / (other.time - one.time));
    }
  });
  const reach = rankReach(points.length, confidence);
  if (reach === undefined || slopes.length === 0) return undefined;
  // Of k pairs as many lie beyond each end as random order would put there too seldom.
  const beyond = Math.floor((slopes.length - reach) / 2);
  if (beyond < 1) return undefined;
  const ascending = Float64Array.from(slopes).sort();
  return { slope: quantile(ascending, 0.5), low: ascending[beyond - 1], high: ascending[slopes.length - beyond] };
}

/** The rank statistic (pairs one way minus the other) that is reached with at most the rest of the confidence. */
function rankReach(count: number, confidence: number): number | undefined {
  const pairs = (count * (count - 1)) / 2;
  if (count < 2) return undefined;
  if (count > MOST_EXACT) {
    return normalQuantile(0.5 + confidence / 2) * Math.sqrt((count * (count - 1) * (2 * count + 5)) / 18);
  }
  const shares = inversionShares(count);
  let tail = 0;
  let inversions = 0;
  for (; tail + shares[inversions] <= (1 - confidence) / 2; inversions++) tail += shares[inversions];
  // With `inversions` of them or more the order is no longer too seldom; below, it is.
  return inversions === 0 ? undefined : pairs - 2 * (inversions - 1) - 2;
}
