import type { Plan } from '../plan/plan.js';
import { UNDECIDED } from '../simulation/decisions.js';
import type { IncidentSimulator } from '../simulation/incident-simulator.js';
import type { ChoiceOutcomes, DecisionOutcomes } from './outcomes.js';

/** What a decision is judged by, as a simulator has it of the incident that it played last. */
const JUDGED = ['rto', 'rpo', 'cost'] as const;

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
      const decision = this.#decisions[d];
      decision.taken[row] = simulator.decisions.taken[d];
      decision.waited[row] = simulator.decisions.waited[d];
      const isDue = decision.taken[row] !== UNDECIDED;
      forEachJudged(decision, simulator, ({ achieved, byAlternative }, value) => {
        achieved[row] = isDue ? value : NaN;
        for (const column of byAlternative) column[row] = NaN;
      });
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
    const outcomes = this.#decisions[decision];
    const { alternatives } = this.#plan.decisions[decision];
    for (let other = 0; other < alternatives.length; other++) {
      const isTaken = other === outcomes.taken[row];
      if (isTaken) {
        forEachJudged(outcomes, simulator, ({ achieved, byAlternative }) => {
          byAlternative[other][row] = achieved[row];
        });
      }
      // Whoever waited in vain before taking one could have taken the same one at once.
      if (isTaken && outcomes.waited[row] === 0) continue;
      // Most are for other kinds of incident, and to play them would be most of the work of a recorded incident.
      if (!simulator.decisions.isOffered(alternatives[other])) continue;
      if (!simulator.playOtherwise(incident, decision, other)) continue;
      forEachJudged(outcomes, simulator, ({ byAlternative }, value) => {
        byAlternative[other][row] = value;
      });
    }
  }
}

function forEachJudged(
  outcomes: DecisionOutcomes,
  simulator: IncidentSimulator,
  take: (choice: ChoiceOutcomes, value: number) => void,
): void {
  for (const name of JUDGED) {
    const choice = outcomes[name];
    if (choice !== undefined) take(choice, worth(simulator[name]));
  }
}

/** A metric of an incident that nothing was recovered from is NaN, and worse than any number. */
const worth = (metric: number): number => (Number.isNaN(metric) ? Infinity : metric);
