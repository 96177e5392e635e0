import { latestRun, runTime } from '../plan/occurrences.js';
import type { RetentionPlan } from '../plan/plan.js';
import type { RunsPlan } from '../plan/runs-plan.js';
import { RetentionTally } from '../simulation/retention-tally.js';

/** What is as unlikely as this is not followed any further. */
const NEGLIGIBLE = 1e-9;

/** Runs that retention prunes, and what each stores. */
export interface KeptRuns {
  /** The fulls first, then the levels that build on them. */
  readonly runs: readonly RunsPlan[];
  readonly keep: RetentionPlan;
  /** Older runs are gone, whatever the rules; in seconds. */
  readonly horizon: number;
  /** Bytes of a full. */
  readonly size: number;
  /** Bytes per second of which a full stores what changed since the one before that is kept; NaN where it is stored whole. */
  readonly changes: number;
}

/** What may have become of the runs from now back to some full, together with all else that comes to the same from there on. */
interface Branch {
  readonly tally: RetentionTally;
  chance: number;
  /** Bytes of what builds on a full that is yet to be found, times the chance of it. */
  pending: number;
  /** The start of the oldest full that is kept so far; NaN when there is none, or when that makes no difference. */
  readonly newer: number;
}

/**
 * The expected bytes that rules of retention leave at an instant, when runs succeed or fail independently.
 *
 * Fulls are looked at from the newest to the oldest. Each divides what may have happened in two, and what the rules cannot
 * tell apart any more is put together again: so the expectation is exact, but for what is negligible.
 */
export function expectedKept(kept: KeptRuns, now: number, epoch: number): number {
  const { count, calendar } = kept.keep;
  return count === Infinity && calendar === undefined ? keptByAge(kept, now) : keptByRules(kept, now, epoch);
}

function keptByRules(kept: KeptRuns, now: number, epoch: number): number {
  const { runs: levels, horizon } = kept;
  const [{ occurrences, succeeds }, ...besides] = levels;
  const tally = new RetentionTally(kept.keep, epoch);
  tally.begin(now);
  let branches: readonly Branch[] = [{ tally, chance: 1, pending: 0, newer: NaN }];
  let bytes = 0;
  let next = now;
  for (let index = latestRun(occurrences, now); branches.length > 0; index--) {
    const start = runTime(occurrences, index);
    if (!(now - start <= horizon)) break;
    const built = builtBetween(besides, start, next);
    const merged = new Merged();
    for (const branch of branches) {
      const pending = branch.pending + branch.chance * built;
      merged.add({ ...branch, chance: branch.chance * (1 - succeeds), pending: pending * (1 - succeeds) });
      const after = branch.tally.fork();
      const isKept = after.keeps(start);
      const chance = branch.chance * succeeds;
      if (isKept) bytes += chance * storedBy(kept, branch.newer - start) + pending * succeeds;
      const newer = isKept && !Number.isNaN(kept.changes) ? start : branch.newer;
      merged.add({ tally: after, chance, pending: 0, newer });
    }
    branches = merged.list();
    next = start;
  }
  return bytes;
}

/**
 * The same where age alone prunes, without a tally: branches differ only in the nearest newer full, so that all in which the
 * full at hand succeeded are one from there on.
 */
function keptByAge(kept: KeptRuns, now: number): number {
  const [{ occurrences, succeeds }, ...besides] = kept.runs;
  const reach = Math.min(kept.horizon, kept.keep.age);
  let branches: AgedBranch[] = [{ chance: 1, pending: 0, newer: NaN }];
  let bytes = 0;
  let next = now;
  for (let index = latestRun(occurrences, now); branches.length > 0; index--) {
    const start = runTime(occurrences, index);
    if (!(now - start <= reach)) break;
    const built = builtBetween(besides, start, next);
    const after: AgedBranch[] = [];
    let succeeded: AgedBranch | undefined;
    for (const { chance, pending, newer } of branches) {
      const due = pending + chance * built;
      const failed = { chance: chance * (1 - succeeds), pending: due * (1 - succeeds), newer };
      if (failed.chance >= NEGLIGIBLE) after.push(failed);
      const lucky = chance * succeeds;
      bytes += lucky * storedBy(kept, newer - start) + due * succeeds;
      if (lucky < NEGLIGIBLE) continue;
      if (succeeded !== undefined) succeeded.chance += lucky;
      else if (Number.isNaN(kept.changes) && after.length > 0) (succeeded = failed).chance += lucky;
      else after.push((succeeded = { chance: lucky, pending: 0, newer: Number.isNaN(kept.changes) ? NaN : start }));
    }
    branches = after;
    next = start;
  }
  return bytes;
}

/** A branch without a tally. */
type AgedBranch = Pick<Branch, 'chance' | 'pending'> & { readonly newer: number };

/** Bytes to be expected of what builds on a full between its start and the next. */
function builtBetween(levels: readonly RunsPlan[], start: number, next: number): number {
  return levels.reduce((sum, { occurrences, succeeds, size }) => {
    const made = latestRun(occurrences, next) - latestRun(occurrences, start);
    return sum + made * succeeds * size;
  }, 0);
}

/** @param apart seconds to the next full that is kept; NaN when there is none. */
function storedBy({ size, changes }: KeptRuns, apart: number): number {
  const changed = changes * apart;
  return Number.isNaN(changed) ? size : Math.min(size, changed);
}

/** Branches, each state once. */
class Merged {
  readonly #byState = new Map<string, Branch>();

  add(branch: Branch): void {
    const { tally, newer } = branch;
    if (branch.chance < NEGLIGIBLE || tally.isAtEnd()) return;
    const state = `${tally.state};${String(newer)}`;
    const same = this.#byState.get(state);
    if (same === undefined) this.#byState.set(state, branch);
    else {
      same.chance += branch.chance;
      same.pending += branch.pending;
    }
  }

  list(): readonly Branch[] {
    return [...this.#byState.values()];
  }
}
