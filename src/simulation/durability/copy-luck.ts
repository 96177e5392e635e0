import { sample } from '../../distributions/families.js';
import type { Law } from '../../distributions/law.js';
import { occasions } from '../../random/occasion.js';
import type { Occasions } from '../../random/occasion.js';

/**
 * One source of chance of one copy, such as its times until a fault: the k-th of them belongs to the unit and to k,
 * whatever the other copies did before. So a copy that is added does not move the luck of the others.
 */
export class CopyLuck {
  readonly #law: Law | undefined;
  readonly #luck: Occasions;
  #unit = 0;
  #drawn = 0;

  /** @param law what is drawn; nothing but 0 when undefined. */
  constructor(law: Law | undefined, seed: number, name: string) {
    this.#law = law;
    this.#luck = occasions(seed, name);
  }

  /**
   * Begins with the first time of a unit.
   *
   * @param unit a whole number from 0 to 2^32 − 1, by which the unit and the life are known.
   */
  begin(unit: number): void {
    this.#unit = unit;
    this.#drawn = 0;
  }

  /** The next time, in seconds. */
  next(): number {
    if (this.#law === undefined) return 0;
    return sample(this.#law, this.#luck.at(this.#unit, this.#drawn++));
  }
}
