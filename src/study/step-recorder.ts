import type { Plan } from '../plan/plan.js';
import type { Recovery } from '../simulation/recovery.js';
import type { IncidentSimulator } from '../simulation/incident-simulator.js';
import { NO_VISIT } from '../simulation/visit-log.js';
import { absentSeconds, lastVisitOf, previousOnPath } from './critical-path.js';
import { DecisionRecorder } from './decision-recorder.js';
import type { PeopleOutcomes, StepOutcomes, StepStudy } from './outcomes.js';

/** Takes down how each step went in the first incidents of a run: one row per incident. */
export class StepRecorder {
  readonly #plan: Plan;
  readonly #steps: readonly StepOutcomes[];
  readonly #people: readonly PeopleOutcomes[];
  readonly #decisions: DecisionRecorder;

  /** @param study the columns to fill in: all 0, in the order of the plan. */
  constructor(plan: Plan, { steps, people, decisions }: StepStudy) {
    this.#plan = plan;
    this.#steps = steps;
    this.#people = people;
    this.#decisions = new DecisionRecorder(plan, decisions);
  }

  /** Takes down the incident that the simulator has just played in detail, which it may then play in other ways. */
  record(simulator: IncidentSimulator, row: number): void {
    this.#recordSteps(simulator, row);
    this.#decisions.record(simulator, row);
  }

  #recordSteps(simulator: IncidentSimulator, row: number): void {
    for (const outcomes of this.#steps) {
      outcomes.durations[row] = NaN;
      outcomes.waits[row] = NaN;
      outcomes.attempts[row] = NaN;
    }
    if (!simulator.isRecovered) return;
    const { recovery } = simulator;
    const { visits } = recovery;
    for (let visit = visits.count - 1; visit >= 0; visit--) {
      if (visits.isSkipped[visit] === 1) continue;
      const step = visits.step[visit];
      const outcomes = this.#steps[step];
      const waited = visits.startedAt[visit] - visits.readyAt[visit];
      outcomes.waits[row] = waited + (Number.isNaN(outcomes.waits[row]) ? 0 : outcomes.waits[row]);
      // Visits are met last first, so what stays is the span from the first start to the last end.
      outcomes.durations[row] = recovery.progress.endedAt[step] - visits.startedAt[visit];
      outcomes.attempts[row] = recovery.progress.attempts[step];
    }
    this.#recordPath(recovery, this.#plan.reopenSteps, row, 'secondsOnPathToReopen');
    this.#recordPath(recovery, this.#plan.closeSteps, row, 'secondsOnPathToClose');
  }

  #recordPath(
    recovery: Recovery,
    milestone: Int32Array,
    row: number,
    column: 'secondsOnPathToReopen' | 'secondsOnPathToClose',
  ): void {
    const { visits } = recovery;
    let visit = lastVisitOf(recovery, milestone);
    while (visit !== NO_VISIT) {
      this.#steps[visits.step[visit]][column][row] += visits.endedAt[visit] - visits.startedAt[visit];
      const absent = absentSeconds(recovery, visit);
      if (absent > 0) this.#people[visits.awaitedRole[visit]][column][row] += absent;
      visit = previousOnPath(recovery, visit);
    }
  }
}
