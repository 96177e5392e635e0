import type { BackupPlan, CopyPlan, Plan, ReplicationPlan, SurfacePlan } from '../plan/plan.js';
import { expectedKept } from './kept-runs.js';
import type { KeptRuns } from './kept-runs.js';

/** Instants of the period at which the runs that are kept are counted. */
const LOOKS = 96;

/**
 * Bytes that the copies of all surfaces keep, on average over the period: what retention leaves of the runs that are
 * expected to succeed, the log beside them, what was overwritten and is kept, and one times the surface for each running
 * copy.
 *
 * What builds on a full goes with it. Of snapshots, and of the older copies of a replication, only the differences are
 * stored; where nobody has said how much changes, a snapshot is stored whole, and what was overwritten is not counted.
 *
 * @source Amazon EC2 API Reference, DeleteSnapshot: a snapshot saves the blocks that have changed since the one before, and
 *   when one is deleted, what no other needs is removed.
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
      return onAverage({ ...protection, size: protection.runs[0].size }, span) + logKept(protection);
    case 'replication':
      return protection.changes === 0 ? size : Math.max(size, onAverage(copiesOf(protection, size), span));
    case 'replica':
      return size;
    case 'versions':
      return protection.changes * protection.keep;
    case 'ageless':
      return 0;
    default:
      return protection satisfies never;
  }
}

function copiesOf({ runs, horizon, changes }: ReplicationPlan, size: number): KeptRuns {
  return { runs: [runs], keep: { age: horizon, count: Infinity, calendar: undefined }, horizon, size, changes };
}

function onAverage(kept: KeptRuns, { epoch, periodLength }: Span): number {
  let sum = 0;
  for (let look = 0; look < LOOKS; look++) sum += expectedKept(kept, ((look + 0.5) / LOOKS) * periodLength, epoch);
  return sum / LOOKS;
}

function logKept({ log, horizon }: BackupPlan): number {
  return log === undefined ? 0 : log.volume * Math.min(log.keep, horizon);
}
