import type { WeeklyHours } from '../weekly-hours.js';
import * as wording from '../wording.js';
import { leaf } from './leaf.js';
import type { Reader, Shape } from './leaf.js';
import { DAY, HOUR, MINUTE } from '../../units/quantity.js';

/** When people work: all the time, or in windows that are in order and do not overlap. */
export type Hours = 'always' | readonly WeeklyHours[];

export const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;

/** Days (a day, a range, or several with commas), a blank, then one or more windows with commas. */
const CLAUSE = /^([A-Za-z][A-Za-z, -]*?)\s+(\d[\d:, -]*)$/;
const WINDOW = /^(\d{2}):(\d{2})\s*-\s*(\d{2}):(\d{2})$/;

/**
 * Working hours as people write them: `Mon-Fri 08:00-18:00`, several windows with commas
 * (`Mon-Fri 08:00-12:00, 13:00-17:00`), several clauses with semicolons (`…; Sat 09:00-12:00`), days in English by
 * three letters, alone, as a range (`Fri-Mon` runs over the weekend) or listed (`Mon, Wed, Fri`). A window ends at
 * `24:00` at the latest: a night shift is two windows.
 */
const hoursReader: Reader<Hours> = (data, refuse) => {
  const text = String(data).trim();
  if (text === 'always') return 'always';
  const windows: WeeklyHours[] = [];
  for (const clause of text.split(';')) {
    const match = CLAUSE.exec(clause.trim());
    if (match === null) return refuse(wording.wantedHours());
    const [, dayText, windowText] = match as unknown as [string, string, string];
    const days = weekdaysOf(dayText);
    if (days === undefined) return refuse(wording.unknownWeekday(dayText));
    for (const part of windowText.split(',')) {
      const window = windowOf(part.trim());
      if (window === 'malformed') return refuse(wording.wantedHours());
      if (window === 'backwards') return refuse(wording.hoursBackwards(part.trim()));
      windows.push(...days.map((weekday) => ({ weekday, ...window })));
    }
  }
  return inOrder(windows) ?? refuse(wording.hoursOverlap());
};

/** Weekly hours, and not all of them. */
export const weeklyHoursShape: Shape<readonly WeeklyHours[]> = leaf({
  form: 'scalar',
  wanted: wording.wantedHours(),
  reader: (data, refuse) => {
    const hours = hoursReader(data, refuse);
    return hours === 'always' ? refuse(wording.wantedHours()) : hours;
  },
  notes: { type: 'string', examples: ['Mon-Fri 08:00-18:00'] },
});

/** Working hours of a role. */
export const hoursShape: Shape<Hours> = leaf({
  form: 'scalar',
  wanted: wording.wantedHours(),
  reader: hoursReader,
  notes: {
    type: 'string',
    description: 'always, or weekly windows such as "Mon-Fri 08:00-12:00, 13:00-17:00; Sat 09:00-12:00"',
    examples: ['always', 'Mon-Fri 08:00-18:00'],
  },
});

function weekdaysOf(text: string): WeeklyHours['weekday'][] | undefined {
  const days: WeeklyHours['weekday'][] = [];
  for (const part of text.split(',')) {
    const ends = part.split('-').map((name) => WEEKDAYS.indexOf(name.trim() as (typeof WEEKDAYS)[number]));
    if (ends.length > 2 || ends.includes(-1)) return undefined;
    const first = ends[0];
    const count = (((ends[ends.length - 1] - first) % 7) + 7) % 7;
    for (let day = 0; day <= count; day += 1) days.push((((first + day) % 7) + 1) as WeeklyHours['weekday']);
  }
  return days;
}

function windowOf(text: string): { opens: number; closes: number } | 'malformed' | 'backwards' {
  const match = WINDOW.exec(text);
  if (match === null) return 'malformed';
  const [fromHour, fromMinute, toHour, toMinute] = match.slice(1).map(Number) as [number, number, number, number];
  const opens = fromHour * HOUR + fromMinute * MINUTE;
  const closes = toHour * HOUR + toMinute * MINUTE;
  if (fromMinute > 59 || toMinute > 59 || opens > DAY || closes > DAY) return 'malformed';
  return opens < closes ? { opens, closes } : 'backwards';
}

/** Sorted, with windows that touch made one; undefined when two overlap. */
function inOrder(windows: readonly WeeklyHours[]): WeeklyHours[] | undefined {
  const sorted = [...windows].sort((a, b) => a.weekday - b.weekday || a.opens - b.opens);
  const joined: WeeklyHours[] = [];
  for (const window of sorted) {
    const last = joined.at(-1);
    if (last?.weekday !== window.weekday || last.closes < window.opens) joined.push(window);
    else if (last.closes > window.opens) return undefined;
    else joined[joined.length - 1] = { ...last, closes: window.closes };
  }
  return joined;
}
