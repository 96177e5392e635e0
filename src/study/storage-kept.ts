import { latestRun } from '../plan/occurrences.js';
import type { BackupPlan, CopyPlan, Plan, RunsPlan, SurfacePlan } from '../plan/plan.js';

/** Instants of the period at which the runs that are kept are counted. */
const LOOKS = 96;

/**
 * Bytes that the copies of all surfaces keep, on average over the period: what retention leaves of the runs that are
 * expected to succeed, the log beside them, and one times the surface for each running copy.
 *
 * Backups that retention counts are counted as if each had succeeded in its turn; what builds on a full is kept as long
 * as the age of a full allows. Versions that were overwritten are not told by the scenario, and counted as nothing.
 */
export function storageKept({ surfaces, periodLength }: Plan): number {
  return surfaces.reduce((sum, surface) => sum + surfaceKept(surface, periodLength), 0);
}

function surfaceKept({ size, copies }: SurfacePlan, periodLength: number): number {
  return copies.reduce((sum, copy) => sum + copyKept(copy, Number.isNaN(size) ? 0 : size, periodLength), 0);
}

function copyKept({ protection }: CopyPlan, size: number, periodLength: number): number {
  switch (protection.kind) {
    case 'backup':
      return protection.runs.reduce((sum, runs) => sum + runsKept(runs, protection, periodLength), logKept(protection));
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

function runsKept(runs: RunsPlan, { horizon, count }: BackupPlan, periodLength: number): number {
  let kept = 0;
  for (let look = 0; look < LOOKS; look++) {
    const now = ((look + 0.5) / LOOKS) * periodLength;
    const young = (latestRun(runs.occurrences, now) - latestRun(runs.occurrences, now - horizon)) * runs.succeeds;
    kept += runs.level === 'full' ? Math.min(young, count) : young;
  }
  return (kept / LOOKS) * runs.size;
}

function logKept({ log, horizon }: BackupPlan): number {
  return log === undefined ? 0 : log.volume * Math.min(log.keep, horizon);
}
