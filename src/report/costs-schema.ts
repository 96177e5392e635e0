import type { CostsSummary } from '../study/summary.js';
import type { JsonSchema } from './json-schema.js';
import { defined, exactly } from './json-schema.js';

/** What a plan costs, as JSON Schema. */
export const costsSchema: JsonSchema = exactly<CostsSummary>({
  currency: { description: 'Of every amount in this part.', type: 'string' },
  perIncident: defined('metric', 'Cost of each incident, in the currency: read amounts where it says durations.'),
  incidents: exactly<CostsSummary['incidents']>(
    { perYear: defined('amountOrNull'), standardError: defined('amountOrNull') },
    'Expected cost of the incidents of a year; null without frequencies, or without a price of an unrecoverable one.',
  ),
  storage: exactly<CostsSummary['storage']>(
    { bytes: defined('amount', 'What the copies keep on average.'), perYear: defined('amount') },
    'Storage of the copies.',
  ),
  standing: {
    description: 'Whatever is paid all the time, by name, per year.',
    type: 'object',
    additionalProperties: defined('amount'),
  },
  perYear: defined('amountOrNull', 'All of it together; null when the cost of the incidents is.'),
});
