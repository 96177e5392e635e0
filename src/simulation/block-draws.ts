import { fill } from '../distributions/fill.js';
import type { Law } from '../distributions/law.js';
import type { ColumnPlan } from '../plan/plan.js';
import { stream } from '../random/stream.js';
import type { Stream } from '../random/stream.js';

/**
 * Incidents are drawn in blocks of this size. It is part of what a seed means: another size gives other
 * numbers.
 */
export const BLOCK_INCIDENTS = 1024;

/**
 * Places from one column to the next. Eight more than a column has: with a power of two the same row of all
 * columns would fall into the same few sets of the processor's cache, and every look at it would miss.
 */
export const COLUMN_STRIDE = BLOCK_INCIDENTS + 8;

/** Numbers between 0 and 1, as they come. */
const UNIT: Law = { kind: 'uniform', min: 0, max: 1 };

/** Where the draws are found that an incident makes exactly once. */
export interface Draws {
  /** All columns one after the other: the value of column `c` in row `r` is at c × stride + r. */
  readonly values: Float64Array;
  readonly stride: number;
  /** The same memory, one array per column of the plan. */
  readonly columns: readonly Float64Array[];
}

/**
 * The draws that every incident makes exactly once, a block of incidents at a time. Each source of chance has
 * a stream of its own in each block, so that no source moves another and any block can be drawn alone.
 */
export class BlockDraws implements Draws {
  readonly values: Float64Array;
  readonly stride = COLUMN_STRIDE;
  /** One value per incident of the block in each. */
  readonly columns: readonly Float64Array[];
  readonly #plans: readonly ColumnPlan[];
  readonly #streams: readonly Stream[];

  /** @param values where the draws go: `COLUMN_STRIDE` places for each column. */
  constructor(
    plans: readonly ColumnPlan[],
    seed: number,
    values: Float64Array = new Float64Array(plans.length * COLUMN_STRIDE),
  ) {
    this.#plans = plans;
    this.#streams = plans.map(({ name }) => stream(seed, name, 0));
    this.values = values;
    this.columns = plans.map((_, i) => this.values.subarray(i * COLUMN_STRIDE, i * COLUMN_STRIDE + BLOCK_INCIDENTS));
  }

  /** Draws block number `block` whole, whatever part of it is played: what one incident gets must not depend on that. */
  draw(block: number): void {
    for (let i = 0; i < this.#plans.length; i++) {
      const { law } = this.#plans[i];
      fill(law === 'uniform' ? UNIT : law, this.#streams[i].goTo(block), this.columns[i], BLOCK_INCIDENTS);
    }
  }
}
