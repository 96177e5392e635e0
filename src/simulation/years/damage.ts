import { UNHARMED } from '../../plan/disaster-plan.js';
import type { EarlierDamage } from '../earlier-damage.js';
import type { Harm } from './harm.js';

/** What all incidents of which something is left have done together. */
export class Damage {
  /** The instant at which it is looked at. */
  now = 0;
  #harms: Harm[] = [];

  clear(): void {
    this.#harms = [];
  }

  add(harm: Harm): void {
    this.#harms = [...this.#harms.filter((other) => !other.isOver(this.now)), harm];
  }

  hits(surface: number): boolean {
    return this.#harms.some((harm) => harm.hits(surface));
  }

  copyLeft(surface: number, copy: number, besides?: Harm): number {
    return this.#worst((harm) => harm.copyLeft(surface, copy, this.now), besides);
  }

  logLeft(surface: number, copy: number, besides?: Harm): number {
    return this.#worst((harm) => harm.logLeft(surface, copy, this.now), besides);
  }

  /** The instant from which on a surface is bad that has not been mended; Infinity when it is good. */
  corruptedFrom(surface: number, besides?: Harm): number {
    return this.#harms.reduce(
      (first, harm) =>
        harm === besides || harm.isMended || harm.kind.isCorrupted[surface] === 0
          ? first
          : Math.min(first, harm.corruptedFrom),
      Infinity,
    );
  }

  /** Whether the server of a surface is gone, and not only what is on it bad. */
  isServerGone(surface: number, besides?: Harm): boolean {
    return this.#harms.some((harm) => harm !== besides && harm.hits(surface) && harm.kind.isStanding[surface] === 0);
  }

  /** When the next provider returns after `now`; Infinity when none does. */
  nextReturn(besides?: Harm): number {
    return this.#harms.reduce(
      (next, harm) => (harm !== besides && harm.returnsAt > this.now ? Math.min(next, harm.returnsAt) : next),
      Infinity,
    );
  }

  #worst(leftBy: (harm: Harm) => number, besides: Harm | undefined): number {
    return this.#harms.reduce((worst, harm) => (harm === besides ? worst : Math.max(worst, leftBy(harm))), UNHARMED);
  }
}

/** What all the other incidents have done, as one of them meets it. */
export class DamageBesides implements EarlierDamage {
  /** The incident that meets it; undefined before it has struck. */
  own: Harm | undefined;
  readonly #all: Damage;

  constructor(all: Damage) {
    this.#all = all;
  }

  copyLeft(surface: number, copy: number): number {
    return this.#all.copyLeft(surface, copy, this.own);
  }

  logLeft(surface: number, copy: number): number {
    return this.#all.logLeft(surface, copy, this.own);
  }

  corruptedFrom(surface: number): number {
    return this.#all.corruptedFrom(surface, this.own);
  }

  isServerGone(surface: number): boolean {
    return this.#all.isServerGone(surface, this.own);
  }

  get nextReturn(): number {
    return this.#all.nextReturn(this.own);
  }

  goTo(at: number): void {
    this.#all.now = Math.max(this.#all.now, at);
  }
}
