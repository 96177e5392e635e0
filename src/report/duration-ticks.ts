import { DAY, HOUR, MINUTE } from '../units/quantity.js';
import { limitText } from '../units/duration-text.js';

/** Durations that people think in, at most about a factor of three apart. */
const TICKS = [
  ...[1, 2, 5, 15, 30].map((count) => count),
  ...[1, 2, 5, 15, 30].map((count) => count * MINUTE),
  ...[1, 2, 4, 8, 12].map((count) => count * HOUR),
  ...[1, 2, 3, 7, 14, 30, 90, 365].map((count) => count * DAY),
];

/** A place on an axis of durations. */
export interface DurationTick {
  readonly seconds: number;
  readonly label: string;
}

/** The ticks of a logarithmic axis from one duration to another, both in seconds: `1h`, `4h`, `12h`, `1d`, `3d`. */
export function durationTicks(range: { from: number; to: number }): readonly DurationTick[] {
  const inside = TICKS.filter((seconds) => seconds >= range.from && seconds <= range.to);
  // More than ten labels would run into each other: then every second or third of them is enough.
  const stride = Math.ceil(inside.length / 10);
  return inside.filter((_, index) => index % stride === 0).map((seconds) => ({ seconds, label: tickLabel(seconds) }));
}

/** A place on an axis of durations: whole days from one day on, where `durationText` would still count hours. */
export function tickLabel(seconds: number): string {
  return seconds >= DAY && seconds % DAY === 0 ? `${seconds / DAY}d` : limitText(seconds);
}
