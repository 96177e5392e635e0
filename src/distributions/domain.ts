/** @throws RangeError when the value is infinite or not a number. */
export function requireFinite(name: string, value: number): void {
  if (!Number.isFinite(value)) throw new RangeError(`${name} must be a finite number, is ${String(value)}`);
}

/** @throws RangeError when the value is not above 0 or not finite. */
export function requirePositive(name: string, value: number): void {
  if (!(value > 0 && value < Infinity)) throw new RangeError(`${name} must be positive, is ${String(value)}`);
}

/**
 * The three corners of a law with a lower end, a most likely value and an upper end; the most likely value may be an end.
 *
 * @throws RangeError when they are not in order, not finite, or all one.
 */
export function requireCorners(family: string, corners: { min: number; mode: number; max: number }): void {
  const { min, mode, max } = corners;
  requireFinite(`${family}: min`, min);
  requireFinite(`${family}: max`, max);
  if (!(min < max)) throw new RangeError(`${family}: min must be below max, is ${String(min)} with max ${String(max)}`);
  if (!(mode >= min && mode <= max)) {
    throw new RangeError(`${family}: mode must be from ${String(min)} to ${String(max)}, is ${String(mode)}`);
  }
}

/** A point of a law's cumulative curve: a share `p` of the values is at or below `value`. */
export interface QuantilePoint {
  /** Between 0 and 1, both excluded. */
  readonly p: number;
  readonly value: number;
}

/**
 * Two points through which a curve of a positive law can go.
 *
 * @throws RangeError when a share is not between 0 and 1, a value is not positive, or the points do not ascend.
 */
export function requireAscendingPoints(family: string, points: { low: QuantilePoint; high: QuantilePoint }): void {
  const { low, high } = points;
  for (const { p, value } of [low, high]) {
    if (!(p > 0 && p < 1)) throw new RangeError(`${family}: p must be between 0 and 1, is ${String(p)}`);
    requirePositive(`${family}: value`, value);
  }
  if (!(low.p < high.p && low.value < high.value)) {
    throw new RangeError(
      `${family}: quantiles must ascend, are ${String(low.value)} at ${String(low.p)} and ${String(high.value)} at ${String(high.p)}`,
    );
  }
}
