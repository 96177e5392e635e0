import { isKnownGap, readinessState } from '../scenario/readiness.js';
import type { ReadinessCheck } from '../scenario/readiness.js';
import type { Scenario } from '../scenario/scenario.js';
import type { ColumnTable } from './columns.js';
import type { DelayPlan } from './disaster-plan.js';

/** The checks that somebody has answered with a no, or too long ago. */
function knownGaps({ readiness, period, timezone }: Scenario): readonly ReadinessCheck[] {
  return readiness.filter((check) => isKnownGap(readinessState(check, period.from, timezone)));
}

/** Probability that an attempt at a step fails, be it by itself or for something that the plan lacks. */
export function failureOf(step: Scenario['steps'][number], scenario: Scenario): number {
  const besides = knownGaps(scenario).flatMap(({ ifNot }) =>
    ifNot.fails.filter((gap) => gap.step === step.name).map(({ probability }) => probability as number),
  );
  const own: number = step.fails?.probability ?? 0;
  // Without anything besides, the probability stays what it was to the last bit.
  return besides.length === 0 ? own : 1 - besides.reduce((product, each) => product * (1 - each), 1 - own);
}

/** Time that steps take longer in every incident, for what the plan lacks. */
export function compileGapDelays(scenario: Scenario, columns: ColumnTable): readonly DelayPlan[] {
  return knownGaps(scenario).flatMap(({ name, ifNot }) =>
    ifNot.delays.map(({ step, takes }): DelayPlan => ({
      step: scenario.steps.findIndex((each) => each.name === step),
      probability: 1,
      chanceColumn: -1,
      takesColumn: columns.add(`readiness/${name}/delays/${step}/takes`, takes),
    })),
  );
}
