import { latestRun } from '../plan/occurrences.js';
import type { ReplicationPlan } from '../plan/plan.js';
import type { ReplicationBeforeStrike } from './copy-history.js';
import { RunLuck } from './run-luck.js';
import type { Strike } from './strike.js';

/** Copies of a surface, seen backwards from the strike to the newest one that had arrived. */
export class ReplicationHistory implements ReplicationBeforeStrike {
  readonly kind = 'replication';
  /** The instant that the copy stands for, relative to the period; NaN when there is none. */
  recoveryPoint = NaN;
  /** Newer runs that had failed, and newer runs still under way. */
  failedRuns = 0;
  unfinishedRuns = 0;
  /** Newer copies of what was already corrupted. */
  infectedRuns = 0;

  readonly plan: ReplicationPlan;
  readonly luck: RunLuck;
  readonly #horizon: number;
  readonly #isOverwritten: boolean;

  constructor(plan: ReplicationPlan, seed: number, epoch: number) {
    this.plan = plan;
    this.luck = new RunLuck(plan.runs, seed, epoch);
    this.#horizon = plan.horizon;
    this.#isOverwritten = plan.isOverwritten;
  }

  /** Finds the recovery point; false when there is none. */
  begin({ incident, at: strike, onset }: Strike): boolean {
    const { luck } = this;
    luck.begin(incident);
    this.failedRuns = 0;
    this.unfinishedRuns = 0;
    this.infectedRuns = 0;
    this.recoveryPoint = NaN;
    for (let index = latestRun(luck.plan.occurrences, strike); ; index--) {
      const start = luck.startOf(index);
      if (!(strike - start <= this.#horizon)) return false;
      const end = luck.endOf(start);
      if (Number.isNaN(end)) this.failedRuns++;
      else if (end > strike) this.unfinishedRuns++;
      else if (start > onset) {
        this.infectedRuns++;
        // What it has overwritten was the last that was clean.
        if (this.#isOverwritten) return false;
      } else {
        this.recoveryPoint = start;
        return true;
      }
    }
  }
}
