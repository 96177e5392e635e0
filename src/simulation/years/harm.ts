import { CUT_OFF, LOST, UNHARMED } from '../../plan/disaster-plan.js';
import type { KindPlan } from '../../plan/disaster-plan.js';
import type { SurfacePlan } from '../../plan/plan.js';
import type { Strike } from '../strike.js';

/** What one incident has done to surfaces and copies, until it is mended. */
export class Harm {
  readonly kind: KindPlan;
  readonly strikesAt: number;
  /** The instant from which on what it corrupts is bad. */
  readonly corruptedFrom: number;
  /** When its provider returns; Infinity when none does. */
  readonly returnsAt: number;
  /** Its service is open again: what it hit is up, and what it destroyed is there again, with nothing in it. */
  isMended = false;
  /** 1 for a copy that an attacker has destroyed, by surface and copy. */
  readonly #attacked: readonly Uint8Array[];

  constructor(strike: Strike, surfaces: readonly SurfacePlan[]) {
    const { kind, at } = strike;
    this.kind = kind;
    this.strikesAt = at;
    this.corruptedFrom = strike.corruptedFrom;
    this.returnsAt = at + strike.returnsAfter;
    this.#attacked = surfaces.map(({ copies }, surface) =>
      Uint8Array.from(copies, ({ attackColumn }) =>
        kind.live[surface] !== UNHARMED && attackColumn >= 0 && strike.drawn(attackColumn) < kind.attack ? 1 : 0,
      ),
    );
  }

  /** Whether the surface is down. */
  hits(surface: number): boolean {
    return !this.isMended && this.kind.live[surface] !== UNHARMED;
  }

  /** Whether the strike took what the copy held. */
  destroys(surface: number, copy: number): boolean {
    return this.kind.copies[surface][copy] === LOST || this.#attacked[surface][copy] === 1;
  }

  /** The same for the log beside it. */
  destroysLog(surface: number, copy: number): boolean {
    return this.kind.logs[surface][copy] === LOST;
  }

  copyLeft(surface: number, copy: number, now: number): number {
    if (this.destroys(surface, copy)) return this.isMended ? UNHARMED : LOST;
    return this.#leftOf(this.kind.copies[surface][copy], now);
  }

  logLeft(surface: number, copy: number, now: number): number {
    return this.#leftOf(this.kind.logs[surface][copy], now);
  }

  /** Whether nothing of it is left. */
  isOver(now: number): boolean {
    return this.isMended && (this.returnsAt === Infinity || this.returnsAt <= now);
  }

  #leftOf(left: number, now: number): number {
    if (left === LOST) return this.isMended ? UNHARMED : LOST;
    if (left === UNHARMED || this.returnsAt <= now) return UNHARMED;
    // Where no provider returns, people have found another way by the time that the service is open.
    return this.isMended && this.returnsAt === Infinity ? UNHARMED : CUT_OFF;
  }
}
