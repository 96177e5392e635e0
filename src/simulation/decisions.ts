import type { AlternativePlan, ConditionPlan, DecisionPlan } from '../plan/disaster-plan.js';
import type { Protection } from './protection.js';
import type { Strike } from './strike.js';

/** No alternative has been taken yet. */
export const UNDECIDED = -1;

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

  readonly #plans: readonly DecisionPlan[];
  readonly #protection: Protection;
  readonly #strike: Strike;

  constructor(plans: readonly DecisionPlan[], protection: Protection, strike: Strike) {
    this.#plans = plans;
    this.#protection = protection;
    this.#strike = strike;
    this.taken = new Int32Array(plans.length);
    this.waited = new Float64Array(plans.length);
  }

  begin(): void {
    this.taken.fill(UNDECIDED);
    this.waited.fill(0);
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

  /** Takes a decision `now` seconds after the strike, once; returns the seconds that it waits for the provider. */
  decide(decision: number, now: number): number {
    if (this.taken[decision] !== UNDECIDED) return 0;
    const { alternatives } = this.#plans[decision];
    const isForced = decision === this.forcedDecision;
    let waited = 0;
    for (let i = 0; i < alternatives.length; i++) {
      if (isForced && i !== this.forcedAlternative) continue;
      const alternative = alternatives[i];
      if (!this.canBeHad(alternative)) continue;
      const patience = isForced && alternative.waits >= 0 ? Infinity : alternative.waits;
      if (patience >= 0) {
        const left = Math.max(0, this.#strike.drawn(this.#strike.kind.returnsColumn) - now - waited);
        waited += Math.min(left, patience);
        if (left > patience) continue;
        this.#protection.providerReturns();
      }
      for (let s = 0; s < alternative.surfaces.length; s++) {
        this.#protection.take(alternative.surfaces[s], alternative.copies[s]);
      }
      const isLast = i === alternatives.length - 1;
      // A loss that is not a number is no bound's: nothing usable is left that way.
      if (!isForced && !isLast && !this.#isLossWithin(alternative)) {
        for (let s = 0; s < alternative.surfaces.length; s++) this.#protection.takeBest(alternative.surfaces[s]);
        continue;
      }
      this.taken[decision] = i;
      break;
    }
    this.waited[decision] = waited;
    return waited;
  }

  #isLossWithin({ losesAtMost, losesMoreThan }: AlternativePlan): boolean {
    const { loss } = this.#protection;
    return loss <= losesAtMost && loss > losesMoreThan;
  }

  /** Whether an alternative exists in this incident, whatever it costs: its kind, its copies, a provider to wait for. */
  canBeHad({ isForKind, surfaces, copies, waits }: AlternativePlan): boolean {
    if (isForKind[this.#strike.kindIndex] === 0) return false;
    if (waits >= 0 && this.#strike.kind.returnsColumn < 0) return false;
    for (let i = 0; i < surfaces.length; i++) {
      if (this.#protection.isHit[surfaces[i]] === 0 || !this.#protection.isUsable(surfaces[i], copies[i])) return false;
    }
    return true;
  }
}
