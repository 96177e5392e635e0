import type { VersionsPlan } from '../../plan/plan.js';
import { VersionStore } from '../version-store.js';
import { CopyLife } from './copy-life.js';
import type { PlayedCopy } from './played-copy.js';
import { StorageLog } from './storage-log.js';

/** Older states come back in so many steps after they were destroyed, until they are as many as before. */
const STEPS = 16;

/** Older states beside the newest: what was overwritten, for as long as it is kept. */
export class PlayedVersions implements PlayedCopy {
  readonly storage: readonly StorageLog[];

  readonly #plan: VersionsPlan;
  readonly #kept = new StorageLog();
  /** What is kept after a long while, in bytes; of it, so many steps are there, counted from an instant on. */
  readonly #full: number;
  #steps = STEPS;
  #from = 0;
  readonly #life = new CopyLife();
  #isGone = false;

  constructor(plan: VersionsPlan) {
    this.#plan = plan;
    this.#full = plan.changes * plan.keep;
    this.storage = [this.#kept];
  }

  begin(_: number, at: number): void {
    this.#kept.clear();
    this.#kept.add(at, this.#full);
    this.#steps = STEPS;
    this.#life.since = -Infinity;
    this.#isGone = false;
  }

  /** Every change is kept when it is made; that is counted in the middle of each step. */
  advanceTo(now: number): void {
    if (this.#isGone) return;
    for (; this.#steps < STEPS; this.#steps++) {
      const at = this.#from + ((this.#steps + 0.5) / STEPS) * this.#plan.keep;
      if (at > now) return;
      this.#kept.add(at, this.#full / STEPS);
    }
  }

  pause(): void {
    // Nothing changes while the surface is down.
  }

  resume(now: number): void {
    if (this.#isGone) this.#life.since = this.#from = now;
    this.#isGone = false;
  }

  breakOff(): void {
    // Nothing is ever on its way.
  }

  destroy(now: number): void {
    this.#kept.add(now, -(this.#steps / STEPS) * this.#full);
    this.#steps = 0;
    this.#isGone = true;
  }

  destroyLog(): void {
    // It has none.
  }

  dropInfected(): void {
    // The bad states are kept, and those before them too.
  }

  history(): VersionStore {
    return new VersionStore(this.#plan, this.#life);
  }
}
