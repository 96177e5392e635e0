import { compile } from '../plan/compile.js';
import type { Scenario } from '../scenario/scenario.js';
import type { Sample } from '../statistics/sample.js';
import { YEAR } from '../units/unit-table.js';
import { storageKept } from './storage-kept.js';
import type { CostsSummary, MetricSummary } from './summary.js';

/** What a year costs besides its incidents: known before anything is played. */
export type StandingCosts = Pick<CostsSummary, 'currency' | 'storage' | 'standing'>;

/**
 * What is paid for storage and for all that stands by, per year of 365.25 days; null when the scenario has no prices.
 *
 * @param plan that of the scenario, for a caller who has it.
 */
export function standingCosts(scenario: Scenario, plan = compile(scenario)): StandingCosts | null {
  const { costs } = scenario;
  if (costs === undefined) return null;
  const bytes = storageKept(plan);
  return {
    currency: costs.currency,
    storage: { bytes, perYear: bytes * costs.storage * YEAR },
    standing: Object.fromEntries(costs.standing.map(({ name, price }) => [name, price * YEAR])),
  };
}

/** What is paid whether or not anything happens: storage, and whatever stands by, per year. */
export function upkeepPerYear(costs: StandingCosts): number {
  return costs.storage.perYear + standingPerYear(costs);
}

/** Whatever is paid all the time, in all, per year. */
export function standingPerYear({ standing }: Pick<CostsSummary, 'standing'>): number {
  return Object.values(standing).reduce((sum, price) => sum + price, 0);
}

/**
 * What incidents cost, each and in a year, beside what stands by.
 *
 * A year brings the expected number of incidents, each at the mean cost of its kind; without frequencies there is no
 * cost per year. Where an incident without a recovery has no price there is no mean either: the largest losses would be
 * left out.
 *
 * @param costs of each incident; Infinity for one that has no price.
 * @param perYear expected number of incidents in a year; null when the scenario does not say.
 * @param summarise gives the estimates of what they cost.
 */
export function summariseCosts(
  costs: Sample | undefined,
  standing: StandingCosts | null,
  perYear: number | null,
  summarise: (costs: Sample) => MetricSummary,
): CostsSummary | null {
  if (costs === undefined || standing === null) return null;
  const { mean, standardError } = costs.moments;
  const isWhole = mean !== null && costs.ascending.at(costs.ascending.length - 1) !== Infinity;
  const incidents = isWhole && perYear !== null ? perYear * mean : null;
  return {
    ...standing,
    perIncident: summarise(costs),
    incidents: {
      perYear: incidents,
      standardError: incidents === null || standardError === null || perYear === null ? null : perYear * standardError,
    },
    perYear: incidents === null ? null : incidents + upkeepPerYear(standing),
  };
}
