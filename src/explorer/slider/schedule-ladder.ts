import { bracesText, dataOfText } from '../../scenario/braces-text.js';
import { parseDuration } from '../../units/parse-duration.js';
import { DAY, HOUR, MINUTE } from '../../units/quantity.js';
import { roundTimesAround } from './ladder.js';
import { timeText } from './time-text.js';

/** Rhythms that backups have, in seconds. */
const RHYTHMS = [15 * MINUTE, 30 * MINUTE, HOUR, 2 * HOUR, 4 * HOUR, 6 * HOUR, 12 * HOUR, DAY, 7 * DAY];

/** A star, numbers or names of three letters, ranges of these, each with a step, and several with commas. */
const CRON_FIELD = /^(\*|\w{1,3}(-\w{1,3})?)(\/\d+)?(,(\*|\w{1,3}(-\w{1,3})?)(\/\d+)?)*$/;

/** Days of a month and of a year, on average. */
const DAYS_OF_MONTH = 30.4;

interface Rhythm {
  readonly text: string;
  /** From one run to the next, in seconds, on average. */
  readonly period: number;
}

/**
 * Schedules from more often to less: every 15 minutes to every 12 hours, daily at the time that it has, weekly. What runs more
 * often than that has times from a tenth of its period to tenfold.
 *
 * @param text `every 6h`, a cron expression, or `{ cron: …, timezone: … }`.
 * @returns undefined for what is no schedule.
 */
export function scheduleLadder(text: string): readonly string[] | undefined {
  const every = /^every\s+(.*)$/s.exec(text);
  if (every !== null) {
    const period = parseDuration(every[1]);
    return period.kind === 'read' && period.value >= 1 ? around({ text, period: period.value }, everyText) : undefined;
  }
  const zoned = text.startsWith('{') ? zonedCron(text) : undefined;
  const expression = zoned?.cron ?? text;
  const fields = expression.trim().split(/\s+/);
  if (fields.length !== 5 || !fields.every((field) => CRON_FIELD.test(field))) return undefined;
  const period = periodOf(fields);
  if (period === undefined) return undefined;
  const [minute, hour] = fields;
  if (/[a-z]/i.test(minute + hour)) return undefined;
  const hasTime = /^\d+$/.test(minute) && /^\d+$/.test(hour);
  const write = (cron: string): string => (zoned === undefined ? cron : bracesText({ ...zoned, cron }));
  return around({ text, period }, (rhythm) => {
    if (!hasTime || rhythm < DAY) return everyText(rhythm);
    return write(rhythm === DAY ? `${minute} ${hour} * * *` : `${minute} ${hour} * * 0`);
  });
}

function around(own: Rhythm, write: (period: number) => string): readonly string[] {
  const periods = own.period < RHYTHMS[0] ? roundTimesAround(own.period).filter((period) => period >= 1) : RHYTHMS;
  const others = periods.filter((period) => Math.abs(period / own.period - 1) > 0.01);
  const rhythms = [...others.map((period) => ({ text: write(period), period })), own];
  return rhythms.sort((one, other) => one.period - other.period).map(({ text }) => text);
}

function everyText(period: number): string {
  return `every ${timeText(period)}`;
}

function zonedCron(text: string): { readonly cron: string } | undefined {
  const data = dataOfText(text);
  if (typeof data !== 'object' || data === null || !('cron' in data) || typeof data.cron !== 'string') return undefined;
  return { ...data, cron: data.cron };
}

/** The mean time between two runs; undefined where the fields are not understood. */
function periodOf([minute, hour, day, month, weekday]: readonly string[]): number | undefined {
  const minutes = timesIn(minute, 60);
  const hours = timesIn(hour, 24);
  const months = timesIn(month, 12);
  const byDay = day === '*' ? undefined : timesIn(day, 31) / DAYS_OF_MONTH;
  const byWeekday = weekday === '*' ? undefined : timesIn(weekday, 7) / 7;
  // With both, cron runs on days that are in either.
  const days = byDay === undefined && byWeekday === undefined ? 1 : Math.min(1, (byDay ?? 0) + (byWeekday ?? 0));
  const runsADay = minutes * hours * days * (months / 12);
  return runsADay > 0 ? DAY / runsADay : undefined;
}

/** How many of so many a field of a cron expression names. */
function timesIn(field: string, all: number): number {
  const counts = field.split(',').map((part) => {
    const [range, step = '1'] = part.split('/');
    const [from, to = from] = range.split('-').map(Number);
    const width = range === '*' ? all : to - from + 1;
    return Math.ceil((Number.isFinite(width) && width > 0 ? width : 1) / (Number(step) || 1));
  });
  return Math.min(
    all,
    counts.reduce((sum, count) => sum + count, 0),
  );
}
