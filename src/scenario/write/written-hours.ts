import { HOUR, MINUTE } from '../../units/quantity.js';
import type { WeeklyHours } from '../weekly-hours.js';
import { WEEKDAYS } from '../shape/working-hours.js';

/** Working hours as text: days with the same windows share a clause. */
export function writtenHours(hours: 'always' | readonly WeeklyHours[]): string {
  if (hours === 'always') return 'always';
  const windowsByDay = WEEKDAYS.map((_, index) =>
    hours
      .filter(({ weekday }) => weekday === index + 1)
      .map(({ opens, closes }) => `${clock(opens)}-${clock(closes)}`)
      .join(', '),
  );
  const clauses: string[] = [];
  for (const windows of new Set(windowsByDay.filter((text) => text !== ''))) {
    const days = WEEKDAYS.filter((_, index) => windowsByDay[index] === windows);
    clauses.push(`${daysText(days)} ${windows}`);
  }
  return clauses.join('; ');
}

/** Three or more days in a row as a range: `Mon-Fri`. */
function daysText(days: readonly (typeof WEEKDAYS)[number][]): string {
  const first = WEEKDAYS.indexOf(days[0]);
  const isRun = days.every((day, index) => day === WEEKDAYS[first + index]);
  return isRun && days.length > 2 ? `${days[0]}-${days[days.length - 1]}` : days.join(', ');
}

function clock(secondsOfDay: number): string {
  const digits = (value: number) => String(value).padStart(2, '0');
  return `${digits(Math.floor(secondsOfDay / HOUR))}:${digits((secondsOfDay % HOUR) / MINUTE)}`;
}
