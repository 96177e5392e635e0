import { smallest } from '../extremes.js';
import { quantile } from '../../../statistics/quantile.js';
import { writtenDuration } from '../part/written-value.js';
import { DAY } from '../../../units/quantity.js';
import type { BackupLog, BackupRun } from '../backup-log.js';
import { clockText, clockTexts } from '../clock-text.js';
import { dueTimes } from '../infer/due-runs.js';
import type { InferredSurface } from '../infer/infer-surface.js';
import { counted, finding, type Finding } from './finding.js';

/** So far back a schedule is asked for its last due time before the newest backup; a backup a year old is stale anyway. */
const LOOK_BACK = 400 * DAY;

/** Without a schedule: so many times the usual gap. */
const STALE_GAPS = 3;

/** So many gaps in a row that each are longer than the one before, the last one twice the usual. */
const GROWING_GAPS = 3;
const GROWN = 2;

/** What the runs of a log show: missing, failed, flagged, late, overlapping. */
export function runFindings(log: BackupLog, inferred: InferredSurface, timezone: string): readonly Finding[] {
  return [
    ...missingFindings(inferred, timezone),
    ...failedFindings(log, timezone),
    ...flaggedFindings(log),
    ...outsideFindings(inferred),
    ...staleFindings(log, inferred, timezone),
    ...growingFindings(log),
    ...clockFindings(log, timezone),
    ...overlapFindings(log, timezone),
  ];
}

function missingFindings({ surface }: InferredSurface, timezone: string): readonly Finding[] {
  return surface.levels
    .filter(({ missing }) => missing.length > 0)
    .map(({ level, missing }) => {
      const when = clockTexts([...missing].reverse(), timezone);
      const [are, order] = missing.length === 1 ? ['is', ''] : ['are', ', the newest first'];
      const text = `${counted(missing.length, `${level} run`)} ${are} missing from the schedule${order}: ${when}.`;
      return finding('missing-run', 'warning', text);
    });
}

function failedFindings({ runs }: BackupLog, timezone: string): readonly Finding[] {
  const kinds = [
    { outcome: 'failed', words: 'failed' },
    { outcome: 'partial', words: 'ended with errors in a part' },
  ] as const;
  return kinds.flatMap(({ outcome, words }) => {
    const failed = runs
      .filter((run) => run.outcome === outcome)
      .sort((a, b) => (a.startedAt ?? 0) - (b.startedAt ?? 0));
    const last = failed.at(-1);
    if (last === undefined) return [];
    const when = last.startedAt === undefined ? '' : ` of ${clockText(last.startedAt, timezone)}`;
    const why = last.complaint === undefined ? '' : `: ${last.complaint}`;
    return [
      finding(
        'failed-run',
        'warning',
        `${counted(failed.length, 'run')} ${words}, the last one ${last.id}${when}${why}.`,
      ),
    ];
  });
}

function flaggedFindings({ runs }: BackupLog): readonly Finding[] {
  return runs
    .filter(({ outcome, complaint }) => outcome === 'succeeded' && complaint !== undefined)
    .map(({ id, complaint }) =>
      finding('flagged-backup', 'problem', `Backup ${id} is there but flagged: ${String(complaint)}.`),
    );
}

function outsideFindings({ levels }: InferredSurface): readonly Finding[] {
  return levels.flatMap(({ level, fit }) => {
    const outside = fit === undefined ? 0 : fit.runs - fit.explained;
    if (outside === 0) return [];
    return [
      finding(
        'outside-schedule',
        'warning',
        `${counted(outside, `${level.level} run`)} of ${String(fit?.runs)} began when none was due.`,
      ),
    ];
  });
}

/** Starts of usable backups of any level, ascending. */
function usableStarts(runs: readonly BackupRun[]): readonly number[] {
  const starts = runs.flatMap(({ startedAt, outcome }) =>
    startedAt === undefined || outcome !== 'succeeded' ? [] : [startedAt],
  );
  return starts.sort((a, b) => a - b);
}

/** The newest backup is stale when the schedule that runs most often has been due since, and time enough has passed. */
function staleFindings(
  { runs }: BackupLog,
  { surface, levels }: InferredSurface,
  timezone: string,
): readonly Finding[] {
  const starts = usableStarts(runs);
  const newest = starts.at(-1);
  const { asOf } = surface;
  if (newest === undefined) {
    return runs.length === 0 ? [] : [finding('stale-backup', 'problem', 'No usable backup is in the list.')];
  }
  const age = `The newest usable backup began ${clockText(newest, timezone)}, ${writtenDuration(asOf - newest)} before the listing`;
  const fits = levels.flatMap(({ fit, level }) =>
    fit === undefined ? [] : [{ schedule: fit.schedule, takes: level.takes }],
  );
  if (fits.length === 0) {
    const gaps = Float64Array.from(starts.slice(1).map((start, index) => start - starts[index])).sort();
    if (gaps.length < 2 || asOf - newest <= STALE_GAPS * quantile(gaps, 0.5)) return [];
    return [
      finding('stale-backup', 'problem', `${age}; usually they are ${writtenDuration(quantile(gaps, 0.5))} apart.`),
    ];
  }
  const overdue = fits.flatMap(({ schedule, takes }) => {
    const due = dueTimes(schedule, { from: Math.max(newest, asOf - LOOK_BACK), to: asOf });
    const longest = takes?.values.at(-1) ?? 0;
    return (due?.times ?? []).filter(
      (time) => time > newest + (due?.early ?? 0) && time + (due?.late ?? 0) + longest < asOf,
    );
  });
  if (overdue.length === 0) return [];
  return [finding('stale-backup', 'problem', `${age}, and another was due ${clockText(smallest(overdue), timezone)}.`)];
}

function growingFindings({ runs }: BackupLog): readonly Finding[] {
  const starts = usableStarts(runs);
  const gaps = starts.slice(1).map((start, index) => start - starts[index]);
  const last = gaps.slice(-GROWING_GAPS);
  const usual = quantile(Float64Array.from(gaps.length === 0 ? [0] : gaps).sort(), 0.5);
  const isGrowing = last.length === GROWING_GAPS && last.every((gap, index) => index === 0 || gap > last[index - 1]);
  if (!isGrowing || last[GROWING_GAPS - 1] < GROWN * usual) return [];
  return [
    finding(
      'growing-gap',
      'warning',
      `The gaps between usable backups grow: ${last.map(writtenDuration).join(', ')}; usual is ${writtenDuration(usual)}.`,
    ),
  ];
}

function clockFindings({ runs }: BackupLog, timezone: string): readonly Finding[] {
  const back = runs.filter(
    ({ startedAt, stoppedAt }) => startedAt !== undefined && stoppedAt !== undefined && stoppedAt < startedAt,
  );
  const first = back.at(0);
  if (first?.startedAt === undefined) return [];
  const text = `The clock went back in ${counted(back.length, 'run')}, which end before they begin; their durations are left out. The first is ${first.id} of ${clockText(first.startedAt, timezone)}.`;
  return [finding('clock-step', 'warning', text)];
}

function overlapFindings({ runs }: BackupLog, timezone: string): readonly Finding[] {
  const timed = runs
    .flatMap(({ id, startedAt, stoppedAt }) =>
      startedAt === undefined || stoppedAt === undefined ? [] : [{ id, startedAt, stoppedAt }],
    )
    .sort((a, b) => a.startedAt - b.startedAt);
  const over = timed.filter((run, index) => index > 0 && run.startedAt < timed[index - 1].stoppedAt);
  const first = over.at(0);
  if (first === undefined) return [];
  const text = `${counted(over.length, 'run')} began before the one before had ended, first ${first.id} of ${clockText(first.startedAt, timezone)}.`;
  return [finding('overlap', 'warning', text)];
}
