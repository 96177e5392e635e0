import type { Trace, TracedCopy, TracedRun, TracedSurface } from '../../study/trace.js';
import { durationText } from '../../units/duration-text.js';
import { printable } from '../printable.js';

/** The past of one copy, as a row of a timeline. */
export interface PastRow {
  /** Short, and unlike that of any other row. */
  readonly label: string;
  readonly surface: string;
  /** What it came to: how old what it holds is, or why it holds nothing. */
  readonly note: string;
  readonly copy: TracedCopy;
}

/** What is drawn of the time before a strike. */
export interface DrawnPast {
  /** None where there is nothing to draw. */
  readonly rows: readonly PastRow[];
  /** Seconds before the strike from which on it is drawn; 0 where there is nothing to draw. */
  readonly reach: number;
}

/** The oldest that is drawn does not begin at the very edge. */
const AIR = 1.06;

/**
 * The copies of an incident that have a past to be drawn, and how far back: to the oldest run that is restored and to every recovery
 * point, and as far as the recovery takes where there is more to see. Where nothing was restored, back to the oldest run that is told.
 */
export function drawnPast({ surfaces, steps }: Trace): DrawnPast {
  const isTaken = new Set(steps.map(({ name }) => printable(name)));
  const rows = surfaces.flatMap((surface) => {
    const name = printable(surface.name);
    const shown = surface.copies.filter(({ runs, reaches }) => runs.length > 0 || (reaches !== null && reaches < 0));
    return shown.map((copy): PastRow => ({
      label: shown.length === 1 && !isTaken.has(name) ? name : `${name}: ${printable(copy.name)}`,
      surface: name,
      note: noteOf(surface, copy),
      copy,
    }));
  });
  const copies = rows.map(({ copy }) => copy);
  const needed = Math.max(
    0,
    ...copies.filter(({ isChosen }) => isChosen).map(({ reaches }) => -(reaches ?? 0)),
    ...copies.flatMap(({ runs }) => runs.filter(({ isRestored }) => isRestored)).map(({ start }) => -start),
  );
  const told = Math.max(0, ...copies.flatMap(({ runs }) => runs).map(({ start }) => -start));
  const wanted = Math.max(needed, Math.min(told, Math.max(0, ...steps.map(({ end }) => end))));
  return { rows, reach: AIR * (wanted === 0 ? told : wanted) };
}

function noteOf({ rpoSeconds }: TracedSurface, { left, isChosen, reaches }: TracedCopy): string {
  if (left !== 'unharmed') return left === 'lost' ? 'lost' : 'out of reach';
  if (reaches === null) return 'nothing usable';
  return isChosen ? `restored: ${durationText(rpoSeconds ?? -reaches)} old` : `${durationText(-reaches)} old`;
}

/** What a run came to, in words. */
export function runWords({ level, outcome, isRestored }: TracedRun): string {
  const words = {
    usable: isRestored ? 'restored' : 'usable',
    bad: 'does not restore',
    corrupted: 'made after the onset',
    'without-base': 'builds on nothing that was there',
    'not-copied': 'not yet copied off the site',
    'under-way': 'still under way',
    'not-begun': 'still waiting for an earlier one',
    failed: 'failed',
    skipped: 'skipped, as an earlier one still ran',
  }[outcome];
  return level === 'copy' ? words : `${level}, ${words}`;
}
