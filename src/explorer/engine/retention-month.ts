import type { RetainedBackup, RetentionRule } from '../../study/retained-backups.js';
import { formatCalendarDate, type CalendarDate } from '../../units/calendar-date.js';
import { localDate } from '../../units/time-zone.js';

/** One month of a retention calendar. */
export interface RetentionMonth {
  /** `March 2027`. */
  readonly name: string;
  /** Weeks from Monday to Sunday; undefined for a day of another month. */
  readonly weeks: readonly (readonly (RetentionDay | undefined)[])[];
}

/** One day of it, with the backups that were begun on it and exist on the day that is asked about. */
export interface RetentionDay {
  /** `2027-03-14`. */
  readonly date: string;
  readonly day: number;
  /** For each full the rule that keeps it longest. */
  readonly fulls: readonly RetentionRule[];
  /** How many exist that build on others. */
  readonly others: number;
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** The months, in their order, in which a backup that exists was begun, and the month of the day that is asked about. */
export function retentionMonths(
  backups: readonly RetainedBackup[],
  { asked, timezone }: { readonly asked: CalendarDate; readonly timezone: string },
): readonly RetentionMonth[] {
  const byDay = new Map<string, RetainedBackup[]>();
  const months = new Map([[monthNumber(asked), asked]]);
  for (const backup of backups) {
    const date = localDate(backup.begun, timezone);
    const key = formatCalendarDate(date);
    byDay.set(key, [...(byDay.get(key) ?? []), backup]);
    months.set(monthNumber(date), date);
  }
  const inOrder = [...months].sort(([one], [other]) => one - other);
  return inOrder.map(([, { year, month }]) => monthOf(year, month, byDay));
}

/** The day in words: `14 March 2027`. */
export function dayWords({ year, month, day }: CalendarDate): string {
  return `${day} ${MONTHS[month - 1]} ${year}`;
}

function monthNumber({ year, month }: CalendarDate): number {
  return 12 * year + month;
}

function monthOf(year: number, month: number, byDay: ReadonlyMap<string, readonly RetainedBackup[]>): RetentionMonth {
  // The days before the first, counted from Monday; day 0 of the next month is the last of this.
  const before = (new Date(Date.UTC(year, month - 1, 1)).getUTCDay() + 6) % 7;
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const cells = Array.from({ length: Math.ceil((before + days) / 7) * 7 }, (_, place) => {
    const day = place - before + 1;
    return day < 1 || day > days ? undefined : dayOf({ year, month, day }, byDay);
  });
  const weeks = Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(7 * week, 7 * week + 7));
  return { name: `${MONTHS[month - 1]} ${year}`, weeks };
}

function dayOf(date: CalendarDate, byDay: ReadonlyMap<string, readonly RetainedBackup[]>): RetentionDay {
  const key = formatCalendarDate(date);
  const begun = byDay.get(key) ?? [];
  return {
    date: key,
    day: date.day,
    // The rules stand in the order in which they reach back.
    fulls: begun.filter(({ level }) => level === 'full').map(({ keptBy }) => keptBy[keptBy.length - 1]),
    others: begun.filter(({ level }) => level !== 'full').length,
  };
}
