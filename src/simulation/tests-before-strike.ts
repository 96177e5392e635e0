import { sample } from '../distributions/families.js';
import type { SilentlyUnrestorablePlan } from '../plan/plan.js';
import { occasions } from '../random/occasion.js';
import type { Occasions } from '../random/occasion.js';
import type { Strike } from './strike.js';

/**
 * The restore tests before a strike, the last one first. Some time after each, new backups begin to be bad, unless the
 * next test comes first; a test that finds it has it mended, one that misses it leaves it to a later one. What was made bad
 * stays so.
 */
export class TestsBeforeStrike {
  readonly #plan: SilentlyUnrestorablePlan;
  /** One occasion per test, counted back from the last one, which is 0. */
  readonly #after: Occasions;
  readonly #finds: Occasions;
  #incident = 0;
  #last = 0;
  /** New backups are bad from this instant on, unless a test has missed that they already were. */
  #badFrom = Infinity;

  constructor(plan: SilentlyUnrestorablePlan, seed: number) {
    this.#plan = plan;
    this.#after = occasions(seed, `${plan.name}/silently-unrestorable/after-earlier`);
    this.#finds = occasions(seed, `${plan.name}/restore-test/finds`);
  }

  begin(strike: Strike): void {
    this.#incident = strike.incident;
    this.#last = strike.at - secondsSinceTest(this.#plan, strike);
    this.#badFrom = this.#last + strike.drawn(this.#plan.afterColumn);
  }

  /** Whether a backup that started then is bad. */
  isBad(start: number): boolean {
    const { every, finds } = this.#plan;
    if (every === Infinity) return start >= this.#badFrom;
    let test = start >= this.#last ? 0 : Math.ceil((this.#last - start) / every);
    for (let until = start; this.#isKnown(test); test++) {
      if (until >= this.#brokenFrom(test)) return true;
      if (this.#finds.at(this.#incident, test).happens(finds)) return false;
      until = this.#last - test * every;
    }
    return false;
  }

  /** Of the time before a test with a date nothing is known, and nothing bad is made up. Half a second is for rounding. */
  #isKnown(test: number): boolean {
    const { last, every } = this.#plan;
    return Number.isNaN(last) || test === 0 || this.#last - test * every >= last - 0.5;
  }

  /** When what a test left good begins to be made bad, if no test comes first. */
  #brokenFrom(test: number): number {
    if (test === 0) return this.#badFrom;
    return this.#last - test * this.#plan.every + sample(this.#plan.after, this.#after.at(this.#incident, test));
  }
}

/** Seconds from the last restore test to the strike: counted from a known test, or drawn between two. */
export function secondsSinceTest(
  { last, every, phaseColumn }: Pick<SilentlyUnrestorablePlan, 'last' | 'every' | 'phaseColumn'>,
  strike: Strike,
): number {
  if (Number.isNaN(last)) return strike.drawn(phaseColumn) * every;
  return every === Infinity ? strike.at - last : (strike.at - last) % every;
}
