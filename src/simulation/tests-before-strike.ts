import { sample } from '../distributions/families.js';
import type { SilentlyUnrestorablePlan } from '../plan/plan.js';
import { occasions } from '../random/occasion.js';
import type { Occasions } from '../random/occasion.js';
import type { Strike } from './strike.js';

/**
 * The restore tests before a strike, the last one first. Some time after each, new backups begin to be bad, unless the
 * next test comes first, which finds it and has it mended; what was made bad stays so.
 */
export class TestsBeforeStrike {
  readonly #plan: SilentlyUnrestorablePlan;
  readonly #after: Occasions;
  #incident = 0;
  #last = 0;
  /** Backups that started from this instant on are bad. */
  #badFrom = Infinity;

  /** @param name the prefix of the names of its sources of chance. */
  constructor(plan: SilentlyUnrestorablePlan, seed: number, name: string) {
    this.#plan = plan;
    this.#after = occasions(seed, `${name}/silently-unrestorable/after-earlier`);
  }

  begin(strike: Strike): void {
    const { last, every, phaseColumn, afterColumn } = this.#plan;
    const sinceTest = Number.isNaN(last)
      ? strike.drawn(phaseColumn) * every
      : every === Infinity
        ? strike.at - last
        : (strike.at - last) % every;
    this.#incident = strike.incident;
    this.#last = strike.at - sinceTest;
    this.#badFrom = this.#last + strike.drawn(afterColumn);
  }

  /** Whether a backup that started then is bad. */
  isBad(start: number): boolean {
    if (start >= this.#last) return start >= this.#badFrom;
    const { last, every, after } = this.#plan;
    if (every === Infinity) return false;
    const earlier = Math.ceil((this.#last - start) / every);
    const test = this.#last - earlier * every;
    // Of the time before a test with a date nothing is known, and nothing bad is made up. Half a second is for rounding.
    if (test < last - 0.5) return false;
    return start >= test + sample(after, this.#after.at(this.#incident, earlier));
  }
}
