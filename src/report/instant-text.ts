import type { Instant } from '../units/quantity.js';

/** An instant to the minute, in UTC: `2026-01-07 14:03 UTC`. */
export function instantText(instant: Instant): string {
  return `${timestamp(instant).slice(0, 16).replace('T', ' ')} UTC`;
}

/** An instant to the millisecond by RFC 3339: `2026-01-07T14:03:27.125Z`. */
export function timestamp(instant: Instant): string {
  return new Date(instant * 1000).toISOString();
}
