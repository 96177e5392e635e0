import { timeZones } from '../../units/time-zone.js';
import type { Words } from '../problem.js';
import { either, meant } from './phrases.js';

/** Problems of values that are no quantities. */

export const unknownKey = (key: string, known: readonly string[]): Words => ({
  expected: known.length === 0 ? 'no keys' : `one of the keys ${known.join(', ')}`,
  ...meant(key, known),
});

export const wantedMap = (): Words => ({ expected: 'a map of keys and values' });
export const wantedList = (): Words => ({ expected: 'a list' });
export const emptyList = (): Words => ({ expected: 'a list with at least one entry', found: 'an empty list' });

export const oneOf = (values: readonly string[], found?: string): Words => ({
  expected: either(values),
  ...(found === undefined ? {} : meant(found, values)),
});

export const wantedText = (): Words => ({ expected: 'a text' });
export const wantedName = (): Words => ({ expected: 'a name' });
export const wantedDate = (): Words => ({
  expected: 'a day such as 2026-01-14',
  mend: 'write year, month and day: 2026-01-14',
});

export const unusableName = (): Words => ({
  expected: 'a name of letters, digits, "-" and "_" that begins with a letter',
  mend: 'names are referred to elsewhere, as in "postgresql.size"',
});

export const unusableQuantile = (): Words => ({
  expected: 'a quantile between p0 and p100, such as "p95" or "p99.9"',
  mend: 'write "p95"',
});

export const wantedCount = (): Words => ({ expected: 'a whole number of at least 1' });

export const wantedCountsAs = ({ least, most }: { readonly least: number; readonly most: number }): Words => ({
  expected: `a number from ${String(least)} to ${String(most)}, of measured times or attempts`,
  mend: 'write "counts-as: 5"',
});

export const wantedCountUpTo = (most: number): Words => ({ expected: `a whole number from 1 to ${String(most)}` });

export const wantedHeadcount = (): Words => ({
  expected: 'a whole number of at least 1, or "unlimited"',
  mend: 'write 2 or "unlimited"',
});

export const wantedTimezone = (found?: string): Words => ({
  expected: 'a time zone of the IANA database',
  mend: 'write "UTC" or a name such as "Europe/Brussels"',
  ...(found === undefined ? {} : meant(found, timeZones())),
});

export const wantedSchedule = (): Words => ({
  expected: 'a cron expression of five fields or "every <duration>"',
  mend: 'write "0 1 * * *" or "every 1d"',
});

export const cronMalformed = (message: string): Words => ({
  ...wantedSchedule(),
  expected: `a cron expression that can be read (${message.replace(/^CronPattern:\s*/, '').replace(/\s+/g, ' ')})`,
});

export const cronNeverFires = (): Words => ({
  expected: 'a cron expression that names a day that exists',
  mend: 'write "0 1 * * *" for every night at 01:00',
});

export const scheduleNeedsEvery = (period: string): Words => ({
  ...wantedSchedule(),
  mend: `write "every ${period}"`,
});

export const periodTooShort = (): Words => ({ expected: 'a period of at least 1s', mend: 'write "1s" or more' });

export const wantedKeep = (): Words => ({
  expected: 'an age such as "14d", a number such as "7 backups", or rules such as { age: 14d, monthly: 12 }',
  mend: 'write "14d" or "7 backups"',
});

export const keepWithoutUnit = (number: string): Words => ({
  ...wantedKeep(),
  mend: `write "${number}d" or "${number} backups"`,
});

export const wantedHours = (): Words => ({
  expected: 'working hours: "always", or days and times such as "Mon-Fri 08:00-18:00"',
  mend: 'write "Mon-Fri 08:00-12:00, 13:00-17:00; Sat 09:00-12:00"',
});

export const unknownWeekday = (days: string): Words => ({
  expected: 'weekdays by their first three letters, such as "Mon-Fri"',
  found: `"${days}"`,
  mend: 'write Mon, Tue, Wed, Thu, Fri, Sat or Sun',
});

export const hoursBackwards = (window: string): Words => ({
  expected: 'hours that end after they begin, on the same day',
  found: `"${window}"`,
  mend: 'split a night at midnight: "Mon-Fri 22:00-24:00; Tue-Sat 00:00-06:00"',
});

export const hoursOverlap = (): Words => ({
  expected: 'hours that do not overlap',
  mend: 'give each day its hours once',
});

export const wantedSpan = (): Words => ({
  expected: '"rpo", "rpo.<surface>", "rto" or "elapsed"',
  mend: 'write "rpo" for the data lost, "elapsed" for the time since the strike',
});

export const wantedPatience = (endless: string): Words => ({
  expected: `a duration, or "${endless}"`,
  mend: 'write "2h"',
});

export const unknownSurfacePart = (surface: string, part: string, parts: readonly string[]): Words => ({
  expected: either(parts.map((known) => `${surface}.${known}`)),
  ...meant(
    `${surface}.${part}`,
    parts.map((known) => `${surface}.${known}`),
  ),
});

export const eitherNotBoth = (one: string, other: string): Words => ({
  expected: `either "${one}" or ${other.startsWith('"') ? other : `"${other}"`}, not both`,
  mend: 'remove one of the two',
});

export const oneKeyOf = (keys: readonly string[]): Words => ({
  expected: either(keys),
  found: 'none of them',
  missing: keys,
});

export const stepTakesNothing = (): Words => ({
  expected: '"takes", "transfers", "catches-up" or "searches"',
  found: 'none of them',
  missing: ['takes', 'transfers', 'catches-up', 'searches'],
  mend: 'write "takes: 0s" for a step that only marks an instant',
});
