import type { Plan } from '../plan/plan.js';
import type { Protection } from './protection.js';

/**
 * Steps that cannot go on before a provider has returned: they work on a surface of which nothing can be reached, though
 * something is there and will come back. People know which copies they reach, and that the others are not gone; they do
 * not know when.
 */
export class AwaitedReturns {
  readonly #protection: Protection;
  readonly #awaits: readonly Int32Array[];
  /** The return that each step waits for, in seconds after the strike. */
  readonly #until: Float64Array;

  constructor({ steps }: Pick<Plan, 'steps'>, protection: Protection) {
    this.#protection = protection;
    this.#awaits = steps.map(({ awaits }) => awaits);
    this.#until = new Float64Array(steps.length);
  }

  /** Whether nothing that a step works on can be reached. */
  isAwaited(step: number): boolean {
    if (!Number.isNaN(this.#protection.loss)) return false;
    const surfaces = this.#awaits[step];
    for (let i = 0; i < surfaces.length; i++) if (this.#protection.isAwaited(surfaces[i])) return true;
    return false;
  }

  /** A step waits for the next provider to return; the seconds from the strike to that. */
  begin(step: number): number {
    this.#until[step] = this.#protection.nextReturn;
    return this.#until[step];
  }

  /** The return that a step has waited for is there. */
  end(step: number): void {
    this.#protection.returned(this.#until[step]);
  }
}
