import { sampleDownAge } from '../../distributions/alternating-renewal.js';
import type { AlternatingRenewal } from '../../distributions/alternating-renewal.js';
import { equilibrium, sampleAge } from '../../distributions/equilibrium.js';
import type { Equilibrium } from '../../distributions/equilibrium.js';
import { sample } from '../../distributions/families.js';
import type { Law } from '../../distributions/law.js';
import { stream } from '../../random/stream.js';
import type { Stream } from '../../random/stream.js';

/** It works. */
const UP = -1;

/**
 * Something that breaks unnoticed and is mended, over and over, played forward. It is begun as a random instant finds
 * it; what is left of the time in which it is then has the same law as the age of that time.
 */
export class BreakageClock {
  readonly #renewal: AlternatingRenewal;
  readonly #up: Law;
  readonly #leftOfUp: Equilibrium | undefined;
  readonly #chance: Stream;
  /** The phase of being broken, or UP, and until when it lasts. */
  #phase = UP;
  #until = 0;
  /** When it broke, and when it was mended, one after the other; the last may not be mended yet. */
  readonly #brokenAt: number[] = [];
  readonly #mendedAt: number[] = [];

  /** @param name the prefix of the names of its sources of chance. */
  constructor({ renewal, up }: { readonly renewal: AlternatingRenewal; readonly up: Law }, seed: number, name: string) {
    this.#renewal = renewal;
    this.#up = up;
    this.#leftOfUp = renewal.downShare < 1 ? equilibrium(up) : undefined;
    this.#chance = stream(seed, `${name}/silently-broken/played`, 0);
  }

  /** Begins a year of its own at an instant. */
  begin(year: number, at: number): void {
    const chance = this.#chance.goTo(year);
    this.#phase = UP;
    this.#brokenAt.length = this.#mendedAt.length = 0;
    if (this.#leftOfUp !== undefined && chance.uniform() >= this.#renewal.downShare) {
      this.#until = at + sampleAge(this.#leftOfUp, chance);
      return;
    }
    // Age and rest are drawn apart from each other, each by its own law; the warm-up outlasts both.
    this.#brokenAt.push(at - sampleDownAge(this.#renewal, chance));
    const { phases } = this.#renewal;
    const place = chance.uniform();
    this.#phase = phases.findIndex(({ reached }) => place < reached);
    this.#until = at + sampleAge(phases[this.#phase].age, chance);
  }

  /** Seconds for which it has been broken at an instant; 0 when it works. */
  brokenFor(now: number): number {
    while (this.#until <= now) this.#change();
    for (let last = this.#brokenAt.length - 1; last >= 0; last--) {
      if (this.#brokenAt[last] <= now) return now < (this.#mendedAt[last] ?? Infinity) ? now - this.#brokenAt[last] : 0;
    }
    return 0;
  }

  #change(): void {
    const { phases } = this.#renewal;
    const isMended = this.#phase + 1 === phases.length;
    if (this.#phase === UP && !isMended) this.#brokenAt.push(this.#until);
    else if (isMended && this.#phase !== UP) this.#mendedAt.push(this.#until);
    this.#phase = isMended ? UP : this.#phase + 1;
    this.#until += sample(this.#phase === UP ? this.#up : phases[this.#phase].law, this.#chance);
  }
}
