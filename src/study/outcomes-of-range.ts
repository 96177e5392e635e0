import type { IncidentRange } from './incident-range.js';
import type { ChoiceOutcomes, Outcomes } from './outcomes.js';

/**
 * The outcomes of a range of a run, over the same memory. Those of the first incidents are what a run of so many would
 * have given.
 *
 * @throws RangeError when the range is empty or not within the run.
 */
export function outcomesOfRange(outcomes: Outcomes, range: IncidentRange): Outcomes {
  return cutOut(outcomes, range, (column, from, to) => column.subarray(from, to));
}

/**
 * The same in memory of their own.
 *
 * @throws RangeError when the range is empty or not within the run.
 */
export function copyOfRange(outcomes: Outcomes, range: IncidentRange): Outcomes {
  return cutOut(outcomes, range, (column, from, to) => column.slice(from, to));
}

function cutOut(
  outcomes: Outcomes,
  { from, to }: IncidentRange,
  partOf: (column: Float64Array, from: number, to: number) => Float64Array,
): Outcomes {
  if (!(from >= 0 && to > from && to <= outcomes.incidents)) {
    throw new RangeError(`outcomesOfRange: a run of ${outcomes.incidents} has no incidents ${from} to ${to - 1}`);
  }
  const [first, end] = [from, to].map((incident) => Math.min(incident, outcomes.steps.incidents));
  const looked = (column: Float64Array): Float64Array => partOf(column, first, end);
  const choice = ({ achieved, byAlternative }: ChoiceOutcomes): ChoiceOutcomes => ({
    achieved: looked(achieved),
    byAlternative: byAlternative.map(looked),
  });
  return {
    seed: outcomes.seed,
    incidents: to - from,
    metrics: outcomes.metrics.map(({ name, values }) => ({ name, values: partOf(values, from, to) })),
    kinds: { names: outcomes.kinds.names, values: partOf(outcomes.kinds.values, from, to) },
    costs: outcomes.costs && partOf(outcomes.costs, from, to),
    steps: {
      incidents: end - first,
      steps: outcomes.steps.steps.map((step) => ({
        name: step.name,
        durations: looked(step.durations),
        waits: looked(step.waits),
        attempts: looked(step.attempts),
        secondsOnPathToReopen: looked(step.secondsOnPathToReopen),
        secondsOnPathToClose: looked(step.secondsOnPathToClose),
      })),
      people: outcomes.steps.people.map((role) => ({
        name: role.name,
        secondsOnPathToReopen: looked(role.secondsOnPathToReopen),
        secondsOnPathToClose: looked(role.secondsOnPathToClose),
      })),
      decisions: outcomes.steps.decisions.map((decision) => ({
        ...decision,
        taken: looked(decision.taken),
        waited: looked(decision.waited),
        rto: choice(decision.rto),
        rpo: choice(decision.rpo),
        cost: decision.cost && choice(decision.cost),
      })),
    },
  };
}
