import type { Costs } from '../scenario/costs.js';
import type { LaterCosts } from '../scenario/later-costs.js';
import type { ColumnTable } from './columns.js';
import type { LaterCostsPlan } from './disaster-plan.js';

/** What an alternative may still cost, with the draws that each incident makes for it, whether or not it is taken. */
export function compileLaterCosts(
  { probability, amount, dataLoss, takes, needs }: LaterCosts,
  where: { readonly prefix: string; readonly costs: Costs | undefined; readonly columns: ColumnTable },
): LaterCostsPlan {
  const { prefix, costs, columns } = where;
  const priceOf = (role: string): number => costs?.people.find((each) => each.role === role)?.price ?? 0;
  return {
    probability,
    chanceColumn: probability === 1 ? -1 : columns.add(prefix, 'uniform'),
    amountColumn: columns.addOptional(`${prefix}/amount`, amount),
    dataLoss: dataLoss ?? 0,
    takesColumn: columns.addOptional(`${prefix}/takes`, takes),
    people: needs.reduce((sum, { role, count }) => sum + count * priceOf(role), 0),
  };
}
