import type { Plan } from '../../plan/plan.js';
import type { IncidentSimulator } from '../../simulation/incident-simulator.js';
import { NO_VISIT } from '../../simulation/visit-log.js';
import { absentSeconds, lastVisitOf, previousOnPath } from '../critical-path.js';
import type { PathOutcomes } from './path-outcomes.js';

/**
 * Takes down what the metrics of each incident are made of. The time of a path is divided among its steps, the people
 * whom it waited for and the links that were full, so that these add up to the metric, incident by incident. The RPO is
 * all of the one surface that lost most, the first of equals.
 */
export class PathRecorder {
  readonly #plan: Plan;
  readonly #paths: PathOutcomes;

  constructor(plan: Plan, paths: PathOutcomes) {
    this.#plan = plan;
    this.#paths = paths;
  }

  /** Takes down the incident that the simulator has just played in detail. */
  record(simulator: IncidentSimulator, row: number): void {
    const { visits } = simulator.recovery;
    for (let visit = 0; visit < visits.count; visit++) {
      if (visits.isSkipped[visit] === 0) this.#paths.isCarriedOut[visits.step[visit]][row] = 1;
    }
    if (!simulator.isRecovered) return;
    this.#recordPath(simulator, this.#plan.reopenSteps, { row, metric: 'rto' });
    this.#recordPath(simulator, this.#plan.closeSteps, { row, metric: 'rtt' });
    this.#recordLoss(simulator, row);
  }

  #recordPath(
    { recovery, plan }: IncidentSimulator,
    milestone: Int32Array,
    { row, metric }: { readonly row: number; readonly metric: 'rto' | 'rtt' },
  ): void {
    const { visits } = recovery;
    const { steps, people, links } = this.#paths;
    for (let visit = lastVisitOf(recovery, milestone); visit !== NO_VISIT; visit = previousOnPath(recovery, visit)) {
      const step = visits.step[visit];
      const slowed = visits.slowedByLink[visit];
      steps[step][metric][row] += visits.endedAt[visit] - visits.startedAt[visit] - slowed;
      if (slowed > 0) links[plan.steps[step].transfer?.link ?? 0][metric][row] += slowed;
      const absent = absentSeconds(recovery, visit);
      if (absent > 0) people[visits.awaitedRole[visit]][metric][row] += absent;
    }
  }

  #recordLoss({ protection, rpo }: IncidentSimulator, row: number): void {
    const { surfaces } = this.#plan;
    const deciding = surfaces.findIndex(
      ({ isDataBearing }, surface) => isDataBearing && protection.surfaceLoss[surface] === rpo,
    );
    if (deciding >= 0) this.#paths.surfaces[deciding].rpo[row] = rpo;
  }
}
