import type { Costs } from '../../scenario/costs.js';
import { ascendingCopy } from '../../statistics/ascending-copy.js';
import { yearEstimate, yearMean, yearQuantile } from './estimate-years.js';
import type { YearOutcomes } from './year-outcomes.js';
import { EXCEEDANCE_PROBABILITIES } from './years-summary.js';
import type { YearCosts } from './years-summary.js';

/**
 * What each year cost, in parts and in all. What an incident loses, moves and employs is booked in the year in which it
 * strikes; downtime in the year in which it falls, at the price of the time in which the service was down, however many
 * incidents were the reason.
 *
 * An incident that was not recovered from costs what the scenario says; where it says nothing the year has no cost,
 * ranks above all others, and has no part in any mean, so that the parts add up to the whole.
 */
export function estimateCosts(outcomes: YearOutcomes, costs: Costs, confidence: number): YearCosts {
  const { yearSeconds, surfaces, unrecoverable } = outcomes;
  const kept = unrecoverable.map((_, year) => surfaces.reduce((sum, { storageMean }) => sum + storageMean[year], 0));
  const lostPrice = costs.unrecoverable ?? NaN;
  const columns: [string, Float64Array][] = [
    ['downtime', outcomes.downtime.map((seconds) => seconds * costs.downtime)],
    ['data-loss', outcomes.lost.map((seconds) => seconds * costs.dataLoss)],
    ['unrecoverable', unrecoverable.map((count) => (count === 0 ? 0 : count * lostPrice))],
    ['people', outcomes.labour],
    ['egress', outcomes.movedBytes.map((bytes) => bytes * costs.egress)],
    ['afterwards', outcomes.laterCosts],
    ['storage', kept.map((bytes) => bytes * costs.storage * yearSeconds)],
    ...costs.standing.map(({ name, price }): [string, Float64Array] => [
      `standing.${name}`,
      new Float64Array(outcomes.years).fill(price * yearSeconds),
    ]),
  ];
  const total = columns.reduce(
    (sum, [, column]) => sum.map((value, year) => value + column[year]),
    new Float64Array(outcomes.years),
  );
  const ascending = ascendingCopy(total);
  return {
    currency: costs.currency,
    total: yearEstimate(total, confidence),
    unpricedYears: total.filter(Number.isNaN).length,
    parts: Object.fromEntries(
      columns.map(([name, column]) => [
        name,
        yearMean(
          column.map((value, year) => (Number.isNaN(total[year]) ? NaN : value)),
          confidence,
        ),
      ]),
    ),
    exceedance: EXCEEDANCE_PROBABILITIES.map((probability) => ({
      probability,
      ...yearQuantile(ascending, 1 - probability, confidence),
    })),
  };
}
