import { UNHARMED } from '../../plan/disaster-plan.js';
import type { Plan } from '../../plan/plan.js';
import type { CopyHistory } from '../copy-history.js';
import type { Damage } from './damage.js';
import type { Harm } from './harm.js';
import { playCopy } from './play-copy.js';
import type { PlayedCopy } from './played-copy.js';
import { storageOver } from './storage-log.js';

/** A copy with its place. */
interface FleetEntry {
  readonly surface: number;
  readonly copy: number;
  readonly played: PlayedCopy;
  isPaused: boolean;
}

/** The copies of all surfaces, and what incidents do to them. */
export class CopyFleet {
  readonly #plan: Plan;
  readonly #damage: Damage;
  /** By surface and copy; undefined for one that does not age. */
  readonly #copies: readonly (readonly (PlayedCopy | undefined)[])[];
  readonly #entries: readonly FleetEntry[];

  constructor(plan: Plan, seed: number, damage: Damage) {
    this.#plan = plan;
    this.#damage = damage;
    this.#copies = plan.surfaces.map(({ copies, size }) => copies.map((copy) => playCopy(copy, size, plan, seed)));
    this.#entries = this.#copies.flatMap((copies, surface) =>
      copies.flatMap((played, copy) => (played === undefined ? [] : [{ surface, copy, played, isPaused: false }])),
    );
  }

  /** Begins a year of its own at an instant. */
  begin(year: number, at: number): void {
    for (const entry of this.#entries) {
      entry.played.begin(year, at);
      entry.isPaused = false;
    }
  }

  /** A way for one incident to look at each, by surface and copy. */
  histories(): readonly (readonly CopyHistory[])[] {
    return this.#copies.map((copies) => copies.map((played) => played?.history()));
  }

  advanceTo(now: number): void {
    for (const { played } of this.#entries) played.advanceTo(now);
  }

  /** Something strikes, of which what is left has been looked at: copies go with it, and rest. */
  strike(harm: Harm, now: number): void {
    for (const { surface, copy, played } of this.#entries) {
      if (harm.hits(surface)) played.breakOff(now);
      if (harm.destroys(surface, copy)) played.destroy(now);
      if (harm.destroysLog(surface, copy)) played.destroyLog(now);
    }
    this.rest(now);
  }

  /** What an incident corrupted is clean again: what is known to be bad is thrown away. */
  mend(harm: Harm, now: number): void {
    for (const { surface, played } of this.#entries) {
      if (harm.kind.isCorrupted[surface] === 0) continue;
      played.dropInfected({ onset: harm.corruptedFrom, strike: harm.strikesAt, now });
    }
    this.rest(now);
  }

  /** Lets every copy rest whose surface is down or that cannot be reached, and the others go on. */
  rest(now: number): void {
    for (const entry of this.#entries) {
      const { surface, copy, played } = entry;
      const isPaused = this.#damage.hits(surface) || this.#damage.copyLeft(surface, copy) !== UNHARMED;
      if (isPaused === entry.isPaused) continue;
      entry.isPaused = isPaused;
      if (isPaused) played.pause(now);
      else played.resume(now);
    }
  }

  /** Bytes that the copies of a surface kept over the period. */
  storageOf(surface: number): { mean: number; peak: number } {
    const logs = this.#entries.flatMap((entry) => (entry.surface === surface ? entry.played.storage : []));
    return storageOver(logs, this.#plan.periodLength);
  }
}
