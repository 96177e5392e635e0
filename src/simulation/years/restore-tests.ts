import { sample } from '../../distributions/families.js';
import type { SilentlyUnrestorablePlan } from '../../plan/plan.js';
import { occasions } from '../../random/occasion.js';
import type { Occasions } from '../../random/occasion.js';

/**
 * Restore tests as they follow each other. Some time after each, new backups begin to be bad, unless the next test comes
 * first, which finds it and has it mended. What was made bad stays so.
 */
export class RestoreTests {
  readonly #plan: SilentlyUnrestorablePlan;
  readonly #after: Occasions;
  readonly #phase: Occasions;
  #year = 0;
  /** Instant of test 0. */
  #first = 0;

  /** @param name the prefix of the names of its sources of chance. */
  constructor(plan: SilentlyUnrestorablePlan, seed: number, name: string) {
    this.#plan = plan;
    this.#after = occasions(seed, `${name}/silently-unrestorable/after`);
    this.#phase = occasions(seed, `${name}/restore-test/age`);
  }

  begin(year: number): void {
    const { last, every } = this.#plan;
    this.#year = year;
    this.#first = Number.isNaN(last) ? -this.#phase.at(year, 0).uniform() * every : last;
  }

  /** Whether a backup that starts then is bad. */
  isBad(start: number): boolean {
    const { every, last, after } = this.#plan;
    const test = every === Infinity ? 0 : Math.floor((start - this.#first) / every);
    // Nothing is known of the time before a test with a date, and nothing bad is made up.
    if (!Number.isNaN(last) && start < last) return false;
    const at = every === Infinity ? this.#first : this.#first + test * every;
    return start >= at + sample(after, this.#after.at(this.#year, test >>> 0));
  }
}
