import type { ReplicationPlan } from '../../plan/plan.js';
import { RunLuck } from '../run-luck.js';
import { ReplicationFound } from './replication-found.js';
import { RunQueue } from './run-queue.js';
import type { Corruption, PlayedCopy } from './played-copy.js';
import { StorageLog } from './storage-log.js';

/** So many runs are remembered at least before the oldest are forgotten. */
const REMEMBERED = 1024;

/** The copies that a schedule makes of a surface, played forward. Each overwrites the one before, in versions that are kept. */
export class PlayedReplication implements PlayedCopy {
  readonly storage: readonly StorageLog[];
  /** Starts and ends of the runs that are remembered, oldest first; the end is NaN for one that failed. */
  starts: number[] = [];
  ends: number[] = [];

  readonly #luck: RunLuck;
  readonly #queue: RunQueue;
  readonly #horizon: number;
  readonly #storage = new StorageLog();
  readonly #size: number;
  #isPaused = false;
  #forgetAt = REMEMBERED;
  /** When the copy is there for the first time; Infinity before a run that makes it. */
  #filledAt = Infinity;

  /** @param size bytes of the surface. */
  constructor({ runs, horizon }: ReplicationPlan, size: number, epoch: number, seed: number) {
    this.storage = [this.#storage];
    this.#luck = new RunLuck(runs, seed, epoch);
    this.#queue = new RunQueue([runs.occurrences]);
    this.#horizon = horizon;
    this.#size = size;
  }

  /** Begins a year of its own at an instant, with no copy. */
  begin(year: number, at: number): void {
    this.#luck.begin(year);
    this.#storage.clear();
    this.starts = [];
    this.ends = [];
    this.#isPaused = false;
    this.#forgetAt = REMEMBERED;
    this.#filledAt = Infinity;
    this.#queue.goTo(at);
  }

  /** Plays everything up to an instant, that instant included. */
  advanceTo(now: number): void {
    while (!this.#isPaused && this.#queue.nextTime <= now) {
      const start = this.#queue.nextTime;
      this.#queue.take();
      const end = this.#luck.endOf(start);
      this.starts.push(start);
      this.ends.push(end);
      if (this.#filledAt === Infinity && !Number.isNaN(end)) {
        this.#filledAt = end;
        this.#storage.add(end, this.#size);
      }
      if (this.starts.length > this.#forgetAt) this.#forget(start);
    }
  }

  pause(): void {
    this.#isPaused = true;
  }

  resume(now: number): void {
    this.#isPaused = false;
    this.#queue.goTo(now);
  }

  /** What was under way when its surface was hit comes to no end. */
  breakOff(now: number): void {
    for (let i = this.ends.length - 1; i >= 0; i--) if (this.ends[i] > now) this.ends[i] = NaN;
    if (this.#filledAt > now) this.#empty(now);
  }

  /** All of it is destroyed. */
  destroy(now: number): void {
    this.starts = [];
    this.ends = [];
    this.#empty(now);
  }

  /** Throws away what was begun by the strike and after the onset of a corruption. */
  dropInfected({ onset, strike }: Corruption): void {
    for (let i = this.starts.length - 1; i >= 0 && this.starts[i] > onset; i--) {
      if (this.starts[i] <= strike) this.ends[i] = NaN;
    }
  }

  destroyLog(): void {
    // It has none.
  }

  history(): ReplicationFound {
    return new ReplicationFound(this);
  }

  #empty(now: number): void {
    if (this.#filledAt < Infinity) this.#storage.add(Math.max(now, this.#filledAt), -this.#size);
    this.#filledAt = Infinity;
  }

  #forget(now: number): void {
    const from = this.starts.findIndex((start) => now - start <= this.#horizon);
    this.starts = this.starts.slice(from);
    this.ends = this.ends.slice(from);
    this.#forgetAt = Math.max(REMEMBERED, 2 * this.starts.length);
  }
}
