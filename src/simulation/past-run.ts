import type { RunLuck } from './run-luck.js';

/** What had become of a backup run by the strike. */
export type RunFate =
  /** It ended without a backup. */
  | 'failed'
  /** An earlier one still ran when it was due. */
  | 'skipped'
  /** It still waited for an earlier one. */
  | 'not-begun'
  /** It still ran. */
  | 'under-way'
  /** It had ended, and its copy off the site was not there yet. */
  | 'not-copied'
  /** What it builds on was not there. */
  | 'without-base'
  /** No rule of retention keeps it any more, or a later one has overwritten it. */
  | 'pruned'
  /** It holds what was already corrupted. */
  | 'corrupted'
  /** It, or what it builds on, does not restore, whether or not anybody knew. */
  | 'bad'
  /** It restores. */
  | 'usable';

/** When a run began, ended and could be used, relative to the period; NaN for what was never to be. */
export interface PastRun {
  readonly due: number;
  readonly begun: number;
  readonly ended: number;
  readonly usableFrom: number;
}

/** When the run that was due at `due` began, ended, be it well or not, and could be used. */
export function pastRun(luck: RunLuck, due: number): PastRun {
  const begun = luck.startedAt(due);
  const succeeded = luck.endOf(due);
  return {
    due,
    begun,
    ended: Number.isNaN(begun) ? NaN : luck.workedFrom(begun, luck.workOf(due)),
    usableFrom: Number.isNaN(succeeded) ? NaN : luck.usableFrom(due, succeeded),
  };
}

/** Why a run had not arrived by the strike; undefined for one that had. */
export function fateOnTheWay({ begun, ended, usableFrom }: PastRun, strike: number): RunFate | undefined {
  if (Number.isNaN(begun)) return 'skipped';
  if (begun > strike) return 'not-begun';
  if (ended > strike) return 'under-way';
  if (Number.isNaN(usableFrom)) return 'failed';
  return usableFrom > strike ? 'not-copied' : undefined;
}
