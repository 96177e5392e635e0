import type { DecisionPlan, LaterCostsPlan } from '../plan/disaster-plan.js';
import type { Decisions } from './decisions.js';
import { UNDECIDED } from './decisions.js';
import type { Strike } from './strike.js';

/**
 * What the alternatives that were taken in an incident still cost when it is over, in the currency of the scenario.
 *
 * @param loss seconds of which the data of the deployment was lost.
 */
export function laterCosts(
  plans: readonly DecisionPlan[],
  { taken }: Pick<Decisions, 'taken'>,
  strike: Strike,
  loss: number,
): number {
  let sum = 0;
  for (let decision = 0; decision < plans.length; decision++) {
    if (taken[decision] === UNDECIDED) continue;
    const { costsLater } = plans[decision].alternatives[taken[decision]];
    if (costsLater !== undefined && comes(costsLater, strike)) sum += costOf(costsLater, strike, loss);
  }
  return sum;
}

function comes({ chanceColumn, probability }: LaterCostsPlan, strike: Strike): boolean {
  return chanceColumn < 0 || strike.drawn(chanceColumn) < probability;
}

function costOf(costs: LaterCostsPlan, strike: Strike, loss: number): number {
  const { amountColumn, dataLoss, takesColumn, people } = costs;
  return (
    (amountColumn < 0 ? 0 : strike.drawn(amountColumn)) +
    (takesColumn < 0 ? 0 : strike.drawn(takesColumn) * people) +
    dataLoss * loss
  );
}
