import { normalQuantile } from '../arithmetic/normal-quantile.js';
import { moments } from './moments.js';
import { ratioInterval } from './ratio-interval.js';

/** A share from 0 to 1 with its interval. */
export interface ShareOfSum {
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

/**
 * What parts make up of the sum of their wholes, with the interval of a ratio of two means, cut at what a share can be.
 * The interval goes from 0 to 1 where there are too few to tell.
 *
 * @param parts one per whole, from 0 to that whole.
 * @param confidence level of the interval, strictly between 0 and 1.
 * @throws RangeError when there are not as many parts as wholes.
 */
export function shareOfSum(parts: Float64Array, wholes: Float64Array, confidence: number): ShareOfSum {
  const count = wholes.length;
  if (parts.length !== count) throw new RangeError(`shareOfSum: ${parts.length} parts of ${count} wholes`);
  const part = moments(parts).mean ?? 0;
  const whole = moments(wholes).mean ?? 0;
  if (whole === 0) return { share: 0, low: 0, high: 1 };
  const share = part / whole;
  if (count < 2) return { share, low: 0, high: 1 };
  let partSquares = 0;
  let wholeSquares = 0;
  let products = 0;
  for (let i = 0; i < count; i++) {
    const partOff = parts[i] - part;
    const wholeOff = wholes[i] - whole;
    partSquares += partOff * partOff;
    wholeSquares += wholeOff * wholeOff;
    products += partOff * wholeOff;
  }
  const ofMean = 1 / (count * (count - 1));
  const interval = ratioInterval({
    numerator: part,
    denominator: whole,
    numeratorVariance: partSquares * ofMean,
    denominatorVariance: wholeSquares * ofMean,
    covariance: products * ofMean,
    z: normalQuantile(0.5 + confidence / 2),
  });
  return { share, low: Math.max(0, interval?.low ?? 0), high: Math.min(1, interval?.high ?? 1) };
}
