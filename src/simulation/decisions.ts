import type { AlternativePlan, ConditionPlan, DecisionPlan } from '../plan/disaster-plan.js';
import { NO_COPY } from './protection.js';
import type { Protection } from './protection.js';
import type { Strike } from './strike.js';

/** No alternative has been taken yet. */
export const UNDECIDED = -1;

/** How waiting for the provider ends, which people do not know before it does. */
const NOT_YET = 0;
const REWARDED = 1;
const IN_VAIN = 2;

/**
 * What people decide in the incident at hand: of each decision the first alternative that can be had, in their order.
 * Waiting for the provider takes time even when it is in vain; how long it would be in the end nobody knows beforehand.
 */
export class Decisions {
  /** Alternative taken in each decision; UNDECIDED before. */
  readonly taken: Int32Array;
  /** Seconds for which each decision waited for the provider. */
  readonly waited: Float64Array;
  /** A decision that is taken so whatever its conditions say, as long as it can be had at all; UNDECIDED for none. */
  forcedDecision = UNDECIDED;
  forcedAlternative = UNDECIDED;

  /** The alternative that each decision has come to, and what becomes of its waiting. */
  readonly #next: Int32Array;
  readonly #wait: Uint8Array;
  /** Copies that an alternative's surfaces were to be recovered from before it was tried. */
  readonly #before: Int32Array;
  readonly #plans: readonly DecisionPlan[];
  readonly #protection: Protection;
  readonly #strike: Strike;

  constructor(plans: readonly DecisionPlan[], protection: Protection, strike: Strike) {
    this.#plans = plans;
    this.#protection = protection;
    this.#strike = strike;
    this.taken = new Int32Array(plans.length);
    this.waited = new Float64Array(plans.length);
    this.#next = new Int32Array(plans.length);
    this.#wait = new Uint8Array(plans.length);
    const alternatives = plans.flatMap((plan) => plan.alternatives);
    this.#before = new Int32Array(alternatives.reduce((most, { surfaces }) => Math.max(most, surfaces.length), 0));
  }

  begin(): void {
    this.taken.fill(UNDECIDED);
    this.waited.fill(0);
    this.#next.fill(0);
    this.#wait.fill(NOT_YET);
  }

  /** Whether the incident, as far as it has come, calls for what hangs on a condition. */
  isCalledFor({ isForKind, surfaces, decisions, alternatives }: ConditionPlan): boolean {
    if (isForKind?.[this.#strike.kindIndex] === 0) return false;
    for (let i = 0; i < decisions.length; i++) {
      const taken = this.taken[decisions[i]];
      if (taken === UNDECIDED || (alternatives[i] & (1 << taken)) === 0) return false;
    }
    if (surfaces.length === 0) return true;
    for (let i = 0; i < surfaces.length; i++) if (this.#protection.isHit[surfaces[i]] === 1) return true;
    return false;
  }

  /**
   * Takes a decision `now` seconds after the strike, once. Returns the seconds for which its people now wait for the
   * provider, after which they go on with it; 0 when they are done.
   */
  decide(decision: number, now: number): number {
    if (this.taken[decision] !== UNDECIDED) return 0;
    const { alternatives } = this.#plans[decision];
    const isForced = decision === this.forcedDecision;
    for (let i = this.#next[decision]; i < alternatives.length; i++) {
      this.#next[decision] = i;
      if (isForced && i !== this.forcedAlternative) continue;
      const alternative = alternatives[i];
      if (this.#wait[decision] === NOT_YET) {
        if (!this.canBeHad(alternative)) continue;
        if (alternative.waits >= 0) {
          // Whoever reaches nothing to recover from has nothing to lose patience for.
          const isPatient = isForced || this.#isAwaited();
          const wait = this.#beginWaiting(decision, isPatient ? Infinity : alternative.waits, now);
          if (wait > 0) return wait;
        }
      }
      const wasInVain = this.#wait[decision] === IN_VAIN;
      this.#wait[decision] = NOT_YET;
      if (wasInVain) continue;
      if (alternative.waits >= 0) this.#protection.providerReturns();
      this.taken[decision] = i;
      if (this.#takes(decision, isForced || i === alternatives.length - 1)) break;
      this.taken[decision] = UNDECIDED;
    }
    return 0;
  }

  /** Whether nothing can be recovered before a provider returns, and he will. */
  #isAwaited(): boolean {
    return Number.isNaN(this.#protection.loss) && !this.#protection.isHopeless;
  }

  /** Seconds until the provider returns or people lose patience, and which of the two it will be. */
  #beginWaiting(decision: number, patience: number, now: number): number {
    const left = Math.max(0, this.#strike.returnsAfter - now);
    this.#wait[decision] = left > patience ? IN_VAIN : REWARDED;
    const wait = Math.min(left, patience);
    this.waited[decision] += wait;
    return wait;
  }

  /** Recovers the surfaces from the copies of an alternative, unless that would lose too much or too little. */
  #takes(decision: number, isCertain: boolean): boolean {
    const { alternatives } = this.#plans[decision];
    const { surfaces, copies, losesAtMost, losesMoreThan } = alternatives[this.taken[decision]];
    const { chosen } = this.#protection;
    for (let s = 0; s < surfaces.length; s++) {
      this.#before[s] = chosen[surfaces[s]];
      this.#protection.take(surfaces[s], copies[s]);
    }
    const loss = this.#lossToCome(decision);
    if (isCertain || (loss <= losesAtMost && loss > losesMoreThan)) return true;
    // A loss that is not a number is no bound's: nothing usable is left that way, or nothing can be reached yet.
    if (losesAtMost === Infinity && losesMoreThan < 0 && this.#isAwaited()) return true;
    for (let s = 0; s < surfaces.length; s++) {
      if (this.#before[s] !== NO_COPY) this.#protection.take(surfaces[s], this.#before[s]);
    }
    return false;
  }

  /** What will be lost the way that a decision is taken, with what is left out of logs whose replay it lets stop early. */
  #lossToCome(decision: number): number {
    const { replays } = this.#plans[decision];
    let { loss } = this.#protection;
    for (let i = 0; i < replays.length; i++) {
      const { condition, surface } = replays[i];
      if (condition !== undefined && !this.isCalledFor(condition)) continue;
      loss = Math.max(loss, this.#protection.lossIfStopped(surface, replays[i]));
    }
    return loss;
  }

  /** Whether an alternative is one for incidents of this kind at all: otherwise no luck brings it about. */
  isOffered({ isForKind, waits }: AlternativePlan): boolean {
    return isForKind[this.#strike.kindIndex] !== 0 && (waits < 0 || this.#strike.kind.returnsColumn >= 0);
  }

  /** Whether an alternative exists in this incident, whatever it costs: its kind, its copies, a provider to wait for. */
  canBeHad(alternative: AlternativePlan): boolean {
    if (!this.isOffered(alternative)) return false;
    const { surfaces, copies } = alternative;
    for (let i = 0; i < surfaces.length; i++) {
      if (this.#protection.isHit[surfaces[i]] === 0 || !this.#protection.isUsable(surfaces[i], copies[i])) return false;
    }
    return true;
  }
}
