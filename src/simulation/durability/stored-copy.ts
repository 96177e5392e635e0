import type { DurabilityPlan } from '../../plan/durability-plan.js';
import { CopyLuck } from './copy-luck.js';

/** Spoilt: a latent fault lies in it, found or not. Down: a visible fault took it. */
type CopyState = 'good' | 'spoilt' | 'down';

/**
 * One copy of one unit of stored data: when it goes bad next, and when it is good again. A copy that was down is a new
 * one and lasts anew; one that was spoilt has a new time until the next latent fault, and its visible one goes on.
 */
export class StoredCopy {
  state: CopyState = 'good';
  /** When the next thing happens to it, in seconds; Infinity when nothing does. */
  next = 0;
  readonly #plan: DurabilityPlan;
  readonly #visible: CopyLuck;
  readonly #visibleRepair: CopyLuck;
  readonly #latent: CopyLuck;
  readonly #finding: CopyLuck;
  readonly #latentRepair: CopyLuck;
  #visibleAt = 0;
  #latentAt = 0;
  #mendedAt = 0;
  /** Share to which its times until a fault shrink. */
  #pace = 1;

  /** @param number of the copy, from 1. */
  constructor(plan: DurabilityPlan, seed: number, number: number) {
    const { visible, latent, surface } = plan;
    const luck = (law: ConstructorParameters<typeof CopyLuck>[0], name: string): CopyLuck =>
      new CopyLuck(law, seed, `durability/${surface}/copy-${String(number)}/${name}`);
    this.#plan = plan;
    this.#visible = luck(visible?.every, 'visible');
    this.#visibleRepair = luck(visible?.repairedAfter, 'visible-repair');
    this.#latent = luck(latent?.every, 'latent');
    this.#finding = luck(latent?.found.kind === 'by-itself' ? latent.found.after : undefined, 'finding');
    this.#latentRepair = luck(latent?.repairedAfter, 'latent-repair');
  }

  /** True when the next thing that happens to it is that it is good again. */
  get isMendedNext(): boolean {
    return this.next === this.#mendedAt;
  }

  /** A new copy, at time 0. */
  begin(unit: number): void {
    this.#visible.begin(unit);
    this.#visibleRepair.begin(unit);
    this.#latent.begin(unit);
    this.#finding.begin(unit);
    this.#latentRepair.begin(unit);
    this.state = 'good';
    this.#pace = 1;
    this.#mendedAt = Infinity;
    this.#startVisible(0);
    this.#startLatent(0);
    this.#findNext();
  }

  /** What happens next, happens. */
  happen(): void {
    const now = this.next;
    if (this.isMendedNext) this.#mend(now);
    else if (now === this.#visibleAt) this.#fail(now);
    else this.#spoil(now);
    this.#findNext();
  }

  /** From now on its times until a fault shrink to that share of what they would be. */
  setPace(pace: number, now: number): void {
    if (pace === this.#pace) return;
    const change = pace / this.#pace;
    this.#pace = pace;
    this.#visibleAt = now + (this.#visibleAt - now) * change;
    this.#latentAt = now + (this.#latentAt - now) * change;
    this.#findNext();
  }

  #mend(now: number): void {
    if (this.state === 'down') this.#startVisible(now);
    this.#startLatent(now);
    this.state = 'good';
    this.#mendedAt = Infinity;
  }

  #fail(now: number): void {
    this.state = 'down';
    this.#visibleAt = this.#latentAt = Infinity;
    this.#mendedAt = now + this.#visibleRepair.next();
  }

  #spoil(now: number): void {
    this.state = 'spoilt';
    this.#latentAt = Infinity;
    this.#mendedAt = this.#foundAt(now) + this.#latentRepair.next();
  }

  #foundAt(now: number): number {
    const found = this.#plan.latent?.found;
    if (found === undefined || found.kind === 'never') return Infinity;
    if (found.kind === 'by-itself') return now + this.#finding.next();
    return (Math.floor(now / found.every) + 1) * found.every;
  }

  #startVisible(now: number): void {
    this.#visibleAt = this.#plan.visible === undefined ? Infinity : now + this.#visible.next() * this.#pace;
  }

  #startLatent(now: number): void {
    this.#latentAt = this.#plan.latent === undefined ? Infinity : now + this.#latent.next() * this.#pace;
  }

  #findNext(): void {
    this.next = Math.min(this.#visibleAt, this.#latentAt, this.#mendedAt);
  }
}
