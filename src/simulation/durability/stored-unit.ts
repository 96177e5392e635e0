import type { DurabilityPlan } from '../../plan/durability-plan.js';
import { StoredCopy } from './stored-copy.js';

/**
 * One unit of stored data with all its copies, played from fault to fault and repair to repair. Of what happens at one
 * instant repairs come first, then the copies in their order.
 */
export class StoredUnit {
  readonly #plan: DurabilityPlan;
  readonly #copies: readonly StoredCopy[];

  constructor(plan: DurabilityPlan, seed: number) {
    this.#plan = plan;
    this.#copies = Array.from({ length: plan.copies }, (_, i) => new StoredCopy(plan, seed, i + 1));
  }

  /**
   * Plays the unit with new copies from time 0.
   *
   * @param unit by which its luck is known: a whole number from 0 to 2^32 − 1.
   * @param until seconds, included.
   * @returns the instant at which it is lost; Infinity when it is not until then.
   */
  play(unit: number, until: number): number {
    for (const copy of this.#copies) copy.begin(unit);
    for (;;) {
      const copy = this.#nextCopy();
      const now = copy.next;
      if (now > until || now === Infinity) return Infinity;
      copy.happen();
      if (copy.state !== 'good' && this.#isLost()) return now;
      if (this.#plan.independence < 1) this.#setPaces(now);
    }
  }

  #nextCopy(): StoredCopy {
    let [next] = this.#copies;
    for (const copy of this.#copies) {
      if (copy.next < next.next || (copy.next === next.next && copy.isMendedNext && !next.isMendedNext)) next = copy;
    }
    return next;
  }

  /** Faults that spoil a part meet in no part, so that two copies make one whole; one alone cannot. */
  #isLost(): boolean {
    let good = 0;
    let spoilt = 0;
    for (const { state } of this.#copies) {
      if (state === 'good') good++;
      else if (state === 'spoilt') spoilt++;
    }
    return good === 0 && (this.#plan.latent?.spoils !== 'part' || spoilt < 2);
  }

  #setPaces(now: number): void {
    const bad = this.#copies.reduce((count, { state }) => count + (state === 'good' ? 0 : 1), 0);
    for (const copy of this.#copies) {
      const others = bad - (copy.state === 'good' ? 0 : 1);
      copy.setPace(others > 0 ? this.#plan.independence : 1, now);
    }
  }
}
