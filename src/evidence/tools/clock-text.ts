import { DAY } from '../../units/quantity.js';
import { offsetAt } from '../../units/time-zone.js';

/** An instant by the clock on the wall, to the minute, or to the second where it is none: `2026-11-23 08:47:20`. */
export function clockText(instant: number, timezone: string): string {
  const text = localStamp(instant, timezone);
  return text.endsWith(':00') ? text.slice(0, 16) : text;
}

/** The day of an instant on the wall: `2026-11-23`. */
export function dayText(instant: number, timezone: string): string {
  return localStamp(instant, timezone).slice(0, 10);
}

/** Instants in one line: the first few, each with its day, and how many more there are. */
export function clockTexts(instants: readonly number[], timezone: string, most = 4): string {
  const shown = instants.slice(0, most).map((instant) => clockText(instant, timezone));
  const more = instants.length - shown.length;
  return shown.join(', ') + (more > 0 ? ` and ${String(more)} more` : '');
}

function localStamp(instant: number, timezone: string): string {
  const local = instant + offsetAt(instant, timezone);
  const day = Math.floor(local / DAY);
  return new Date((day * DAY + Math.floor(local - day * DAY)) * 1000).toISOString().slice(0, 19).replace('T', ' ');
}
