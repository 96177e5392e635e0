import type { DurabilityPlan } from '../../plan/durability-plan.js';
import { occasions } from '../../random/occasion.js';
import type { Occasions } from '../../random/occasion.js';
import { StoredUnit } from './stored-unit.js';

/**
 * The stored data of one surface, unit by unit. No unit is played beyond the first loss of those before it, unless the
 * horizon is further: what happens later to it can no longer be the first.
 */
export class StoredData {
  /** When the first unit was lost, in seconds from the first day; Infinity when none was within the bound. */
  firstLoss = Infinity;
  /** Units that were lost within the horizon. */
  unitsLost = 0;
  readonly #plan: DurabilityPlan;
  readonly #unit: StoredUnit;
  readonly #luck: Occasions;

  constructor(plan: DurabilityPlan, seed: number) {
    this.#plan = plan;
    this.#unit = new StoredUnit(plan, seed);
    this.#luck = occasions(seed, `durability/${plan.surface}/unit`);
  }

  /**
   * Plays one life of the data, with new copies.
   *
   * @param life a whole number from 0 to 2^32 − 1; it has the same luck whatever was played before.
   */
  play(life: number): void {
    const { units, horizon, bound } = this.#plan;
    this.firstLoss = Infinity;
    this.unitsLost = 0;
    for (let i = 0; i < units; i++) {
      const unit = Math.floor(this.#luck.at(life, i).uniform() * 2 ** 32);
      const lostAt = this.#unit.play(unit, Math.max(horizon, Math.min(bound, this.firstLoss)));
      if (lostAt < this.firstLoss) this.firstLoss = lostAt;
      if (lostAt <= horizon) this.unitsLost++;
    }
  }
}
