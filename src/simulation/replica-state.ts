import type { ReplicaPlan } from '../plan/plan.js';
import { occasions } from '../random/occasion.js';
import type { Occasions } from '../random/occasion.js';
import type { ReplicaAtStrike } from './copy-history.js';
import type { Strike } from './strike.js';
import { timeBroken } from './time-broken.js';
import type { BreakageClock } from './years/breakage-clock.js';
import type { CopyLife } from './years/copy-life.js';

/**
 * A running copy as the strike finds it. What has reached it is as old as its lag, and as the time for which it had
 * stopped unnoticed. One that keeps changes back has not applied the last of them, and so may be clean of a corruption
 * that its source already has.
 */
export class ReplicaState implements ReplicaAtStrike {
  readonly kind = 'replica';
  /** The instant to which it can be brought, relative to the period; NaN when it has repeated a corruption. */
  recoveryPoint = NaN;
  /** Seconds of changes that it has yet to apply to come there. */
  logSpan = 0;
  /** Seconds for which it had stopped unnoticed; 0 when it had not. */
  brokenFor = 0;
  isInfected = false;

  readonly plan: ReplicaPlan;
  readonly #broken: Occasions;

  readonly #played: { readonly clock: BreakageClock | undefined; readonly life: CopyLife } | undefined;

  /** @param played when it breaks and since when it has held anything, where that has been played; drawn when absent. */
  constructor(
    plan: ReplicaPlan,
    seed: number,
    played?: { readonly clock: BreakageClock | undefined; readonly life: CopyLife },
  ) {
    this.#played = played;
    this.plan = plan;
    this.#broken = occasions(seed, `${plan.name}/silently-broken/for`);
  }

  /** Finds what it holds; false when that is no use. */
  begin(strike: Strike): boolean {
    const { plan } = this;
    this.brokenFor = 0;
    const { breakage } = plan;
    if (this.#played?.clock !== undefined) this.brokenFor = this.#played.clock.brokenFor(strike.at);
    else if (breakage !== undefined && strike.drawn(breakage.column) < breakage.probability) {
      this.brokenFor = timeBroken(breakage, this.#broken.at(strike.incident, 0));
    }
    const lag = plan.lagColumn < 0 ? 0 : strike.drawn(plan.lagColumn);
    // One that was made anew holds what there was when it was made.
    const since = this.#played === undefined ? -Infinity : this.#played.life.since;
    const received = Math.max(strike.at - lag - this.brokenFor, since);
    // One that had stopped goes on keeping changes back, but of those that it has it is soon through.
    const applied = Math.max(Math.min(received, strike.at - plan.delay), since);
    this.isInfected = applied > strike.onset;
    // Of a server that stands it still gets what was on the way; what it missed while it had stopped may not be kept there.
    const sent = strike.isStanding && this.brokenFor === 0 ? strike.at : received;
    // Whoever does not know when the corruption began cannot tell how far to go.
    const reachable = strike.kind.isOnsetKnown || strike.onset === strike.at ? Math.min(sent, strike.onset) : applied;
    this.recoveryPoint = this.isInfected ? NaN : reachable;
    this.logSpan = this.isInfected ? 0 : reachable - applied;
    return !this.isInfected;
  }
}
