import type { TracedStep } from '../study/trace.js';

const WORKING = '█';
const FAILED = '▓';
const WAITING = '░';

/** What the characters of a bar mean. */
export const BAR_LEGEND = `${WORKING} working   ${FAILED} failed, with rework   ${WAITING} waiting`;

/** A strip of characters that stands for the time from the strike. */
export interface Strip {
  readonly width: number;
  /** The time at its right end, in seconds; above 0. */
  readonly seconds: number;
}

/** One step on its strip. Whatever took any time is at least one character wide. */
export function ganttBar(step: TracedStep, strip: Strip): string {
  const cells = new Array<string>(strip.width).fill(' ');
  const paint = (from: number, to: number, mark: string): void => {
    const first = cellOf(from, strip);
    cells.fill(mark, first, Math.max(first + 1, Math.round((to / strip.seconds) * strip.width)));
  };
  if (step.start > step.ready) paint(step.ready, step.start, WAITING);
  paint(step.start, step.end, WORKING);
  step.attempts.forEach(({ start, outcome, end }, index) => {
    const next = step.attempts.at(index + 1)?.start ?? end;
    if (outcome !== 'done') paint(start, next, FAILED);
  });
  return cells.join('').trimEnd();
}

/** A single mark at an instant. */
export function ganttMark(at: number, mark: string, strip: Strip): string {
  return ' '.repeat(cellOf(at, strip)) + mark;
}

function cellOf(seconds: number, { width, seconds: total }: Strip): number {
  return Math.min(width - 1, Math.floor((seconds / total) * width));
}
