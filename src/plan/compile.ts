import type { Costs } from '../scenario/costs.js';
import type { Scenario } from '../scenario/scenario.js';
import { ColumnTable } from './columns.js';
import type { LinkPlan, MilestonePlan, Plan, PricePlan, RolePlan, StepPlan } from './plan.js';
import { compileDecisions, compileKinds, readingOrder } from './disasters.js';
import { withBackupGaps } from './readiness.js';
import { compileRunbook } from './runbook.js';
import { requireSharedHours } from './shared-hours.js';
import { compileSurface } from './surfaces.js';
import { workingHours } from './working-hours.js';

/**
 * Flattens a scenario into the plan that the engine runs. The scenario has been checked, so a name that does
 * not resolve here is a fault of ours.
 *
 * @param before seconds before the period from which on schedules and hours are needed besides what the past of a strike
 *   takes: for those who play time forward.
 * @throws UnplayableError when a cron schedule runs too often to be listed (see `cronTimes`), or when people whom a step
 *   needs are never at work together.
 */
export function compile(asked: Scenario, before = 0): Plan {
  const scenario = withBackupGaps(asked);
  const span = {
    epoch: scenario.period.from as number,
    periodLength: scenario.period.to - scenario.period.from,
    timezone: scenario.timezone,
    before,
  };
  const columns = new ColumnTable();
  const strikeColumn = columns.add('strike', 'uniform');
  const kindColumn = scenario.incidents.length > 1 ? columns.add('incident/kind', 'uniform') : -1;
  const kinds = compileKinds(scenario, span, columns);
  const surfaces = scenario.surfaces.map((surface) => compileSurface(surface, scenario, span, columns));
  const links = scenario.links.map((link): LinkPlan => ({
    name: link.name,
    rateColumn: columns.add(`link/${link.name}/rate`, link.rate),
  }));
  const steps = compileRunbook(scenario, columns);
  const decisions = compileDecisions(scenario, columns, steps);
  const roles = scenario.roles.map((role): RolePlan => ({
    name: role.name,
    count: role.count,
    hours: workingHours(role, span),
    callOut: role.callOut,
  }));
  requireSharedHours(steps, roles);
  return {
    epoch: span.epoch,
    periodLength: span.periodLength,
    timezone: span.timezone,
    columns: columns.list,
    strikeColumn,
    kindColumn,
    kinds,
    surfaces,
    readingOrder: readingOrder(scenario),
    decisions,
    roles,
    links,
    steps,
    prices: scenario.costs && compilePrices(scenario.costs, scenario),
    milestones: scenario.milestones.map((milestone): MilestonePlan => ({
      name: milestone.name,
      steps: indicesOf(milestone.steps, steps),
    })),
    reopenSteps: milestoneSteps(scenario, steps, 'service-reopened'),
    closeSteps: milestoneSteps(scenario, steps, 'incident-closed'),
  };
}

function compilePrices(costs: Costs, { steps }: Scenario): PricePlan {
  const priceOf = (role: string): number => costs.people.find((each) => each.role === role)?.price ?? 0;
  return {
    downtime: costs.downtime,
    dataLoss: costs.dataLoss,
    unrecoverable: costs.unrecoverable ?? NaN,
    people: Float64Array.from(steps, ({ needs }) =>
      needs.reduce((sum, { role, count }) => sum + count * priceOf(role), 0),
    ),
    egress: costs.egress,
  };
}

function milestoneSteps(scenario: Scenario, steps: readonly StepPlan[], name: string): Int32Array {
  const milestone = scenario.milestones.find((each) => each.name === name);
  if (milestone === undefined) throw new Error(`compile: the scenario has no milestone "${name}"`);
  return indicesOf(milestone.steps, steps);
}

function indicesOf(names: readonly string[], steps: readonly StepPlan[]): Int32Array {
  return Int32Array.from(names, (name) => {
    const index = steps.findIndex((step) => step.name === name);
    if (index < 0) throw new Error(`compile: the runbook has no step "${name}"`);
    return index;
  });
}
