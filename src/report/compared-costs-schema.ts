import type { AmountDifference, CostsComparison, HourPrice, PriceEstimate } from '../study/costs-comparison.js';
import type { JsonSchema } from './json-schema.js';
import { defined, exactly } from './json-schema.js';

const number: JsonSchema = { type: 'number' };

/** An expected amount, variant minus baseline. */
export const amountDifferenceSchema: JsonSchema = exactly<AmountDifference>({
  value: number,
  low: defined('differenceOrNull', 'Lower end of its interval; null below 30 incidents.'),
  high: defined('differenceOrNull', 'Upper end, likewise.'),
});

/** A price per year and hour. */
export const priceSchema: JsonSchema = {
  ...exactly<PriceEstimate>({
    state: {
      description:
        'undecided: the two RTO may be the same, so any price is possible; unsupported: one has no number there, or ' +
        'there are too few incidents.',
      enum: ['estimated', 'undecided', 'unsupported'],
    },
    value: defined('differenceOrNull', 'A number exactly when the state is estimated.'),
    low: defined('differenceOrNull', 'Lower end of its interval.'),
    high: defined('differenceOrNull', 'Upper end of its interval.'),
  }),
  if: { properties: { state: { const: 'estimated' } } },
  then: { properties: { value: number, low: number, high: number } },
  else: { properties: { value: { type: 'null' }, low: { type: 'null' }, high: { type: 'null' } } },
};

function orNull(name: string, description: string): JsonSchema {
  return { description, oneOf: [{ type: 'null' }, defined(name)] };
}

const hourPrice = (description: string): JsonSchema =>
  exactly<HourPrice>(
    {
      upkeep: defined('price', 'Of storage and whatever is paid all the time alone.'),
      perYear: orNull('price', 'With the expected incidents; null where their cost is not known.'),
    },
    description,
  );

/** What a variant costs more than the baseline, as JSON Schema. */
export const comparedCostsSchema: JsonSchema = exactly<CostsComparison>({
  currency: { description: 'Of every amount in this part; that of both scenarios.', type: 'string' },
  upkeep: { ...number, description: 'Storage and whatever is paid all the time, per year: variant minus baseline.' },
  incidents: orNull('amountDifference', 'Expected cost of the incidents of a year, variant minus baseline.'),
  perYear: orNull('amountDifference', 'Both together; null when the incidents are.'),
  hourOfRto: exactly<CostsComparison['hourOfRto']>(
    { mean: hourPrice('Of the mean RTO.'), p95: hourPrice('Of the P95 of RTO.') },
    'Cost per year of an hour of RTO saved: below zero when the one that is sooner is cheaper too.',
  ),
});
