import type { Plan } from '../plan/plan.js';
import { UNDECIDED } from '../simulation/decisions.js';
import type { IncidentSimulator } from '../simulation/incident-simulator.js';
import type { DecisionOutcomes } from './outcomes.js';

/**
 * Takes down what was decided in the first incidents of a run, and what every other alternative would have come to under
 * the same luck: each incident is played again with that alternative.
 */
export class DecisionRecorder {
  readonly #plan: Plan;
  readonly #decisions: readonly DecisionOutcomes[];

  /** @param decisions the columns to fill in, in the order of the plan. */
  constructor(plan: Plan, decisions: readonly DecisionOutcomes[]) {
    this.#plan = plan;
    this.#decisions = decisions;
  }

  /** Takes down the incident that the simulator has just played, which it may then play in other ways. */
  record(simulator: IncidentSimulator, row: number): void {
    if (this.#decisions.length === 0) return;
    const { incident } = simulator.strike;
    const rto = simulator.isRecovered ? simulator.rto : Infinity;
    for (let d = 0; d < this.#decisions.length; d++) {
      const { taken, waited, rtos } = this.#decisions[d];
      for (let alternative = 0; alternative < rtos.length; alternative++) rtos[alternative][row] = NaN;
      taken[row] = simulator.decisions.taken[d];
      waited[row] = simulator.decisions.waited[d];
      if (taken[row] !== UNDECIDED) rtos[taken[row]][row] = rto;
    }
    for (let d = 0; d < this.#decisions.length; d++) {
      if (this.#decisions[d].taken[row] !== UNDECIDED) this.#recordOthers(simulator, { decision: d, incident }, row);
    }
  }

  #recordOthers(
    simulator: IncidentSimulator,
    { decision, incident }: { readonly decision: number; readonly incident: number },
    row: number,
  ): void {
    const { taken, rtos } = this.#decisions[decision];
    const { alternatives } = this.#plan.decisions[decision];
    for (let other = 0; other < alternatives.length; other++) {
      if (other === taken[row]) continue;
      const wasHad = simulator.playOtherwise(incident, decision, other);
      if (wasHad) rtos[other][row] = simulator.isRecovered ? simulator.rto : Infinity;
    }
  }
}
