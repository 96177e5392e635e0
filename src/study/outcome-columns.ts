import type { Outcomes } from './outcomes.js';

/** Every column of the outcomes, always in the same order: those of the metrics, then those of steps and people. */
export function outcomeColumns({ metrics, steps: { steps, people } }: Outcomes): readonly Float64Array[] {
  return [
    ...metrics.map(({ values }) => values),
    ...steps.flatMap((step) => [
      step.durations,
      step.waits,
      step.attempts,
      step.secondsOnPathToReopen,
      step.secondsOnPathToClose,
    ]),
    ...people.flatMap((role) => [role.secondsOnPathToReopen, role.secondsOnPathToClose]),
  ];
}
