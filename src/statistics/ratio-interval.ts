/** Two estimates with their errors, as normal laws of a large sample have them. */
export interface RatioEvidence {
  readonly numerator: number;
  readonly denominator: number;
  /** Variances of the two estimates, at least 0, and their covariance. */
  readonly numeratorVariance: number;
  readonly denominatorVariance: number;
  readonly covariance: number;
  /** Of the normal law at the level of the interval, such as 1.96; above 0. */
  readonly z: number;
}

/**
 * The interval of a ratio of two means whose errors go together: every ratio that the two estimates do not contradict.
 *
 * It is no ratio of intervals. A numerator that moves with its denominator, as the cost of downtime does with the
 * downtime, gives a ratio that is known better than either. A covariance that rounding or an approximation has made
 * larger than the two variances allow is lowered to what they allow.
 *
 * @returns undefined where the denominator may be 0 at this level: then no ratio is contradicted that is large enough.
 *   Changing the sign of both estimates changes no bit of it.
 * @throws RangeError when a variance is negative or z is not above 0.
 * @source Fieller: Some problems in interval estimation, Journal of the Royal Statistical Society B 16 (1954).
 */
export function ratioInterval(evidence: RatioEvidence): { readonly low: number; readonly high: number } | undefined {
  const { numerator, denominator, numeratorVariance, denominatorVariance, z } = evidence;
  if (!(numeratorVariance >= 0 && denominatorVariance >= 0)) {
    throw new RangeError(
      `ratioInterval: variances must be at least 0, are ${numeratorVariance} and ${denominatorVariance}`,
    );
  }
  if (!(z > 0)) throw new RangeError(`ratioInterval: z must be above 0, is ${z}`);
  const most = Math.sqrt(numeratorVariance) * Math.sqrt(denominatorVariance);
  const covariance = Math.min(most, Math.max(-most, evidence.covariance));
  const square = z * z;
  const lead = denominator * denominator - square * denominatorVariance;
  if (!(lead > 0)) return undefined;
  const middle = numerator * denominator - square * covariance;
  // The discriminant, with what cancels taken out; rounding may leave it below 0 where the two move as one.
  const spread =
    numerator * numerator * denominatorVariance +
    denominator * denominator * numeratorVariance -
    2 * (numerator * denominator) * covariance -
    square * (numeratorVariance * denominatorVariance - covariance * covariance);
  const reach = z * Math.sqrt(Math.max(0, spread));
  return { low: (middle - reach) / lead, high: (middle + reach) / lead };
}
