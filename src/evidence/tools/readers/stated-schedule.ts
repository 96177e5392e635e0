import type { Schedule } from '../../../scenario/scenario.js';
import { scheduleShape } from '../../../scenario/shape/schedule-shape.js';

/**
 * A schedule as programs in Go write it (the package robfig/cron): five fields, six with the seconds first, `@daily` and
 * its kin, `@every 6h`, and a time zone before it (`CRON_TZ=Europe/Brussels 0 1 * * *`). Undefined where the scenario
 * language cannot say it: a second other than 0, or an expression that it does not know.
 *
 * @param timezone of the machine on which it runs.
 * @source https://pkg.go.dev/github.com/robfig/cron, "CRON Expression Format".
 */
export function statedSchedule(
  text: string,
  { hasSeconds, timezone }: { readonly hasSeconds: boolean; readonly timezone: string },
): Schedule | undefined {
  const zoned = /^(?:CRON_TZ|TZ)=(\S+)\s+(.*)$/.exec(text.trim());
  const zone = zoned?.[1] ?? timezone;
  const bare = zoned?.[2] ?? text.trim();
  const every = /^@every\s+(\S+)$/.exec(bare)?.[1];
  const words = every === undefined ? (NICKNAMES[bare] ?? fiveFields(bare, hasSeconds)) : `every ${every}`;
  const read = words === undefined ? undefined : scheduleShape.safeParse(words.replaceAll('?', '*')).data;
  return read?.kind === 'cron' ? { ...read, timezone: zone } : read;
}

const NICKNAMES: Readonly<Record<string, string | undefined>> = {
  '@hourly': '0 * * * *',
  '@daily': '0 0 * * *',
  '@midnight': '0 0 * * *',
  '@weekly': '0 0 * * 0',
  '@monthly': '0 0 1 * *',
  '@yearly': '0 0 1 1 *',
  '@annually': '0 0 1 1 *',
};

function fiveFields(text: string, hasSeconds: boolean): string | undefined {
  const fields = text.split(/\s+/);
  if (!hasSeconds) return text;
  return fields.length === 6 && /^0+$/.test(fields[0]) ? fields.slice(1).join(' ') : undefined;
}
