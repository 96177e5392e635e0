import type { Law } from '../distributions/law.js';
import { parseCalendarDate } from '../units/calendar-date.js';
import type { Duration, Instant, Probability } from '../units/quantity.js';
import { startOfDay } from '../units/time-zone.js';

/** Something that a plan must have before anybody relies on it, as a question with its answer. */
export interface ReadinessCheck {
  readonly name: string;
  readonly asks: string;
  /** `yes`, `no`, or the day (`YYYY-MM-DD`) on which it was done; absent when nobody has answered. */
  readonly answer?: string;
  /** A plan that does not meet it is not ready, whatever its distributions say. */
  readonly isRequired: boolean;
  /** What was done longer ago than this is no answer any more. */
  readonly freshFor?: Duration;
  /** What follows from an answer that is no, or too old. */
  readonly ifNot: ReadinessGap;
}

/** Attempts at steps that fail more often, time that is added to steps, and backups that are bad more often. */
export interface ReadinessGap {
  readonly fails: readonly { readonly step: string; readonly probability: Probability }[];
  readonly delays: readonly { readonly step: string; readonly takes: Law }[];
  readonly backups: readonly BackupGap[];
}

/** What becomes of the backups and snapshots of a surface. */
export interface BackupGap {
  readonly surface: string;
  /** That one restores, besides the probability of its own. */
  readonly restorable?: Probability;
  /** From a good restore test until new ones are bad, in place of that of the surface. */
  readonly silentlyUnrestorableAfter?: Law;
}

/** Whether anything follows from a no, as far as the scenario says. */
export function isModelled({ fails, delays, backups }: ReadinessGap): boolean {
  return fails.length + delays.length + backups.length > 0;
}

/** How a check stands on a day: met, not met, too long ago, or not answered. */
export type ReadinessState = 'met' | 'not-met' | 'outdated' | 'unanswered';

/** How a check stands at an instant, days being those of a time zone. */
export function readinessState(check: ReadinessCheck, at: Instant, timezone: string): ReadinessState {
  const { answer, freshFor } = check;
  if (answer === undefined) return 'unanswered';
  if (answer === 'yes') return 'met';
  if (answer === 'no') return 'not-met';
  const date = parseCalendarDate(answer);
  if (date === undefined) throw new RangeError(`Readiness: "${answer}" is no day, though it was read as one`);
  return freshFor === undefined || at - startOfDay(date, timezone) <= freshFor ? 'met' : 'outdated';
}

/** True when somebody has said that it is not so: only then is anything known to follow. */
export function isKnownGap(state: ReadinessState): boolean {
  return state === 'not-met' || state === 'outdated';
}
