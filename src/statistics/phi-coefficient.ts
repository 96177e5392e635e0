/** How many observations have both of two properties, only one of them, or neither: each at least 0. */
export interface CrossCounts {
  readonly both: number;
  readonly onlyFirst: number;
  readonly onlySecond: number;
  readonly neither: number;
}

/**
 * The correlation of two properties that an observation has or has not: 1 when they always come together, −1 when
 * always exactly one of them does, 0 when they have nothing to do with each other.
 *
 * Exchanging the two properties changes no bit of it, and properties that always come together give exactly 1.
 *
 * @throws RangeError when one of them is had by all or by none, and so varies with nothing.
 * @source Yule: On the Methods of Measuring Association between Two Attributes, Journal of the Royal Statistical
 *   Society 75 (1912).
 */
export function phiCoefficient({ both, onlyFirst, onlySecond, neither }: CrossCounts): number {
  const first = (both + onlyFirst) * (onlySecond + neither);
  const second = (both + onlySecond) * (onlyFirst + neither);
  if (!(first > 0 && second > 0)) {
    throw new RangeError('phiCoefficient: each property must be had by some and not by others');
  }
  return (both * neither - onlyFirst * onlySecond) / Math.sqrt(first * second);
}
