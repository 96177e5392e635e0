import type { ReplicationPlan } from '../../plan/plan.js';
import { OccasionList } from '../../random/occasion-list.js';
import { RunLuck } from '../run-luck.js';
import { ReplicationFound } from './replication-found.js';
import { RunQueue } from './run-queue.js';
import type { Corruption, PlayedCopy } from './played-copy.js';
import { StorageLog } from './storage-log.js';

/** Runs are drawn so many at a time. */
const BATCH = 256;
/** There is room for so many runs at first. */
const ROOM = 1024;

/** The copies that a schedule makes of a surface, played forward. */
export class PlayedReplication implements PlayedCopy {
  readonly storage: readonly StorageLog[];
  /** Starts and ends of the `count` runs that are remembered, oldest first; the end is NaN for one that failed. */
  starts = new Float64Array(ROOM);
  ends = new Float64Array(ROOM);
  count = 0;

  readonly #luck: RunLuck;
  readonly #queue: RunQueue;
  readonly #plan: ReplicationPlan;
  /** What is stored of the copies, and what of it is given up again when copies have grown too old. */
  readonly #storage = new StorageLog();
  readonly #expired = new StorageLog();
  readonly #size: number;
  #isPaused = false;
  #year = 0;
  readonly #list = new OccasionList(BATCH);
  readonly #batchStarts = new Float64Array(BATCH);
  readonly #batchEnds = new Float64Array(BATCH);
  /** When the copy is there for the first time; Infinity before a run that makes it. */
  #filledAt = Infinity;

  /** @param size bytes of the surface. */
  constructor(plan: ReplicationPlan, size: number, epoch: number, seed: number) {
    this.storage = [this.#storage, this.#expired];
    this.#plan = plan;
    this.#luck = new RunLuck(plan.runs, seed, epoch);
    this.#queue = new RunQueue([plan.runs.occurrences]);
    this.#size = size;
  }

  /** Begins a year of its own at an instant, with no copy. */
  begin(year: number, at: number): void {
    this.#year = year;
    for (const log of this.storage) log.clear();
    this.count = 0;
    this.#isPaused = false;
    this.#filledAt = Infinity;
    this.#queue.goTo(at);
  }

  /** Plays everything up to an instant, that instant included. */
  advanceTo(now: number): void {
    while (!this.#isPaused && this.#queue.nextTime <= now) {
      const list = this.#list;
      list.count = 0;
      while (list.count < BATCH && this.#queue.nextTime <= now) {
        list.incidents[list.count] = this.#year;
        this.#batchStarts[list.count++] = this.#queue.nextTime;
        this.#queue.take();
      }
      this.#luck.nameRuns(this.#batchStarts, list);
      this.#luck.fillEnds(list, this.#batchStarts, this.#batchEnds);
      this.#remember(list.count);
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
    for (let i = this.count - 1; i >= 0; i--) {
      if (!(this.ends[i] > now)) continue;
      this.#store(i, -1, now);
      this.ends[i] = NaN;
    }
    if (this.#filledAt > now) this.#empty(now);
  }

  /** All of it is destroyed. */
  destroy(now: number): void {
    this.count = 0;
    this.#empty(now);
  }

  /** Throws away what was begun by the strike and after the onset of a corruption; and with it what it had overwritten. */
  dropInfected({ onset, strike }: Corruption): void {
    let isOverwritten = false;
    for (let i = this.count - 1; i >= 0; i--) {
      if (this.starts[i] <= onset && !isOverwritten) return;
      if (this.starts[i] > strike) continue;
      isOverwritten ||= this.#plan.isOverwritten && this.ends[i] <= strike;
      this.#store(i, -1, strike);
      this.ends[i] = NaN;
    }
  }

  destroyLog(): void {
    // It has none.
  }

  history(): ReplicationFound {
    return new ReplicationFound(this, this.#plan);
  }

  #empty(now: number): void {
    this.#storage.add(now, -this.storage.reduce((sum, log) => sum + log.cutAt(now), 0));
    this.#filledAt = Infinity;
  }

  /**
   * Counts, from an instant on, what the run before one that succeeded keeps of difference until it has grown too old; or
   * takes that back.
   */
  #store(run: number, sign: 1 | -1, from: number): void {
    if (this.#plan.changes === 0 || Number.isNaN(this.ends[run])) return;
    let before = run - 1;
    while (before >= 0 && Number.isNaN(this.ends[before])) before--;
    if (before < 0) return;
    const bytes = sign * Math.min(this.#size, this.#plan.changes * (this.starts[run] - this.starts[before]));
    const begins = Math.max(from, this.ends[run]);
    const ends = this.starts[before] + this.#plan.horizon;
    if (ends <= begins) return;
    this.#storage.add(begins, bytes);
    this.#expired.add(ends, -bytes);
  }

  /** Takes over the first runs of the batch. */
  #remember(count: number): void {
    if (this.count + count > this.starts.length) this.#makeRoom(this.#batchStarts[0]);
    for (let i = 0; i < count; i++) {
      const end = this.#batchEnds[i];
      this.starts[this.count] = this.#batchStarts[i];
      this.ends[this.count++] = end;
      this.#store(this.count - 1, 1, end);
      if (this.#filledAt < Infinity || Number.isNaN(end)) continue;
      this.#filledAt = end;
      this.#storage.add(end, this.#size);
    }
  }

  /** Forgets what is too old, and takes more room when that is not half of it. */
  #makeRoom(now: number): void {
    let from = 0;
    while (from < this.count && now - this.starts[from] > this.#plan.horizon) from++;
    const kept = this.count - from;
    this.starts.copyWithin(0, from, this.count);
    this.ends.copyWithin(0, from, this.count);
    this.count = kept;
    if (kept <= this.starts.length / 2) return;
    const [starts, ends] = [this.starts, this.ends].map((column) => new Float64Array(2 * column.length));
    starts.set(this.starts);
    ends.set(this.ends);
    this.starts = starts;
    this.ends = ends;
  }
}
