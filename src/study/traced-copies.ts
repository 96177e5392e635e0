import { CUT_OFF, UNHARMED } from '../plan/disaster-plan.js';
import type { SurfacePlan } from '../plan/plan.js';
import type { CopyHistory } from '../simulation/copy-history.js';
import type { Protection } from '../simulation/protection.js';
import type { Strike } from '../simulation/strike.js';
import { pastOfCopy, restoredRuns } from './past-of-copy.js';
import type { TracedCopy } from './trace.js';

/**
 * The copies of a surface that was hit, and their past. To be called when all else has been told of the surface: its histories
 * look at every run again.
 */
export function tracedCopies(
  { copies }: SurfacePlan,
  surface: number,
  { protection, strike }: { readonly protection: Protection; readonly strike: Strike },
): readonly TracedCopy[] {
  return copies.map(({ name }, copy): TracedCopy => {
    const history = protection.histories[surface][copy];
    const left = protection.left[surface][copy];
    const isChosen = protection.chosen[surface] === copy;
    const told = {
      name,
      left: left === UNHARMED ? 'unharmed' : left === CUT_OFF ? 'cut-off' : 'lost',
      isChosen,
      reaches: left === UNHARMED ? reachOf(history, strike.at) : null,
      logReaches: left === UNHARMED ? logReachOf(history, strike.at, strike.kind.logs[surface][copy]) : null,
    } as const;
    const restored = isChosen ? restoredRuns(history) : [];
    protection.lookAgain(surface, copy);
    return { ...told, runs: pastOfCopy(history, { strike: strike.at, onset: strike.onset, restored }) };
  });
}

/** Seconds from the strike; what does not age reaches to the strike itself. */
function reachOf(history: CopyHistory, strike: number): number | null {
  if (history === undefined) return 0;
  return Number.isNaN(history.recoveryPoint) ? null : history.recoveryPoint - strike;
}

/** A log that was out of reach has come back with the provider where a backup was rolled forward over it. */
function logReachOf(history: CopyHistory, strike: number, left: number): number | null {
  if (history?.kind !== 'backup' || history.log === undefined) return null;
  return left === UNHARMED || history.isRolledForward ? history.log.newestBoundary - strike : null;
}
