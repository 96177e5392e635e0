import { exactAge, exactDuration, exactRate, exactShare, exactSize } from '../../units/exact-text.js';
import { localDate } from '../../units/time-zone.js';
import { formatCalendarDate } from '../../units/calendar-date.js';
import { present } from '../present.js';
import type {
  BackupProtection,
  BackupRuns,
  LogArchive,
  Retention,
  Schedule,
  SilentlyBroken,
  Surface,
} from '../scenario.js';
import type { SourceBook } from './source-book.js';
import { AGES, DURATIONS, writtenLaw } from './written-law.js';

/** What writing an entry needs besides the entry: where values come from, and the time zone of the file. */
export interface WritingContext {
  readonly sources: SourceBook;
  readonly timezone: string;
}

/** A surface as a map of the file; keys without a value are undefined. */
export function writtenSurface(surface: Surface, path: string, context: WritingContext): object {
  const { protection } = surface;
  const { sources } = context;
  const canLose = protection.kind === 'backup' || protection.kind === 'replication';
  return {
    size: sources.sourced(`${path}.size`, optional(surface.size, exactSize)),
    'data-bearing': surface.isDataBearing === canLose ? undefined : surface.isDataBearing,
    ...writtenProtection(surface, path, context),
  };
}

function writtenProtection({ protection }: Surface, path: string, context: WritingContext): object {
  switch (protection.kind) {
    case 'versioned':
      return { versioned: true };
    case 'rebuilt':
      return { 'rebuilt-from': protection.from };
    case 'replication': {
      const { schedule, takes, succeeds } = protection;
      const here = `${path}.replication`;
      return {
        replication: { ...writtenPeriod(schedule, here, context), ...runKeys({ takes, succeeds }, here, context) },
      };
    }
    case 'backup':
      return writtenBackup(protection, path, context);
    default:
      return protection satisfies never;
  }
}

function writtenBackup(backup: BackupProtection, path: string, context: WritingContext): object {
  const { sources, timezone } = context;
  const here = `${path}.base-backup`;
  const { full, differential, incremental, keep, silentlyUnrestorable: decay, logArchive } = backup;
  const last = decay?.test.last;
  return {
    'base-backup': {
      ...writtenRuns(full, here, context),
      keep: sources.sourced(`${here}.keep`, writtenKeep(keep)),
      'consistent-at': backup.consistentAt,
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
    'silently-broken': optional(archive.silentlyBroken, (broken) =>
      writtenBroken(broken, `${path}.silently-broken`, sources),
    ),
  };
}

function writtenBroken(broken: SilentlyBroken, path: string, sources: SourceBook): object {
  if (broken.kind === 'found') {
    return {
      probability: sources.sourced(`${path}.probability`, exactShare(broken.probability)),
      for: sources.sourced(`${path}.for`, writtenLaw(broken.for, DURATIONS)),
    };
  }
  return {
    'breaks-every': sources.sourced(`${path}.breaks-every`, writtenLaw(broken.breaksEvery, AGES)),
    'noticed-after': sources.sourced(`${path}.noticed-after`, writtenLaw(broken.noticedAfter, DURATIONS)),
    'mended-after': sources.sourced(`${path}.mended-after`, writtenLaw(broken.mendedAfter, DURATIONS)),
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

/** What a value is written as, when there is one. */
export function optional<Value, Written>(
  value: Value | undefined,
  write: (value: Value) => Written,
): Written | undefined {
  return value === undefined ? undefined : write(value);
}
