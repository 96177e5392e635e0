import type { VersionsPlan } from '../../plan/plan.js';
import { VersionStore } from '../version-store.js';
import { CopyLife } from './copy-life.js';
import type { PlayedCopy } from './played-copy.js';

/** Older states beside the newest. The scenario does not tell their bytes. */
export class PlayedVersions implements PlayedCopy {
  readonly storage = [];

  readonly #plan: VersionsPlan;
  readonly #life = new CopyLife();
  #isGone = false;

  constructor(plan: VersionsPlan) {
    this.#plan = plan;
  }

  begin(): void {
    this.#life.since = -Infinity;
    this.#isGone = false;
  }

  advanceTo(): void {
    // Every change is kept when it is made.
  }

  pause(): void {
    // Nothing changes while the surface is down.
  }

  resume(now: number): void {
    if (this.#isGone) this.#life.since = now;
    this.#isGone = false;
  }

  breakOff(): void {
    // Nothing is ever on its way.
  }

  destroy(): void {
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
