import type { Plan } from '../plan/plan.js';
import { UNDECIDED } from '../simulation/decisions.js';
import type { IncidentSimulator } from '../simulation/incident-simulator.js';
import type { DecisionOutcomes } from './outcomes.js';

/**
 * Collects what was decided in the first incidents of a run, and what every other alternative would have come to under
 * the same luck: each incident is played again with that alternative.
 */
export class DecisionRecorder {
  readonly #plan: Plan;
  readonly #decisions: readonly DecisionOutcomes[];

  constructor(plan: Plan, incidents: number) {
    this.#plan = plan;
    this.#decisions = plan.decisions.map(({ name, alternatives }) => ({
      name,
      alternatives: alternatives.map((alternative) => alternative.name),
      taken: new Int8Array(incidents).fill(UNDECIDED),
      waited: new Float64Array(incidents),
      rtos: alternatives.map(() => new Float64Array(incidents).fill(NaN)),
    }));
  }

  /** Takes down the incident that the simulator has just played. */
  record(simulator: IncidentSimulator, incident: number): void {
    if (this.#decisions.length === 0) return;
    const rto = simulator.isRecovered ? simulator.rto : Infinity;
    for (let d = 0; d < this.#decisions.length; d++) {
      const { taken, waited, rtos } = this.#decisions[d];
      taken[incident] = simulator.decisions.taken[d];
      waited[incident] = simulator.decisions.waited[d];
      if (taken[incident] !== UNDECIDED) rtos[taken[incident]][incident] = rto;
    }
    for (let d = 0; d < this.#decisions.length; d++) {
      if (this.#decisions[d].taken[incident] !== UNDECIDED) this.#recordOthers(simulator, d, incident);
    }
  }

  #recordOthers(simulator: IncidentSimulator, decision: number, incident: number): void {
    const { taken, rtos } = this.#decisions[decision];
    const { alternatives } = this.#plan.decisions[decision];
    for (let other = 0; other < alternatives.length; other++) {
      if (other === taken[incident]) continue;
      const wasHad = simulator.playOtherwise(incident, decision, other);
      if (wasHad) rtos[other][incident] = simulator.isRecovered ? simulator.rto : Infinity;
    }
  }

  study(): readonly DecisionOutcomes[] {
    return this.#decisions;
  }
}
