import type { Outcomes } from './outcomes.js';

/**
 * The first incidents of a run, over the same memory: what a run of so many would have given.
 *
 * @throws RangeError when the run has fewer.
 */
export function firstIncidents(outcomes: Outcomes, incidents: number): Outcomes {
  if (!(incidents >= 1 && incidents <= outcomes.incidents)) {
    throw new RangeError(`firstIncidents: a run of ${outcomes.incidents} has no first ${incidents}`);
  }
  if (incidents === outcomes.incidents) return outcomes;
  const looked = Math.min(incidents, outcomes.steps.incidents);
  const head = (column: Float64Array): Float64Array => column.subarray(0, looked);
  return {
    seed: outcomes.seed,
    incidents,
    metrics: outcomes.metrics.map(({ name, values }) => ({ name, values: values.subarray(0, incidents) })),
    steps: {
      incidents: looked,
      steps: outcomes.steps.steps.map((step) => ({
        name: step.name,
        durations: head(step.durations),
        waits: head(step.waits),
        attempts: head(step.attempts),
        secondsOnPathToReopen: head(step.secondsOnPathToReopen),
        secondsOnPathToClose: head(step.secondsOnPathToClose),
      })),
      people: outcomes.steps.people.map((role) => ({
        name: role.name,
        secondsOnPathToReopen: head(role.secondsOnPathToReopen),
        secondsOnPathToClose: head(role.secondsOnPathToClose),
      })),
    },
  };
}
