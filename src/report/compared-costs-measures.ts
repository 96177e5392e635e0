import type { AmountDifference, CostsComparison, PriceEstimate } from '../study/costs-comparison.js';
import { standingPerYear } from '../study/summarise-costs.js';
import type { CostsSummary } from '../study/summary.js';
import type { Cell } from './csv-text.js';
import { printable } from './printable.js';

/** What a row of `comparison.csv` measures: its columns from `measure` on. */
export type Measure = readonly [measure: string, unit: string | null, value: Cell, low: Cell, high: Cell, state: Cell];

/** What a scenario costs in a year, as rows of a table: amounts of its currency per year. */
export function costsAlone(costs: CostsSummary): readonly Measure[] {
  const { currency, incidents, storage, perYear } = costs;
  const unit = `${printable(currency)}/year`;
  const row = (measure: string, value: Cell): Measure => [measure, unit, value, null, null, null];
  return [
    row('incidents', incidents.perYear),
    row('incidents-standard-error', incidents.standardError),
    row('storage', storage.perYear),
    row('standing', standingPerYear(costs)),
    row('per-year', perYear),
  ];
}

/** What a variant costs more, and the price of an hour of RTO saved, likewise. */
export function costsAgainst({ currency, upkeep, incidents, perYear, hourOfRto }: CostsComparison): readonly Measure[] {
  const unit = `${printable(currency)}/year`;
  const amount = (measure: string, difference: AmountDifference | null): Measure =>
    difference === null
      ? [measure, unit, null, null, null, null]
      : [measure, unit, difference.value, difference.low, difference.high, null];
  const price = (measure: string, estimate: PriceEstimate | null): Measure =>
    estimate === null
      ? [measure, `${unit}/hour`, null, null, null, null]
      : [measure, `${unit}/hour`, estimate.value, estimate.low, estimate.high, estimate.state];
  return [
    amount('difference-upkeep', { value: upkeep, low: upkeep, high: upkeep }),
    amount('difference-incidents', incidents),
    amount('difference-per-year', perYear),
    price('rto-hour-mean-upkeep', hourOfRto.mean.upkeep),
    price('rto-hour-mean-per-year', hourOfRto.mean.perYear),
    price('rto-hour-p95-upkeep', hourOfRto.p95.upkeep),
    price('rto-hour-p95-per-year', hourOfRto.p95.perYear),
  ];
}
