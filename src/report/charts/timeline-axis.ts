import { limitText } from '../../units/duration-text.js';
import { DAY, HOUR, MINUTE } from '../../units/quantity.js';
import type { Palette } from './palette.js';

/** A strike divides the picture: so much of its width at most is for the time before it. */
const MOST_BEFORE = 0.4;
const TICKS = 9;
/** People think in these, in seconds. */
const STEPS: readonly number[] = [
  1,
  5,
  10,
  30,
  ...[1, 5, 15, 30].map((count) => count * MINUTE),
  ...[1, 2, 4, 8, 12].map((count) => count * HOUR),
  ...[1, 2, 7, 30, 90].map((count) => count * DAY),
];

/** Seconds before the strike, and after it, that a timeline shows. */
export interface TimelineSpan {
  readonly before: number;
  readonly after: number;
}

/** The share of the width that the time before the strike takes. */
export function shareBefore({ before, after }: TimelineSpan): number {
  return Math.min(MOST_BEFORE, before / (before + after));
}

/** How many times closer the time before the strike is drawn than the time after it; 1 where both are drawn alike. */
export function closeness(span: TimelineSpan): number {
  const share = shareBefore(span);
  return share === 0 ? 1 : (span.before * (1 - share)) / (span.after * share);
}

/** Linear before the strike and after it; a long past is drawn closer, so that hours before stand beside hours after. */
export function timelineScale(span: TimelineSpan) {
  const { before, after } = span;
  if (before === 0) return { domain: [0, after], nice: false as const };
  const strike = { expr: `width * ${shareBefore(span)}` };
  return { domain: [-before, 0, after], range: [0, strike, { expr: 'width' }], nice: false as const };
}

/** Some nine ticks at steps that people think in; those before the strike with a minus. */
export function timelineAxis(span: TimelineSpan, palette: Palette) {
  const { before, after } = span;
  const share = shareBefore(span);
  const stepAfter = stepOf(after, TICKS * (1 - share));
  const stepBefore = before === 0 ? 1 : Math.max(stepOf(before, TICKS * share), share < MOST_BEFORE ? stepAfter : 0);
  const values = [
    ...Array.from({ length: Math.floor(before / stepBefore) }, (_, tick) => -(tick + 1) * stepBefore).reverse(),
    ...Array.from({ length: Math.floor(after / stepAfter) + 1 }, (_, tick) => tick * stepAfter),
  ];
  const labels = Object.fromEntries(
    values.map((value) => [value, `${value < 0 ? '−' : ''}${tickText(Math.abs(value))}`]),
  );
  return {
    values,
    labelExpr: `${JSON.stringify(labels)}[datum.value]`,
    title: null,
    grid: true,
    gridColor: palette.faint,
  };
}

function stepOf(seconds: number, ticks: number): number {
  return STEPS.find((each) => seconds / each <= ticks) ?? 365 * DAY;
}

function tickText(seconds: number): string {
  return seconds >= 2 * DAY && seconds % DAY === 0 ? `${seconds / DAY}d` : limitText(seconds);
}
