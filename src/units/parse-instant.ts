import { parseCalendarDate } from './calendar-date.js';
import { instant } from './quantity.js';
import type { Instant } from './quantity.js';

/** A text that was read as an instant, or the reason why it is none. */
export type ParsedInstant =
  | { readonly kind: 'read'; readonly value: Instant }
  /** A local time of nowhere: `2026-11-23T08:40:17`. */
  | { readonly kind: 'no-zone' }
  /** 30 February, 25 o'clock. */
  | { readonly kind: 'no-such-time' }
  | { readonly kind: 'not-an-instant' };

const FORM = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}):(\d{2})(?::(\d{2})(\.\d{1,9})?)?\s*(Z|[+-]\d{2}:?\d{2})?$/;

/**
 * Reads an instant as RFC 3339 writes it: `2026-11-23T08:40:17.594Z`, `2026-11-23 09:40:17+01:00`; seconds may be left
 * out. A time without its distance from UTC is none: the day on which the clocks go back has one hour twice.
 */
export function parseInstant(text: string): ParsedInstant {
  const match = FORM.exec(text.trim());
  if (match === null) return { kind: 'not-an-instant' };
  const [, day, hours, minutes, seconds = '00', fraction = '', zone] = match as (string | undefined)[];
  const date = parseCalendarDate(String(day));
  if (date === undefined || Number(hours) > 23 || Number(minutes) > 59 || Number(seconds) > 59) {
    return { kind: 'no-such-time' };
  }
  if (zone === undefined) return { kind: 'no-zone' };
  const offset = zone === 'Z' ? 0 : offsetOf(zone);
  if (offset === undefined) return { kind: 'no-such-time' };
  const whole = Date.UTC(date.year, date.month - 1, date.day, Number(hours), Number(minutes), Number(seconds)) / 1000;
  return { kind: 'read', value: instant(whole - offset + Number(`0${fraction}`)) };
}

/** Seconds east of UTC; undefined where no clock on earth is. */
function offsetOf(zone: string): number | undefined {
  const [hours, minutes] = [Number(zone.slice(1, 3)), Number(zone.slice(-2))];
  if (hours > 14 || minutes > 59) return undefined;
  return (zone.startsWith('-') ? -1 : 1) * (hours * 3600 + minutes * 60);
}

/** An instant to the nearest millisecond by RFC 3339, in UTC: `2026-11-23T08:40:17.594Z`. */
export function instantIso(at: Instant): string {
  return new Date(Math.round(at * 1000)).toISOString();
}
