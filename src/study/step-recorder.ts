import type { Plan } from '../plan/plan.js';
import type { Recovery } from '../simulation/recovery.js';
import type { IncidentSimulator } from '../simulation/incident-simulator.js';
import { NO_VISIT } from '../simulation/visit-log.js';
import { absentSeconds, lastVisitOf, previousOnPath } from './critical-path.js';
import { DecisionRecorder } from './decision-recorder.js';
import type { PeopleOutcomes, StepOutcomes, StepStudy } from './outcomes.js';

/** Collects how each step went in the first incidents of a run. */
export class StepRecorder {
  /** How many incidents are recorded. */
  readonly incidents: number;
  readonly #plan: Plan;
  readonly #steps: readonly StepOutcomes[];
  readonly #people: readonly PeopleOutcomes[];
  readonly #decisions: DecisionRecorder;

  constructor(plan: Plan, incidents: number) {
    this.incidents = incidents;
    this.#plan = plan;
    this.#steps = plan.steps.map((step) => ({
      name: step.name,
      durations: new Float64Array(incidents).fill(NaN),
      waits: new Float64Array(incidents).fill(NaN),
      attempts: new Float64Array(incidents).fill(NaN),
      secondsOnPathToReopen: new Float64Array(incidents),
      secondsOnPathToClose: new Float64Array(incidents),
    }));
    this.#decisions = new DecisionRecorder(plan, incidents);
    this.#people = plan.roles.map((role) => ({
      name: role.name,
      secondsOnPathToReopen: new Float64Array(incidents),
      secondsOnPathToClose: new Float64Array(incidents),
    }));
  }

  /** Takes down the incident that the simulator has just played in detail, which it may then play in other ways. */
  record(simulator: IncidentSimulator, incident: number): void {
    this.#recordSteps(simulator, incident);
    this.#decisions.record(simulator, incident);
  }

  #recordSteps(simulator: IncidentSimulator, incident: number): void {
    if (!simulator.isRecovered) return;
    const { recovery } = simulator;
    const { visits } = recovery;
    for (let visit = visits.count - 1; visit >= 0; visit--) {
      if (visits.isSkipped[visit] === 1) continue;
      const step = visits.step[visit];
      const outcomes = this.#steps[step];
      const waited = visits.startedAt[visit] - visits.readyAt[visit];
      outcomes.waits[incident] = waited + (Number.isNaN(outcomes.waits[incident]) ? 0 : outcomes.waits[incident]);
      // Visits are met last first, so what stays is the span from the first start to the last end.
      outcomes.durations[incident] = recovery.progress.endedAt[step] - visits.startedAt[visit];
      outcomes.attempts[incident] = recovery.progress.attempts[step];
    }
    this.#recordPath(recovery, this.#plan.reopenSteps, incident, 'secondsOnPathToReopen');
    this.#recordPath(recovery, this.#plan.closeSteps, incident, 'secondsOnPathToClose');
  }

  #recordPath(
    recovery: Recovery,
    milestone: Int32Array,
    incident: number,
    column: 'secondsOnPathToReopen' | 'secondsOnPathToClose',
  ): void {
    const { visits } = recovery;
    let visit = lastVisitOf(recovery, milestone);
    while (visit !== NO_VISIT) {
      this.#steps[visits.step[visit]][column][incident] += visits.endedAt[visit] - visits.startedAt[visit];
      const absent = absentSeconds(recovery, visit);
      if (absent > 0) this.#people[visits.awaitedRole[visit]][column][incident] += absent;
      visit = previousOnPath(recovery, visit);
    }
  }

  study(): StepStudy {
    return { incidents: this.incidents, steps: this.#steps, people: this.#people, decisions: this.#decisions.study() };
  }
}
