import type { ReplicaPlan } from '../../plan/plan.js';
import { ReplicaState } from '../replica-state.js';
import { BreakageClock } from './breakage-clock.js';
import { CopyLife } from './copy-life.js';
import type { PlayedCopy } from './played-copy.js';
import { StorageLog } from './storage-log.js';

/** A running copy. After an incident that took it, or corrupted its source, it is made anew. */
export class PlayedReplica implements PlayedCopy {
  readonly storage: readonly StorageLog[];

  readonly #plan: ReplicaPlan;
  readonly #size: number;
  readonly #seed: number;
  readonly #kept = new StorageLog();
  readonly #clock: BreakageClock | undefined;
  readonly #life = new CopyLife();
  #isGone = false;
  #isStale = false;

  /** @param size bytes of the surface. */
  constructor(plan: ReplicaPlan, size: number, seed: number) {
    this.#plan = plan;
    this.#size = size;
    this.#seed = seed;
    this.storage = [this.#kept];
    const since = plan.breakage?.since;
    this.#clock = since?.kind === 'renewal' ? new BreakageClock(since, seed, plan.name) : undefined;
  }

  begin(year: number, at: number): void {
    this.#kept.clear();
    this.#kept.add(at, this.#size);
    this.#clock?.begin(year, at);
    this.#life.since = -Infinity;
    this.#isGone = this.#isStale = false;
  }

  /** Nothing happens to it by itself but what its clock knows. */
  advanceTo(): void {
    // It is as it was.
  }

  pause(): void {
    // Nothing is sent while its source is down, and nothing is missed.
  }

  resume(now: number): void {
    if (this.#isGone) this.#kept.add(now, this.#size);
    if (this.#isGone || this.#isStale) this.#life.since = now;
    this.#isGone = this.#isStale = false;
  }

  breakOff(): void {
    // What had not arrived is its lag, and is lost with the source.
  }

  destroy(now: number): void {
    if (!this.#isGone) this.#kept.add(now, -this.#size);
    this.#isGone = true;
  }

  destroyLog(): void {
    // It has none.
  }

  dropInfected(): void {
    this.#isStale = true;
  }

  history(): ReplicaState {
    return new ReplicaState(this.#plan, this.#seed, { clock: this.#clock, life: this.#life });
  }
}
