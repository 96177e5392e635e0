import { fillLatestRuns, fillRunTimes } from '../plan/occurrences.js';
import type { RunsPlan } from '../plan/runs-plan.js';
import { OccasionList } from '../random/occasion-list.js';
import { BLOCK_INCIDENTS } from './block-draws.js';
import { RunLuck } from './run-luck.js';

/**
 * The newest run of a schedule that could be used at the strike, in every incident of a block: what `BackupHistory`
 * finds for a schedule of fulls alone, and `ReplicationHistory`.
 *
 * All incidents look at their latest run together, then those that could not use it at the one before, and so on:
 * loops without branches over ever fewer rows.
 */
export class NewestRuns {
  /** Start and end of the run, one value per incident of the block; NaN where there was none. */
  readonly start = new Float64Array(BLOCK_INCIDENTS);
  readonly end = new Float64Array(BLOCK_INCIDENTS);

  readonly #luck: RunLuck;
  readonly #horizon: number;
  /** Rows that still look for a run, and for each of them the run to look at. */
  readonly #rows = new Int32Array(BLOCK_INCIDENTS);
  readonly #indices = new Float64Array(BLOCK_INCIDENTS);
  readonly #starts = new Float64Array(BLOCK_INCIDENTS);
  readonly #ends = new Float64Array(BLOCK_INCIDENTS);
  readonly #usable = new Float64Array(BLOCK_INCIDENTS);
  readonly #list = new OccasionList(BLOCK_INCIDENTS);

  constructor(plan: RunsPlan, horizon: number, world: { readonly seed: number; readonly epoch: number }) {
    this.#luck = new RunLuck(plan, world.seed, world.epoch);
    this.#horizon = horizon;
  }

  /** Looks through the runs for the block that begins with incident `first`; `strikes` has one value per incident. */
  find(first: number, strikes: Float64Array): void {
    fillLatestRuns(this.#luck.plan.occurrences, strikes, this.#indices);
    for (let row = 0; row < BLOCK_INCIDENTS; row++) this.#rows[row] = row;
    this.start.fill(NaN);
    this.end.fill(NaN);
    let looking = this.#keepWithinReach(BLOCK_INCIDENTS, strikes);
    while (looking > 0) {
      this.#list.count = looking;
      for (let i = 0; i < looking; i++) this.#list.incidents[i] = first + this.#rows[i];
      this.#luck.nameRuns(this.#starts, this.#list);
      this.#luck.fillEnds(this.#list, this.#starts, this.#ends);
      this.#luck.fillUsableFrom(this.#list, this.#ends, this.#usable);
      looking = this.#keepWithinReach(this.#keepUnserved(looking, strikes), strikes);
    }
  }

  /** Finds the starts of the runs to look at, and lets the rows go that would look too far back; returns how many stay. */
  #keepWithinReach(looking: number, strikes: Float64Array): number {
    const rows = this.#rows;
    const indices = this.#indices;
    const starts = this.#starts;
    fillRunTimes(this.#luck.plan.occurrences, indices, { count: looking, out: starts });
    let kept = 0;
    for (let i = 0; i < looking; i++) {
      if (!(strikes[rows[i]] - starts[i] <= this.#horizon)) continue;
      rows[kept] = rows[i];
      indices[kept] = indices[i];
      starts[kept++] = starts[i];
    }
    return kept;
  }

  /** Takes the runs that could be used, and sends the other rows to the run before; returns how many these are. */
  #keepUnserved(looking: number, strikes: Float64Array): number {
    const rows = this.#rows;
    const indices = this.#indices;
    const usable = this.#usable;
    let kept = 0;
    for (let i = 0; i < looking; i++) {
      const row = rows[i];
      if (usable[i] <= strikes[row]) {
        this.start[row] = this.#starts[i];
        this.end[row] = this.#ends[i];
      } else {
        rows[kept] = row;
        indices[kept++] = indices[i] - 1;
      }
    }
    return kept;
  }
}
