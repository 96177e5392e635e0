import { sample } from '../distributions/families.js';
import type { SilentlyUnrestorablePlan } from '../plan/plan.js';
import { occasions, type Occasions } from '../random/occasion.js';
import type { Strike } from './strike.js';

/**
 * Since when new backups of a surface are bad, without anybody knowing.
 *
 * Backups begin to be bad some time after a restore test that left them good; a test that finds it has them mended, one that
 * misses it leaves all as it is. Tests are looked at backwards from the strike to the newest that would have found
 * something: after that one backups were good, whatever was before. Of the times between the tests since then each has a
 * draw of its own of when backups would begin to be bad, and the first that falls before the next test is when they did.
 */
export class DecayHistory {
  readonly #plan: SilentlyUnrestorablePlan;
  /** One occasion per test, counted back from the latest, which is 0. */
  readonly #finds: Occasions;
  readonly #after: Occasions;

  constructor(plan: SilentlyUnrestorablePlan, seed: number) {
    this.#plan = plan;
    this.#finds = occasions(seed, `${plan.name}/restore-test/finds`);
    this.#after = occasions(seed, `${plan.name}/silently-unrestorable/after-earlier-test`);
  }

  /** The instant from which new backups are bad; it may be after the strike, and is then not known. */
  badFrom(strike: Strike): number {
    const { every, after, afterColumn, finds } = this.#plan;
    let tested = strike.at - sinceTest(this.#plan, strike);
    let badFrom = tested + strike.drawn(afterColumn);
    // What every test finds has no past.
    if (finds === 1) return badFrom;
    for (let test = 0; !this.#finds.at(strike.incident, test).happens(finds); test++) {
      const before = tested - every;
      const begins = before + sample(after, this.#after.at(strike.incident, test + 1));
      if (begins < tested) badFrom = begins;
      tested = before;
    }
    return badFrom;
  }
}

function sinceTest({ every, last, phaseColumn }: SilentlyUnrestorablePlan, strike: Strike): number {
  if (Number.isNaN(last)) return strike.drawn(phaseColumn) * every;
  return every === Infinity ? strike.at - last : (strike.at - last) % every;
}
