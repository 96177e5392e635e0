import { latestRun, runTime } from '../plan/occurrences.js';
import type { BackupPlan, CopyPlan, Plan, SurfacePlan } from '../plan/plan.js';
import type { RunsPlan } from '../plan/runs-plan.js';
import { RetentionTally } from '../simulation/retention-tally.js';

/** Instants of the period at which the runs that are kept are counted. */
const LOOKS = 96;

/**
 * Bytes that the copies of all surfaces keep, on average over the period: what retention leaves of the runs that are
 * expected to succeed, the log beside them, and one times the surface for each running copy.
 *
 * Backups that retention counts, by number or by the calendar, are counted as if each had succeeded in its turn; what
 * builds on a full is kept as long as the age of a full allows, or with a full that the calendar keeps. Versions that were overwritten are not told by the scenario, and counted as nothing.
 */
export function storageKept(plan: Plan): number {
  return plan.surfaces.reduce((sum, surface) => sum + surfaceKept(surface, plan), 0);
}

type Span = Pick<Plan, 'epoch' | 'periodLength'>;

function surfaceKept({ size, copies }: SurfacePlan, span: Span): number {
  return copies.reduce((sum, copy) => sum + copyKept(copy, Number.isNaN(size) ? 0 : size, span), 0);
}

function copyKept({ protection }: CopyPlan, size: number, span: Span): number {
  switch (protection.kind) {
    case 'backup':
      return protection.runs.reduce((sum, runs) => sum + runsKept(runs, protection, span), logKept(protection));
    case 'replication':
    case 'replica':
      return size;
    case 'versions':
    case 'ageless':
      return 0;
    default:
      return protection satisfies never;
  }
}

function runsKept(runs: RunsPlan, backup: BackupPlan, { epoch, periodLength }: Span): number {
  const tally = new RetentionTally(backup.keep, epoch);
  let kept = 0;
  for (let look = 0; look < LOOKS; look++) {
    const now = ((look + 0.5) / LOOKS) * periodLength;
    kept += backup.keep.calendar === undefined ? keptPlainly(runs, backup, now) : keptByTally(runs, backup, now, tally);
  }
  return (kept / LOOKS) * runs.size;
}

function keptPlainly({ occurrences, succeeds, level }: RunsPlan, { horizon, keep }: BackupPlan, now: number): number {
  const young = (latestRun(occurrences, now) - latestRun(occurrences, now - horizon)) * succeeds;
  return level === 'full' ? Math.min(young, keep.count) : young;
}

/** The fulls that the rules leave, or what was made from each of them to the next full. */
function keptByTally(
  runs: RunsPlan,
  { horizon, runs: levels }: BackupPlan,
  now: number,
  tally: RetentionTally,
): number {
  const fulls = levels[0].occurrences;
  let kept = 0;
  let next = now;
  tally.begin(now);
  for (let index = latestRun(fulls, now); !tally.isAtEnd(); index--) {
    const start = runTime(fulls, index);
    if (!(now - start <= horizon)) break;
    const isFull = runs.level === 'full';
    const madeOnIt = isFull
      ? 1
      : (latestRun(runs.occurrences, next) - latestRun(runs.occurrences, start)) * runs.succeeds;
    if (tally.keeps(start)) kept += madeOnIt;
    next = start;
  }
  return kept;
}

function logKept({ log, horizon }: BackupPlan): number {
  return log === undefined ? 0 : log.volume * Math.min(log.keep, horizon);
}
