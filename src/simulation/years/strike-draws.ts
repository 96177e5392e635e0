import { sample } from '../../distributions/families.js';
import type { ColumnPlan } from '../../plan/plan.js';
import { occasions } from '../../random/occasion.js';
import type { Occasions } from '../../random/occasion.js';
import type { Draws } from '../block-draws.js';

/** What one incident at a time draws exactly once, by the number of the incident. */
export class StrikeDraws implements Draws {
  readonly values: Float64Array;
  readonly stride = 1;
  readonly columns: readonly Float64Array[];
  readonly #plans: readonly ColumnPlan[];
  readonly #luck: readonly Occasions[];

  constructor(plans: readonly ColumnPlan[], seed: number) {
    this.#plans = plans;
    this.#luck = plans.map(({ name }) => occasions(seed, `${name}/once`));
    this.values = new Float64Array(plans.length);
    this.columns = plans.map((_, i) => this.values.subarray(i, i + 1));
  }

  draw(incident: number): void {
    this.#plans.forEach(({ law }, i) => {
      const chance = this.#luck[i].at(incident, 0);
      this.values[i] = law === 'uniform' ? chance.uniform() : sample(law, chance);
    });
  }
}
