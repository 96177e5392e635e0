import type { ReplicationPlan } from '../../plan/plan.js';
import type { ReplicationBeforeStrike } from '../copy-history.js';
import type { Strike } from '../strike.js';

/** The runs of a replication as they went. */
export interface PlayedRuns {
  /** Oldest first. */
  readonly starts: Float64Array;
  readonly count: number;
  /** NaN for one that failed. */
  readonly ends: Float64Array;
}

/** The copy that one incident finds. */
export class ReplicationFound implements ReplicationBeforeStrike {
  readonly kind = 'replication';
  recoveryPoint = NaN;
  failedRuns = 0;
  unfinishedRuns = 0;
  infectedRuns = 0;

  readonly #played: PlayedRuns;
  readonly #plan: Pick<ReplicationPlan, 'horizon' | 'isOverwritten'>;

  constructor(played: PlayedRuns, plan: Pick<ReplicationPlan, 'horizon' | 'isOverwritten'>) {
    this.#played = played;
    this.#plan = plan;
  }

  begin({ at: strike, onset }: Strike): boolean {
    const { starts, ends, count } = this.#played;
    this.failedRuns = this.unfinishedRuns = this.infectedRuns = 0;
    this.recoveryPoint = NaN;
    for (let i = count - 1; i >= 0; i--) {
      if (starts[i] > strike) continue;
      if (!(strike - starts[i] <= this.#plan.horizon)) return false;
      if (Number.isNaN(ends[i])) this.failedRuns++;
      else if (ends[i] > strike) this.unfinishedRuns++;
      else if (starts[i] > onset) {
        this.infectedRuns++;
        if (this.#plan.isOverwritten) return false;
      } else {
        this.recoveryPoint = starts[i];
        return true;
      }
    }
    return false;
  }
}
