import type { Instant } from '../../../units/quantity.js';
import { readInstant } from '../text/read-instant.js';
import type { ToolReading } from '../tool-reading.js';

/** The instant that the id of a backup names, or undefined when it names none. */
export type IdClock = (id: string) => Instant | undefined;

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** Zones lie at whole quarters of an hour; a second lost in a text does not matter. */
const QUARTER = 900;

/**
 * Reads the ids of backups (`20261123T084720`), which are local times of the server. A list gives the end of a backup
 * both by that clock and as an instant, and so tells how far the clock was ahead of UTC then; the nearest of them counts.
 * Where none does, the time zone of the reading is taken.
 */
export function clockOfBackupIds(
  ends: readonly { readonly clockTime: string | null | undefined; readonly at: Instant | undefined }[],
  reading: ToolReading,
): IdClock {
  const offsets = ends.flatMap(({ clockTime, at }) => {
    const shown = clockTime ? stampOfClock(clockTime) : undefined;
    const local = shown === undefined ? undefined : readInstant(shown, 'UTC')?.at;
    return local === undefined || at === undefined
      ? []
      : [{ local, offset: Math.round((local - at) / QUARTER) * QUARTER }];
  });
  return (id) => {
    const digits = /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})/.exec(id);
    if (digits === null) return undefined;
    const [, year, month, day, hour, minute, second] = digits;
    const stamp = `${year}-${month}-${day} ${hour}:${minute}:${second}`;
    const local = readInstant(stamp, 'UTC')?.at;
    if (local === undefined) return undefined;
    const nearest = offsets.reduce<(typeof offsets)[number] | undefined>(
      (best, next) => (best === undefined || Math.abs(next.local - local) < Math.abs(best.local - local) ? next : best),
      undefined,
    );
    if (nearest !== undefined) return readInstant(local - nearest.offset, 'UTC')?.at;
    reading.remark(`Ids of backups without a time zone are read in ${reading.timezone}; --timezone says another.`);
    return readInstant(stamp, reading.timezone)?.at;
  };
}

/** `Mon Nov 23 08:47:25 2026`, as C and Python write it, with the largest unit first. */
function stampOfClock(text: string): string | undefined {
  const match = /^\w{3} (\w{3}) +(\d{1,2}) (\d{2}:\d{2}:\d{2}) (\d{4})$/.exec(text);
  if (match === null) return undefined;
  const [, month, day, time, year] = match;
  const number = MONTHS.indexOf(month) + 1;
  return number === 0 ? undefined : `${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')} ${time}`;
}
