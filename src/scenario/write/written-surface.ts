import { exactAge, exactDuration, exactRate, exactShare, exactSize } from '../../units/exact-text.js';
import { localDate } from '../../units/time-zone.js';
import { formatCalendarDate } from '../../units/calendar-date.js';
import { LOSSLESS_COPIES } from '../copy-names.js';
import { present } from '../present.js';
import type {
  BackupProtection,
  BackupRuns,
  Copy,
  LogArchive,
  ReplicaProtection,
  Retention,
  Schedule,
  SilentlyBroken,
  Surface,
} from '../scenario.js';
import type { SourceBook } from './source-book.js';
import { writtenDurability } from './written-durability.js';
import { writtenHours } from './written-hours.js';
import { AGES, DURATIONS, writtenLaw } from './written-law.js';
import { oneOrList, optional } from './written-values.js';

/** What writing an entry needs besides the entry: where values come from, and the time zone of the file. */
export interface WritingContext {
  readonly sources: SourceBook;
  readonly timezone: string;
}

/** A surface as a map of the file; keys without a value are undefined. */
export function writtenSurface(surface: Surface, path: string, context: WritingContext): object {
  const { sources } = context;
  const canLose = surface.copies.some(({ name }) => !LOSSLESS_COPIES.includes(name));
  return {
    size: sources.sourced(`${path}.size`, optional(surface.size, exactSize)),
    changes: sources.sourced(`${path}.changes`, optional(surface.changes, exactRate)),
    'data-bearing': surface.isDataBearing === canLose ? undefined : surface.isDataBearing,
    on: oneOrList(surface.sites),
    ...Object.fromEntries(surface.copies.flatMap((copy) => Object.entries(writtenCopy(copy, surface, path, context)))),
    durability: optional(surface.durability, (durability) =>
      writtenDurability(durability, `${path}.durability`, sources),
    ),
  };
}

function writtenCopy(copy: Copy, surface: Surface, path: string, context: WritingContext): object {
  const { protection } = copy;
  const here = `${path}.${copy.name}`;
  switch (protection.kind) {
    case 'versioned':
      return { versioned: true };
    case 'rebuilt':
      return { 'rebuilt-from': protection.from };
    case 'versions': {
      const keep = context.sources.sourced(`${here}.keep`, exactAge(protection.keep));
      const isBesideIt = copy.sites.length > 0 && copy.sites.join() === surface.sites.join();
      return { versions: { keep, ...placeKeys(isBesideIt ? { ...copy, sites: [] } : copy) } };
    }
    case 'replica':
      return { replica: { ...writtenReplica(protection, here, context), ...placeKeys(copy) } };
    case 'replication': {
      const { schedule, takes, succeeds } = protection;
      const keep = protection.keep && context.sources.sourced(`${here}.keep`, exactAge(protection.keep));
      const runs = { ...writtenPeriod(schedule, here, context), ...runKeys({ takes, succeeds }, here, context) };
      return { replication: { ...runs, keep, ...placeKeys(copy) } };
    }
    case 'backup':
      return writtenBackup(protection, copy, path, context);
    default:
      return protection satisfies never;
  }
}

function placeKeys({ sites, isImmutable, readableWith }: Copy): object {
  return { on: oneOrList(sites), immutable: isImmutable ? true : undefined, 'readable-with': readableWith };
}

function writtenReplica(replica: ReplicaProtection, here: string, { sources }: WritingContext): object {
  return {
    lag: sources.sourced(
      `${here}.lag`,
      optional(replica.lag, (law) => writtenLaw(law, DURATIONS)),
    ),
    'delayed-by': sources.sourced(`${here}.delayed-by`, optional(replica.delay, exactDuration)),
    volume: sources.sourced(`${here}.volume`, optional(replica.volume, exactRate)),
    'silently-broken': writtenBreakage(replica.silentlyBroken, `${here}.silently-broken`, sources),
  };
}

function writtenBreakage(broken: SilentlyBroken | undefined, here: string, sources: SourceBook): unknown {
  if (broken === undefined) return undefined;
  if (broken.kind === 'found') {
    return {
      probability: sources.sourced(`${here}.probability`, exactShare(broken.probability)),
      for: sources.sourced(`${here}.for`, writtenLaw(broken.for, DURATIONS)),
    };
  }
  return {
    'breaks-every': sources.sourced(`${here}.breaks-every`, writtenLaw(broken.breaksEvery, AGES)),
    'noticed-after': sources.sourced(`${here}.noticed-after`, writtenLaw(broken.noticedAfter, DURATIONS)),
    'mended-after': sources.sourced(`${here}.mended-after`, writtenLaw(broken.mendedAfter, DURATIONS)),
  };
}

function writtenBackup(backup: BackupProtection, copy: Copy, path: string, context: WritingContext): object {
  const { sources, timezone } = context;
  const here = `${path}.${copy.name}`;
  const isOfDatabase = copy.name === 'base-backup';
  const { full, differential, incremental, keep, silentlyUnrestorable: decay, logArchive } = backup;
  const last = decay?.test.last;
  return {
    [copy.name]: {
      ...writtenRuns(full, here, context),
      ...placeKeys(copy),
      keep: sources.sourced(`${here}.keep`, writtenKeep(keep)),
      overlap: backup.overlap,
      'under-load': optional(backup.underLoad, ({ hours, times }) => ({
        hours: writtenHours(hours),
        times: sources.sourced(`${here}.under-load.times`, times),
      })),
      'consistent-at': isOfDatabase ? backup.consistentAt : undefined,
      restorable: sources.sourced(`${here}.restorable`, exactShare(backup.restorable)),
      'silently-unrestorable-after': sources.sourced(
        `${here}.silently-unrestorable-after`,
        optional(decay?.after, (law) => writtenLaw(law, AGES)),
      ),
      differential: optional(differential, (runs) => writtenRuns(runs, `${here}.differential`, context)),
      incremental: optional(incremental, (runs) => writtenRuns(runs, `${here}.incremental`, context)),
    },
    'log-archive': optional(logArchive, (archive) => writtenLogArchive(archive, `${path}.log-archive`, context)),
    'restore-test': optional(decay, ({ test }) => ({
      every: sources.sourced(`${path}.restore-test.every`, optional(test.every, exactDuration)),
      finds: sources.sourced(`${path}.restore-test.finds`, optional(test.finds, exactShare)),
      last: optional(last, (day) => formatCalendarDate(localDate(day, timezone))),
    })),
  };
}

function writtenRuns(runs: BackupRuns, path: string, context: WritingContext): object {
  const { sources } = context;
  return {
    schedule: sources.sourced(`${path}.schedule`, writtenSchedule(runs.schedule, context.timezone)),
    ...runKeys(runs, path, context),
    'copied-after': sources.sourced(
      `${path}.copied-after`,
      optional(runs.copiedAfter, (law) => writtenLaw(law, DURATIONS)),
    ),
    size: sources.sourced(`${path}.size`, optional(runs.size, exactSize)),
  };
}

function runKeys(
  { takes, succeeds }: Pick<BackupRuns, 'takes' | 'succeeds'>,
  path: string,
  { sources }: WritingContext,
) {
  return {
    takes: sources.sourced(`${path}.takes`, writtenLaw(takes, DURATIONS)),
    succeeds: sources.sourced(`${path}.succeeds`, exactShare(succeeds)),
  };
}

function writtenLogArchive(archive: LogArchive, path: string, { sources }: WritingContext): object {
  return {
    every: sources.sourced(`${path}.every`, exactDuration(archive.every)),
    lag: sources.sourced(
      `${path}.lag`,
      optional(archive.lag, (law) => writtenLaw(law, DURATIONS)),
    ),
    volume: sources.sourced(`${path}.volume`, exactRate(archive.volume)),
    keep: sources.sourced(`${path}.keep`, optional(archive.keep, exactAge)),
    'silently-broken': writtenBreakage(archive.silentlyBroken, `${path}.silently-broken`, sources),
    on: oneOrList(archive.sites),
  };
}

/** One rule of age or count is a text; several rules, and those of the calendar, are a map. */
function writtenKeep({ age, count, ...calendar }: Retention): unknown {
  const rules = { ...present({ age: optional(age, exactAge), count }), ...calendar };
  const names = Object.keys(rules);
  if (names.length === 0) return undefined;
  if (names.length > 1 || Object.keys(calendar).length > 0) return rules;
  return rules.age ?? `${String(count)} backups`;
}

/** A period stands under `every` where that is what has a source. */
function writtenPeriod(schedule: Schedule, path: string, { sources, timezone }: WritingContext): object {
  if (schedule.kind === 'every' && sources.has(`${path}.every`)) {
    return { every: sources.sourced(`${path}.every`, exactDuration(schedule.period)) };
  }
  return { schedule: sources.sourced(`${path}.schedule`, writtenSchedule(schedule, timezone)) };
}

function writtenSchedule(schedule: Schedule, timezone: string): unknown {
  if (schedule.kind === 'every') return `every ${exactDuration(schedule.period)}`;
  const { expression } = schedule;
  return schedule.timezone === timezone ? expression : { cron: expression, timezone: schedule.timezone };
}
