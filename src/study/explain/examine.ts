import type { Plan } from '../../plan/plan.js';
import type { Scenario } from '../../scenario/scenario.js';
import { chanceInputs, type ChanceInput } from './chance-inputs.js';
import { counterfactualPlans, type Counterfactual } from './counterfactual-plans.js';
import type { PathOutcomes } from './path-outcomes.js';

/** What is to be tried, once it is known what the incidents call for. */
export interface Examination {
  readonly inputs: readonly ChanceInput[];
  /** Inputs of steps and of kinds of disaster that no incident called for: nothing would change with them. */
  readonly idleInputs: readonly string[];
  readonly counterfactuals: readonly Counterfactual[];
}

/** What to try for a scenario of which a run was played in detail. */
export function examine(scenario: Scenario, plan: Plan, paths: PathOutcomes): Examination {
  const isCarriedOut = paths.isCarriedOut.map((column) => column.includes(1));
  const idleSteps = plan.steps.filter((_, step) => !isCarriedOut[step]).map(({ name }) => `runbook.${name}.`);
  const idleKinds = plan.kinds
    .filter(({ upTo }, kind) => upTo === (kind === 0 ? 0 : plan.kinds[kind - 1].upTo))
    .map(({ name }) => `incidents.${name}.`);
  const isKindFixed = idleKinds.length >= plan.kinds.length - 1;
  const isIdle = ({ name }: ChanceInput): boolean =>
    [...idleSteps, ...idleKinds].some((prefix) => name.startsWith(prefix)) ||
    (isKindFixed && name === 'kind-of-incident');
  const all = chanceInputs(plan);
  return {
    inputs: all.filter((input) => !isIdle(input)),
    idleInputs: all.filter(isIdle).map(({ name }) => name),
    counterfactuals: counterfactualPlans(scenario, plan, isCarriedOut),
  };
}
