import { instant as instantAt } from '../units/quantity.js';
import type { Instant } from '../units/quantity.js';
import { offsetAt } from '../units/time-zone.js';

/**
 * An instant to the minute, by the clock on the wall of a time zone: `2026-01-07 14:03 Europe/Brussels`.
 *
 * @throws RangeError when the time zone is unknown.
 */
export function instantText(instant: Instant, timezone: string): string {
  const local = instantAt(instant + offsetAt(instant, timezone));
  return `${timestamp(local).slice(0, 16).replace('T', ' ')} ${timezone}`;
}

/** An instant to the millisecond by RFC 3339: `2026-01-07T14:03:27.125Z`. */
export function timestamp(instant: Instant): string {
  return new Date(instant * 1000).toISOString();
}
