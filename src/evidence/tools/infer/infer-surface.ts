import { present } from '../../../scenario/present.js';
import { instant, type Instant } from '../../../units/quantity.js';
import type { BackupLog } from '../backup-log.js';
import { inferArchive } from './infer-archive.js';
import { inferLaw } from './infer-law.js';
import { inferLevels, type InferredLevel } from './infer-level.js';
import { inferRetention } from './infer-retention.js';
import type { Observed, ObservedSurface } from './observed.js';
import { seenSpans } from './seen-spans.js';

/** What inferring needs besides the log. */
export interface InferContext {
  /** What the surface is called in the scenario. */
  readonly name: string;
  /** The instant at which the listing was taken; the newest that it knows, when absent. */
  readonly now?: Instant;
  /** Of whose clocks times of the day are looked for, the likeliest first. */
  readonly timezones: readonly string[];
}

/** A surface as its tool shows it, with what the findings need. */
export interface InferredSurface {
  readonly surface: ObservedSurface;
  readonly levels: readonly InferredLevel[];
}

/**
 * Everything that a log shows, in the terms of the scenario language, each value with how it came about. What the log
 * cannot show is left out, and `unseen` says so.
 */
export function inferSurface(log: BackupLog, { name, now, timezones }: InferContext): InferredSurface {
  const asOf = now ?? newestInstant(log);
  const levels = inferLevels(log, { spans: seenSpans(log, asOf), timezones });
  const retention = log.runs.length === 0 && log.stated.keep === undefined ? undefined : inferRetention(log);
  const archive = inferArchive(log);
  const restores = log.restores.flatMap(({ startedAt, stoppedAt, outcome }) =>
    startedAt === undefined || stoppedAt === undefined || outcome !== 'succeeded' ? [] : [stoppedAt - startedAt],
  );
  return {
    levels,
    surface: {
      ...{ tool: log.tool, name, subject: log.subject, copy: log.copy, consistentAt: log.consistentAt, asOf, archive },
      levels: levels.map(({ level }) => level),
      ...present({
        size: sizeOf(log),
        keep: retention !== undefined && 'value' in retention ? retention : undefined,
        restores: inferLaw(restores, 'restores'),
      }),
      unseen: [
        ...levels.flatMap(({ unseen }) => unseen),
        ...(retention !== undefined && 'unseen' in retention ? [retention.unseen] : []),
        ...archiveUnseen(archive),
      ],
    },
  };
}

/** The newest instant that the log knows: the listing cannot be older. */
function newestInstant({ runs, restores, archive }: BackupLog): Instant {
  const known = [
    ...[...runs, ...restores].flatMap(({ startedAt, stoppedAt }) => [startedAt, stoppedAt]),
    ...archive.samples.map(({ at }) => at),
    ...archive.segments.map(({ archivedAt }) => archivedAt),
  ];
  return instant(known.reduce<number>((newest, at) => Math.max(newest, at ?? 0), 0));
}

function sizeOf({ stated, runs }: BackupLog): Observed<number> | undefined {
  const newest = runs
    .filter(({ outcome, originalBytes }) => outcome === 'succeeded' && originalBytes !== undefined)
    .reduce<(typeof runs)[number] | undefined>(
      (best, run) => ((run.startedAt ?? 0) >= (best?.startedAt ?? 0) ? run : best),
      undefined,
    );
  if (newest?.originalBytes !== undefined) {
    return { value: newest.originalBytes, origin: 'stated', words: `what the newest backup stands for (${newest.id})` };
  }
  return stated.size === undefined ? undefined : { value: stated.size, origin: 'stated', words: 'the tool states it' };
}

function archiveUnseen({ every, volume }: ObservedSurface['archive']): readonly string[] {
  if (every === undefined && volume !== undefined) {
    return [
      'How often the log is shipped is not seen; samples of pg_stat_archiver or a listing of the archive show it.',
    ];
  }
  return every !== undefined && volume === undefined ? ['How much log is written is not seen.'] : [];
}
