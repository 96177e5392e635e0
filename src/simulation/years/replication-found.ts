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

  constructor(played: PlayedRuns) {
    this.#played = played;
  }

  begin({ at: strike, onset }: Strike): boolean {
    const { starts, ends, count } = this.#played;
    this.failedRuns = this.unfinishedRuns = this.infectedRuns = 0;
    this.recoveryPoint = NaN;
    for (let i = count - 1; i >= 0; i--) {
      if (starts[i] > strike) continue;
      if (Number.isNaN(ends[i])) this.failedRuns++;
      else if (ends[i] > strike) this.unfinishedRuns++;
      else if (starts[i] > onset) this.infectedRuns++;
      else {
        this.recoveryPoint = starts[i];
        return true;
      }
    }
    return false;
  }
}
