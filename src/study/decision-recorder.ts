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
    for (let d = 0; d < this.#decisions.length; d++) {
      const { taken, waited, rto, rpo } = this.#decisions[d];
      taken[row] = simulator.decisions.taken[d];
      waited[row] = simulator.decisions.waited[d];
      const isDue = taken[row] !== UNDECIDED;
      rto.achieved[row] = isDue ? worth(simulator.rto) : NaN;
      rpo.achieved[row] = isDue ? worth(simulator.rpo) : NaN;
      for (let alternative = 0; alternative < rto.byAlternative.length; alternative++) {
        rto.byAlternative[alternative][row] = rpo.byAlternative[alternative][row] = NaN;
      }
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
    const { taken, waited, rto, rpo } = this.#decisions[decision];
    const { alternatives } = this.#plan.decisions[decision];
    for (let other = 0; other < alternatives.length; other++) {
      const isTaken = other === taken[row];
      if (isTaken) {
        rto.byAlternative[other][row] = rto.achieved[row];
        rpo.byAlternative[other][row] = rpo.achieved[row];
      }
      // Whoever waited in vain before taking one could have taken the same one at once.
      if (isTaken && waited[row] === 0) continue;
      // Most are for other kinds of incident, and to play them would be most of the work of a recorded incident.
      if (!simulator.decisions.isOffered(alternatives[other])) continue;
      if (!simulator.playOtherwise(incident, decision, other)) continue;
      rto.byAlternative[other][row] = worth(simulator.rto);
      rpo.byAlternative[other][row] = worth(simulator.rpo);
    }
  }
}

/** A metric of an incident that nothing was recovered from is NaN, and worse than any number. */
const worth = (metric: number): number => (Number.isNaN(metric) ? Infinity : metric);
