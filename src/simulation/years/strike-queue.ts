import { exponential } from '../../distributions/exponential.js';
import { sample } from '../../distributions/families.js';
import type { WorkingHours } from '../../plan/plan.js';
import type { ArrivalPlan, SetOffPlan } from '../../plan/years-plan.js';
import { occasions } from '../../random/occasion.js';
import type { Occasions } from '../../random/occasion.js';
import { stream } from '../../random/stream.js';
import type { Stream } from '../../random/stream.js';
import { nextOpening } from '../people.js';

/** An incident that is going to strike. */
export interface ComingStrike {
  /** Index of its kind. */
  readonly kind: number;
  /** Relative to the period. */
  readonly at: number;
  /** The number by which its luck is known, from 0 to 2^32 − 1. */
  readonly incident: number;
}

/** Every kind comes as a Poisson process of its own, in its own hours, and may bring others with it. */
export class StrikeQueue {
  readonly #arrivals: readonly ArrivalPlan[];
  readonly #streams: readonly Stream[];
  readonly #setOff: readonly (readonly Occasions[])[];
  /** The next strike of each kind by itself; undefined for one that does not. */
  readonly #next: (ComingStrike | undefined)[];
  /** Those that others have set off. */
  #brought: ComingStrike[] = [];

  /** @param names those of the kinds, by which their chance is known. */
  constructor(arrivals: readonly ArrivalPlan[], names: readonly string[], seed: number) {
    this.#arrivals = arrivals;
    this.#streams = names.map((name) => stream(seed, `incident/${name}/strikes`, 0));
    this.#setOff = arrivals.map(({ setsOff }) => setsOff.map(({ name }) => occasions(seed, name)));
    this.#next = arrivals.map(() => undefined);
  }

  /** Begins a year of its own at an instant. */
  begin(year: number, from: number): void {
    this.#brought = [];
    this.#arrivals.forEach(({ rate }, kind) => {
      this.#streams[kind].goTo(year);
      this.#next[kind] = rate > 0 ? this.#after(kind, from) : undefined;
    });
  }

  /** Instant of the next strike; Infinity when there is none. */
  get nextTime(): number {
    return this.#first()?.at ?? Infinity;
  }

  /** Takes the next strike, and lets it set off others. Only while there is one. */
  take(): ComingStrike {
    const strike = this.#first();
    if (strike === undefined) throw new Error('StrikeQueue: nothing strikes any more');
    if (this.#next[strike.kind] === strike) this.#next[strike.kind] = this.#after(strike.kind, strike.at);
    else this.#brought = this.#brought.filter((other) => other !== strike);
    this.#arrivals[strike.kind].setsOff.forEach((setOff, i) =>
      this.#bring(strike, setOff, this.#setOff[strike.kind][i]),
    );
    return strike;
  }

  #first(): ComingStrike | undefined {
    let first: ComingStrike | undefined;
    for (const strike of this.#next)
      if (strike !== undefined && !(strike.at >= (first?.at ?? Infinity))) first = strike;
    // Of two at one instant the one that was set off comes second: what sets it off is taken first.
    for (const strike of this.#brought) if (!(strike.at >= (first?.at ?? Infinity))) first = strike;
    return first;
  }

  /** The next strike of a kind by itself: candidates at its highest rate, of which calm hours keep their part. */
  #after(kind: number, from: number): ComingStrike {
    const { rate, rush } = this.#arrivals[kind];
    const chance = this.#streams[kind];
    const times = rush?.times ?? 1;
    const gap = exponential({ mean: 1 / (rate * Math.max(1, times)) });
    for (let at = from; ;) {
      at += sample(gap, chance);
      const luck = chance.uniform();
      const incident = Math.floor(chance.uniform() * 2 ** 32);
      const weight = rush !== undefined && isWithin(rush.hours, at) ? times : 1;
      if (luck * Math.max(1, times) < weight) return { kind, at, incident };
    }
  }

  #bring(cause: ComingStrike, { kind, probability, after }: SetOffPlan, luck: Occasions): void {
    const chance = luck.at(cause.incident, 0);
    if (!chance.happens(probability)) return;
    const delay = after === undefined ? 0 : sample(after, chance);
    const incident = Math.floor(chance.uniform() * 2 ** 32);
    this.#brought.push({ kind, at: cause.at + delay, incident });
  }
}

function isWithin(hours: WorkingHours, at: number): boolean {
  return hours.opens.length > 0 && nextOpening(hours, at) === at;
}
