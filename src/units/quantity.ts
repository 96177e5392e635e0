/**
 * Numbers that know what they measure.
 *
 * A quantity is a plain number in one base unit (seconds, bytes, bytes per second, 0…1) that carries its
 * dimension in its type only, so that a size cannot be passed where a duration is meant. The constructors
 * below are the only way to make one; where the brand is gone (JSON, CSV, charts) the name carries the unit.
 */
declare const dimension: unique symbol;

type Quantity<Dimension extends string> = number & { readonly [dimension]: Dimension };

/** A span of time, in seconds. */
export type Duration = Quantity<'duration'>;

/** A point on the time line, in seconds since 1970-01-01T00:00:00Z. */
export type Instant = Quantity<'instant'>;

/** An amount of data, in bytes. */
export type Bytes = Quantity<'bytes'>;

/** A flow of data, in bytes per second. */
export type Rate = Quantity<'rate'>;

/** A number from 0 to 1, both included. */
export type Probability = Quantity<'probability'>;

/** Seconds per minute, hour and day, for arithmetic on bare numbers. */
export const MINUTE = 60;
export const HOUR = 3600;
export const DAY = 86_400;

export const seconds = (count: number): Duration => count as Duration;
export const minutes = (count: number): Duration => (count * MINUTE) as Duration;
export const hours = (count: number): Duration => (count * HOUR) as Duration;
export const days = (count: number): Duration => (count * DAY) as Duration;

/** The instant that many seconds after 1970-01-01T00:00:00Z. */
export const instant = (secondsSinceEpoch: number): Instant => secondsSinceEpoch as Instant;

export const bytes = (count: number): Bytes => count as Bytes;
export const mebibytes = (count: number): Bytes => (count * 2 ** 20) as Bytes;
export const gibibytes = (count: number): Bytes => (count * 2 ** 30) as Bytes;
export const tebibytes = (count: number): Bytes => (count * 2 ** 40) as Bytes;

export const bytesPerSecond = (count: number): Rate => count as Rate;
export const mebibytesPerSecond = (count: number): Rate => (count * 2 ** 20) as Rate;

/**
 * A probability from a bare number.
 *
 * @throws RangeError when the number is not from 0 to 1.
 */
export function probability(value: number): Probability {
  if (!(value >= 0 && value <= 1)) throw new RangeError(`Probability: must be from 0 to 1, is ${String(value)}`);
  return value as Probability;
}
