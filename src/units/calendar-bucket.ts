import { DAY, HOUR } from './quantity.js';

/** How often a calendar rule of retention keeps a backup: one in each hour, day, week, month or year of the clock. */
export type Rhythm = 'hourly' | 'daily' | 'weekly' | 'monthly' | 'yearly';

/** The rhythms from the shortest to the longest, with the longest that their hour, day, … can be, in seconds. */
export const RHYTHMS: readonly { readonly name: Rhythm; readonly longest: number }[] = [
  { name: 'hourly', longest: HOUR },
  { name: 'daily', longest: DAY },
  { name: 'weekly', longest: 7 * DAY },
  { name: 'monthly', longest: 31 * DAY },
  { name: 'yearly', longest: 366 * DAY },
];

/** Days from 1970-01-01 back to 1 March of the year 0, where leap days come last and a cycle of 400 years begins. */
const DAYS_TO_MARCH = 719_468;
const DAYS_IN_400_YEARS = 146_097;

/**
 * The number of the hour, day, week (from Monday, as ISO 8601 counts them), month or year in which a local time lies.
 * Two times are in one bucket when their numbers are equal, and later buckets have larger numbers. It is arithmetic
 * alone, because it stands in the inner loop, where no `Date` may be made.
 *
 * @param local seconds since 1970 as if the local time were UTC.
 * @source H. Hinnant, "chrono-Compatible Low-Level Date Algorithms" (2013), `civil_from_days`.
 */
export function calendarBucket(rhythm: Rhythm, local: number): number {
  if (rhythm === 'hourly') return Math.floor(local / HOUR);
  const day = Math.floor(local / DAY);
  if (rhythm === 'daily') return day;
  // 1970-01-01 was a Thursday, three days after a Monday.
  if (rhythm === 'weekly') return Math.floor((day + 3) / 7);
  const sinceMarch = day + DAYS_TO_MARCH;
  const cycle = Math.floor(sinceMarch / DAYS_IN_400_YEARS);
  const dayOfCycle = sinceMarch - cycle * DAYS_IN_400_YEARS;
  const yearOfCycle = Math.floor(
    (dayOfCycle -
      Math.floor(dayOfCycle / 1460) +
      Math.floor(dayOfCycle / 36_524) -
      Math.floor(dayOfCycle / (DAYS_IN_400_YEARS - 1))) /
      365,
  );
  const dayOfYear = dayOfCycle - (365 * yearOfCycle + Math.floor(yearOfCycle / 4) - Math.floor(yearOfCycle / 100));
  const monthsSinceMarch = Math.floor((5 * dayOfYear + 2) / 153);
  // Two months later the year begins in January again.
  const month = 12 * (400 * cycle + yearOfCycle) + monthsSinceMarch + 2;
  return rhythm === 'monthly' ? month : Math.floor(month / 12);
}
