import type { Summary } from '../study/summary.js';
import { durationText } from '../units/duration-text.js';
import { printable } from './printable.js';
import { countText } from './count-text.js';
import { shareText } from './share-text.js';
import type { Style } from './style.js';
import { fitLeft, fitRight } from './text-width.js';

const SHOWN = 5;

/** A row of the table: a step, or the time in which everybody waited for a role. */
interface Part {
  readonly name: string;
  readonly tailShare: number;
  readonly criticality: number;
  readonly mean: number;
  /** Undefined for time that is all waiting. */
  readonly waiting: number | undefined;
}

/** The steps, and the waiting for people, that make up most of the slowest twentieth of recoveries; none, no lines. */
export function textSteps(summary: Summary, style: Style): readonly string[] {
  const waits = summary.people.map((people): Part => ({
    ...people,
    name: `(wait for ${people.role})`,
    waiting: undefined,
  }));
  const parts = [...summary.steps, ...waits]
    .filter((part) => part.tailShare > 0)
    .sort((one, other) => other.tailShare - one.tailShare)
    .slice(0, SHOWN);
  if (parts.length === 0) return [];
  const titles = ['of its time', 'critical', 'mean', 'waiting'];
  const looked =
    summary.stepIncidents < summary.incidents
      ? `the first ${countText(summary.stepIncidents)} incidents`
      : 'all incidents';
  return [
    style.bold(fitLeft('What makes the slowest 5% of RTO', 36)) +
      style.dim(titles.map((title) => fitRight(title, 11)).join('')),
    ...parts.map((part) => {
      const cells = [
        shareText(part.tailShare),
        shareText(part.criticality),
        durationText(part.mean),
        part.waiting === undefined ? '–' : durationText(part.waiting),
      ];
      return `  ${fitLeft(printable(part.name), 34)}${cells.map((cell) => fitRight(cell, 11)).join('')}`;
    }),
    style.dim(`  The ${SHOWN} largest; critical, mean and waiting are over ${looked}.`),
  ];
}
