import { sample } from '../../distributions/families.js';
import type { SilentlyUnrestorablePlan } from '../../plan/plan.js';
import { occasions } from '../../random/occasion.js';
import type { Occasions } from '../../random/occasion.js';

/**
 * Restore tests as they follow each other. Some time after each, new backups begin to be bad, unless the next test comes
 * first; a test that finds it has it mended, one that misses it leaves it to a later one. What was made bad stays so.
 */
export class RestoreTests {
  readonly #plan: SilentlyUnrestorablePlan;
  readonly #after: Occasions;
  readonly #finds: Occasions;
  readonly #phase: Occasions;
  #year = 0;
  /** Instant of test 0. */
  #first = 0;

  constructor(plan: SilentlyUnrestorablePlan, seed: number) {
    this.#plan = plan;
    this.#after = occasions(seed, `${plan.name}/silently-unrestorable/after`);
    this.#finds = occasions(seed, `${plan.name}/restore-test/finds`);
    this.#phase = occasions(seed, `${plan.name}/restore-test/age`);
  }

  begin(year: number): void {
    const { last, every } = this.#plan;
    this.#year = year;
    this.#first = Number.isNaN(last) ? -this.#phase.at(year, 0).uniform() * every : last;
  }

  /** Whether a backup that starts then is bad. */
  isBad(start: number): boolean {
    const { every, last, finds } = this.#plan;
    // Nothing is known of the time before a test with a date, and nothing bad is made up.
    if (!Number.isNaN(last) && start < last) return false;
    if (every === Infinity) return this.#isBroken(0, this.#first, start);
    const earliest = Number.isNaN(last) ? -Infinity : 0;
    let until = start;
    for (let test = Math.floor((start - this.#first) / every); test >= earliest; test--) {
      const tested = this.#first + test * every;
      if (this.#isBroken(test, tested, until)) return true;
      if (this.#finds.at(this.#year, test >>> 0).happens(finds)) return false;
      until = tested;
    }
    return false;
  }

  /** Whether what a test left good is made bad by an instant. */
  #isBroken(test: number, tested: number, by: number): boolean {
    return by >= tested + sample(this.#plan.after, this.#after.at(this.#year, test >>> 0));
  }
}
