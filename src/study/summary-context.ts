import type { Plan } from '../plan/plan.js';
import { askedAbout } from '../scenario/asked-about.js';
import type { Scenario } from '../scenario/scenario.js';
import { countInputs } from './count-inputs.js';
import { footingsOf } from './rests-on/footings.js';
import { standingCosts } from './summarise-costs.js';
import { answeredReadiness, standsOn } from './summarise-readiness.js';
import type { SummaryContext } from './summarise.js';

/** What only the caller knows: where the scenario was read, and by what. */
export interface Origin {
  /** Version of Drillcast. */
  readonly version: string;
  /** What a reader would type to read the scenario again. */
  readonly file: string;
  /** Of the texts that the scenario was read from, in the order of `sources`, in hexadecimal. */
  readonly sha256: string;
}

/**
 * What a summary says besides its numbers, taken from the scenario.
 *
 * @param plan that of the scenario, for a caller who has it.
 */
export function summaryContext(scenario: Scenario, { version, file, sha256 }: Origin, plan?: Plan): SummaryContext {
  return {
    version,
    scenario: { name: scenario.name, file, sha256 },
    planning: scenario.planning,
    objectives: scenario.objectives,
    incidents: askedAbout(scenario),
    standingCosts: standingCosts(scenario, plan),
    standsOn: standsOn(scenario),
    footings: footingsOf(scenario),
    readiness: answeredReadiness(scenario),
    inputs: countInputs(scenario),
  };
}
