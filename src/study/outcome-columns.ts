import type { Outcomes } from './outcomes.js';

/** Every column of the outcomes, always in the same order: those of the metrics and of the incident, then those of the runbook. */
export function outcomeColumns({
  metrics,
  kinds,
  costs,
  steps: { steps, people, decisions },
}: Outcomes): readonly Float64Array[] {
  return [
    ...metrics.map(({ values }) => values),
    kinds.values,
    ...(costs === undefined ? [] : [costs]),
    ...steps.flatMap((step) => [
      step.durations,
      step.waits,
      step.attempts,
      step.secondsOnPathToReopen,
      step.secondsOnPathToClose,
    ]),
    ...people.flatMap((role) => [role.secondsOnPathToReopen, role.secondsOnPathToClose]),
    ...decisions.flatMap(({ taken, waited, rto, rpo, cost }) => [
      taken,
      waited,
      ...[rto, rpo, ...(cost === undefined ? [] : [cost])].flatMap(({ achieved, byAlternative }) => [
        achieved,
        ...byAlternative,
      ]),
    ]),
  ];
}
