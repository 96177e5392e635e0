import { countOf, countText } from '../../report/count-text.js';
import { instantText } from '../../report/instant-text.js';
import { printable } from '../../report/printable.js';
import type { Scenario } from '../../scenario/scenario.js';
import { retainedBackups, retainedCopies } from '../../study/retained-backups.js';
import type { RetainedBackup, RetainedBackups, RetentionRule } from '../../study/retained-backups.js';
import { formatCalendarDate, parseCalendarDate, type CalendarDate } from '../../units/calendar-date.js';
import { durationText } from '../../units/duration-text.js';
import { DAY, instant } from '../../units/quantity.js';
import { localDate, startOfDay } from '../../units/time-zone.js';
import { dayWords, retentionMonths, type RetentionMonth } from './retention-month.js';

/** Of which copy, on which day. */
export interface AskedDay {
  /** A key of `copies`; the first of them, where it is none. */
  readonly copy: string | undefined;
  /** `YYYY-MM-DD`; the last day of the period, where it is no day. */
  readonly day: string | undefined;
}

/** Which backups of a copy exist at the end of a day, and why. */
export interface RetentionCalendar {
  readonly copies: readonly { readonly key: string; readonly words: string }[];
  readonly copy: string;
  readonly day: string;
  /** How many there are, and how old the oldest is. */
  readonly sentence: string;
  readonly rules: readonly { readonly name: RetentionRule; readonly words: string; readonly keeps: number }[];
  readonly months: readonly RetentionMonth[];
  readonly table: { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] };
}

/** The retention calendar of a scenario; undefined when it has no backups. */
export function retentionCalendar(scenario: Scenario, asked: AskedDay): RetentionCalendar | undefined {
  const { timezone } = scenario;
  const copies = retainedCopies(scenario).map((each) => ({ ...each, key: `${each.surface}/${each.copy}` }));
  const chosen = copies.find(({ key }) => key === asked.copy) ?? copies.at(0);
  if (chosen === undefined) return undefined;
  const date = parseCalendarDate(asked.day ?? '') ?? localDate(instant(scenario.period.to - 1), timezone);
  const kept = retainedBackups(scenario, { ...chosen, at: endOfDay(date, timezone) });
  const fulls = kept.backups.filter(({ level }) => level === 'full');
  return {
    copies: copies.map(({ key, surface, copy }) => ({ key, words: `${printable(surface)}: ${printable(copy)}` })),
    copy: chosen.key,
    day: formatCalendarDate(date),
    sentence: sentenceOf(kept, date, timezone),
    rules: kept.rules.map(({ name, amount }) => ({
      name,
      words: ruleWords(name, amount),
      keeps: fulls.filter(({ keptBy }) => keptBy.includes(name)).length,
    })),
    months: retentionMonths(kept.backups, { asked: date, timezone }),
    table: {
      head: ['Full backup of', 'Kept by', 'Restores from', 'What builds on it'],
      rows: fulls.map((full) => rowOf(full, kept, timezone)),
    },
  };
}

/** The last second of a day on the wall of a time zone. */
function endOfDay({ year, month, day }: CalendarDate, timezone: string) {
  const next = new Date(Date.UTC(year, month - 1, day) + DAY * 1000);
  const date = { year: next.getUTCFullYear(), month: next.getUTCMonth() + 1, day: next.getUTCDate() };
  return instant(startOfDay(date, timezone) - 1);
}

function sentenceOf({ backups, unfinished }: RetainedBackups, date: CalendarDate, timezone: string): string {
  const waiting =
    unfinished === 0 ? '' : ` ${countOf(unfinished, 'run')} had begun by then and could not yet be restored from.`;
  const oldest = backups.at(-1);
  if (oldest === undefined) return `At the end of ${dayWords(date)} there is no backup.${waiting}`;
  const levels = (['full', 'differential', 'incremental'] as const).flatMap((level) => {
    const count = backups.filter((each) => each.level === level).length;
    return count === 0 ? [] : [`${countText(count)} ${level}`];
  });
  const parts = levels.length === 1 ? '' : ` (${levels.join(', ')})`;
  const are = backups.length === 1 ? 'is' : 'are';
  const began = dayWords(localDate(oldest.begun, timezone));
  const all = countOf(backups.length, 'backup');
  return `At the end of ${dayWords(date)} there ${are} ${all}${parts}; the oldest is of ${began}.${waiting}`;
}

function ruleWords(name: RetentionRule, amount: number): string {
  if (name === 'age') return `younger than ${durationText(amount)}`;
  if (name === 'count') return `the newest ${countText(amount)}`;
  const spans = { hourly: 'hour', daily: 'day', weekly: 'week', monthly: 'month', yearly: 'year' };
  return `the last of each of ${countOf(amount, spans[name])}`;
}

function rowOf({ begun, usableFrom, keptBy }: RetainedBackup, { backups }: RetainedBackups, timezone: string) {
  const others = backups.filter(({ level, fullBegun }) => level !== 'full' && fullBegun === begun).length;
  return [
    instantText(begun, timezone),
    keptBy.join(', '),
    instantText(usableFrom, timezone),
    others === 0 ? '' : countOf(others, 'backup'),
  ];
}
