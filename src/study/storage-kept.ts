import { power } from '../arithmetic/power.js';
import { latestRun, runTime } from '../plan/occurrences.js';
import { atLeastSuccesses } from '../statistics/binomial-tail.js';
import type { BackupPlan, CopyPlan, Plan, SurfacePlan } from '../plan/plan.js';
import type { RunsPlan } from '../plan/runs-plan.js';
import { RetentionTally } from '../simulation/retention-tally.js';

/** Instants of the period at which the runs that are kept are counted. */
const LOOKS = 96;
/** What is as unlikely as this to be left is not looked for further back. */
const NEGLIGIBLE = 1e-9;

/**
 * Bytes that the copies of all surfaces keep, on average over the period: what retention leaves of the runs that are
 * expected to succeed, the log beside them, and one times the surface for each running copy.
 *
 * What builds on a full goes with it. Fulls that the calendar keeps are counted as if each had succeeded in its turn.
 * Versions that were overwritten, and older copies of a replication, are not told by the scenario, and counted as nothing.
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
  const isLeft = chanceOfBeingLeft(backup);
  let kept = 0;
  for (let look = 0; look < LOOKS; look++) {
    const now = ((look + 0.5) / LOOKS) * periodLength;
    kept +=
      backup.keep.calendar === undefined
        ? keptPlainly(runs, backup, now, isLeft)
        : keptByTally(runs, backup, now, tally);
  }
  return (kept / LOOKS) * runs.size;
}

/**
 * How many runs of a level age and number leave, as expected: of the fulls those that succeeded, with fewer newer ones than the
 * number that is kept; of what builds on a full, all that its full is left with, where the newest that succeeded is its full.
 */
function keptPlainly(
  runs: RunsPlan,
  { horizon, runs: levels }: BackupPlan,
  now: number,
  isLeft: (newer: number) => number,
): number {
  const [{ occurrences: fulls, succeeds }] = levels;
  const within = latestRun(fulls, now) - latestRun(fulls, now - horizon);
  let kept = 0;
  let next = now;
  for (let newer = 0; newer < within; newer++) {
    const chance = isLeft(newer);
    if (chance < NEGLIGIBLE) break;
    const start = runTime(fulls, latestRun(fulls, now) - newer);
    if (runs.level === 'full') kept += chance * succeeds;
    else {
      const made = latestRun(runs.occurrences, next) - latestRun(runs.occurrences, start);
      // That a full succeeded which is as old or older, and young enough to be there.
      const hasBase = succeeds === 1 ? 1 : 1 - power(1 - succeeds, within - newer);
      kept += chance * hasBase * made * runs.succeeds;
    }
    next = start;
  }
  return kept;
}

/** The probability with which the number of fulls that are kept leaves one before which so many newer ones were tried. */
function chanceOfBeingLeft({ keep: { count }, runs: [{ succeeds }] }: BackupPlan): (newer: number) => number {
  const chances: number[] = [];
  return (newer) => {
    if (newer < count) return 1;
    return (chances[newer] ??= 1 - atLeastSuccesses(count, { trials: newer, probability: succeeds }));
  };
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
