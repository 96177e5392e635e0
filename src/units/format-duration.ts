import { DAY, HOUR, MINUTE } from './quantity.js';
import type { Duration } from './quantity.js';

/** From how many seconds on a span is told in a unit: hours go on until two days, as people count them. */
const UNITS = [
  { from: 2 * DAY, seconds: DAY, name: 'd' },
  { from: 2 * HOUR, seconds: HOUR, name: 'h' },
  { from: 2 * MINUTE, seconds: MINUTE, name: 'min' },
  { from: 0, seconds: 1, name: 's' },
] as const;

/** A span of time for people, to three significant digits in one unit: `52 min`, `14.3 h`, `3.1 d`. */
export function formatDuration(span: Duration): string {
  const size = Math.abs(span);
  const unit = UNITS.find(({ from }) => size >= from) ?? UNITS[UNITS.length - 1];
  return `${String(Number((span / unit.seconds).toPrecision(3)))} ${unit.name}`;
}
