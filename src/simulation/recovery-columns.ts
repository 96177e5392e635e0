import type { Plan } from '../plan/plan.js';
import type { ServedStep } from '../plan/service-order.js';
import { BLOCK_INCIDENTS } from './block-draws.js';
import type { ColumnRoom } from './column-room.js';
import type { WorkColumns } from './work-columns.js';

/**
 * The recovery that `Recovery` plays for one incident, for all incidents of a block, to the last bit: the runbook of a
 * plan whose order of service is settled, step by step, each in all incidents before the next.
 *
 * A step starts when the last of what it follows has ended or, with rivals for the people that it needs, when
 * enough of those are free again, whichever is later. Nothing else happens in a plain plan, so there are no events,
 * and loops over a column have hardly a branch to mispredict.
 */
export class RecoveryColumns {
  readonly #plan: Plan;
  readonly #order: readonly ServedStep[];
  readonly #ends: readonly Float64Array[];
  readonly #room: ColumnRoom;
  readonly #atOnce: Float64Array;
  readonly #starts: Float64Array;
  /** The rivals' ends that matter, in order, and one that is being put in its place among them. */
  readonly #kept: readonly Float64Array[];
  readonly #placed: Float64Array;

  /** @param world `ends` has one column of the room per step, for the seconds from the strike to its end. */
  constructor(
    plan: Plan,
    order: readonly ServedStep[],
    { room, ends }: { readonly room: ColumnRoom; readonly ends: readonly Float64Array[] },
  ) {
    this.#room = room;
    this.#atOnce = room.values(BLOCK_INCIDENTS);
    this.#starts = room.values(BLOCK_INCIDENTS);
    this.#placed = room.values(BLOCK_INCIDENTS);
    this.#plan = plan;
    this.#order = order;
    this.#ends = ends;
    const most = order.reduce((count, { rivals, awaited }) => Math.max(count, Math.min(awaited, rivals.length)), 0);
    this.#kept = Array.from({ length: most }, () => room.values(BLOCK_INCIDENTS));
  }

  /** Plays the runbook of the block that `work` has begun. */
  play(work: WorkColumns): void {
    for (const served of this.#order) {
      const starts = this.#startsOf(served);
      const seconds = work.secondsOf(served.step, starts);
      this.#room.fillSums(starts, seconds, this.#ends[served.step]);
    }
  }

  #startsOf({ step, rivals, awaited }: ServedStep): Float64Array {
    const { predecessors } = this.#plan.steps[step];
    const ends = this.#ends;
    const starts = this.#starts;
    const room = this.#room;
    if (predecessors.length === 0) return awaited === 0 ? this.#atOnce : this.#freeFrom(rivals, awaited);
    if (predecessors.length === 1) {
      if (awaited === 0) return ends[predecessors[0]];
      room.fillLarger(ends[predecessors[0]], this.#freeFrom(rivals, awaited), starts);
      return starts;
    }
    room.fillLarger(ends[predecessors[0]], ends[predecessors[1]], starts);
    for (let i = 2; i < predecessors.length; i++) room.fillLarger(ends[predecessors[i]], starts, starts);
    if (awaited > 0) room.fillLarger(this.#freeFrom(rivals, awaited), starts, starts);
    return starts;
  }

  /** When so many of the rivals' people are free again: the end in that place among theirs, from the first to the last. */
  #freeFrom(rivals: Int32Array, awaited: number): Float64Array {
    const kept = this.#kept;
    const room = this.#room;
    const last = awaited - 1;
    for (let i = 0; i < rivals.length; i++) {
      const ends = this.#ends[rivals[i]];
      const places = Math.min(i, last);
      // What falls off the end of the kept ones has no place to go, so the last needs no more than the smaller.
      const placed = places === 0 ? ends : this.#placed;
      if (places > 0) placed.set(ends);
      for (let place = 0; place < places; place++) room.sortPairs(kept[place], placed);
      if (i < awaited) kept[i].set(placed);
      else room.fillSmaller(kept[last], placed, kept[last]);
    }
    return kept[awaited - 1];
  }
}
