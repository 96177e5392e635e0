import { quantile } from '../../../distributions/families.js';
import type { Law } from '../../../distributions/law.js';
import { present } from '../../../scenario/present.js';
import type { Retention, Schedule } from '../../../scenario/scenario.js';
import { durationText } from '../../../units/duration-text.js';
import { exactAge, exactDuration } from '../../../units/exact-text.js';
import { SIZE_UNITS } from '../../../units/unit-table.js';

const BINARY = ['PiB', 'TiB', 'GiB', 'MiB', 'KiB', 'B'];

/** A size to four digits, as a scenario has it: `1.848 GiB`. Nobody knows a fifth digit of tomorrow's database. */
export function writtenSize(bytes: number): string {
  const unit = BINARY.find((name) => bytes >= unitBytes(name)) ?? 'B';
  return `${String(Number((bytes / unitBytes(unit)).toPrecision(4)))} ${unit}`;
}

/** A rate to four digits, in whichever of seconds and hours it is a number that people say: `2.73 MiB/s`. */
export function writtenRate(bytesPerSecond: number): string {
  return bytesPerSecond >= 2 ** 20 ? `${writtenSize(bytesPerSecond)}/s` : `${writtenSize(bytesPerSecond * 3600)}/h`;
}

function unitBytes(name: string): number {
  return SIZE_UNITS.get(name) ?? 1;
}

/** A measured duration to three digits, as a scenario has it: `1.5h`, `13.1m`. */
export function writtenDuration(seconds: number): string {
  const text = durationText(seconds);
  return `${String(Number(text.slice(0, -1)))}${text.slice(-1)}`;
}

/** A share as a percentage to three digits. */
export function writtenShare(share: number): string {
  return `${String(Number((share * 100).toPrecision(3)))}%`;
}

/** A law of durations as a scenario has it; a lognormal by its 5 % and 95 % points. */
export function writtenDurations(law: Law): string | { readonly empirical: { readonly values: readonly string[] } } {
  if (law.kind === 'fixed') return writtenDuration(law.value);
  if (law.kind === 'empirical') return { empirical: { values: law.values.map(writtenDuration) } };
  return lawText(law);
}

/** Any law of durations in short: its middle nine tenths. */
export function lawText(law: Law): string {
  const [low, high] = [0.05, 0.95].map((share) => writtenDuration(quantile(law, share))) as [string, string];
  return low === high ? low : `${low} to ${high}`;
}

/** A schedule as a scenario has it; `as` a text for people it has its time zone behind it. */
export function writtenSchedule(schedule: Schedule): string | { readonly cron: string; readonly timezone: string } {
  if (schedule.kind === 'every') return `every ${exactDuration(schedule.period)}`;
  return { cron: schedule.expression, timezone: schedule.timezone };
}

/** A schedule in a line for people. */
export function scheduleText(schedule: Schedule): string {
  const written = writtenSchedule(schedule);
  return typeof written === 'string' ? written : `${written.cron} ${written.timezone}`;
}

/** A rule of retention as a scenario has it: a text for one rule of age or number, else a map. */
export function writtenKeep(keep: Retention): string | Readonly<Record<string, string | number>> {
  const { age, count, ...calendar } = keep;
  const rules = present({ age: age === undefined ? undefined : exactAge(age), count, ...calendar });
  if (Object.keys(rules).length > 1 || Object.keys(calendar).length > 0) return rules;
  return rules.age ?? `${String(count)} backups`;
}

/** A rule of retention in a line for people. */
export function keepText(keep: Retention): string {
  const written = writtenKeep(keep);
  if (typeof written === 'string') return written;
  return Object.entries(written)
    .map(([rule, value]) => `${rule} ${String(value)}`)
    .join(', ');
}
