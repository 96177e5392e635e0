import type { Scenario } from '../../scenario/scenario.js';
import { DAY } from '../../units/quantity.js';
import { countInputs } from '../count-inputs.js';
import type { Origin } from '../summary-context.js';
import { answeredReadiness, standsOn } from '../summarise-readiness.js';
import type { YearsContext } from './summarise-years.js';

/** What a summary of years says besides its numbers, taken from the scenario. @param asked how many years were asked for. */
export function yearsContext(scenario: Scenario, origin: Origin, asked: number): YearsContext {
  return {
    origin,
    name: scenario.name,
    costs: scenario.costs,
    standsOn: standsOn(scenario),
    readiness: answeredReadiness(scenario),
    inputs: countInputs(scenario),
    asked,
  };
}

/** True when the period of a scenario is a year, of which years can be played. */
export function isWholeYear(scenario: Scenario): boolean {
  const days = daysOfPeriod(scenario);
  return days === 365 || days === 366;
}

/** How long the period of a scenario is, in whole days. */
export function daysOfPeriod({ period }: Pick<Scenario, 'period'>): number {
  return Math.round((period.to - period.from) / DAY);
}
