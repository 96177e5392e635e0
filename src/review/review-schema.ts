import type { JsonSchema } from '../report/json-schema.js';
import { exactly } from '../report/json-schema.js';
import { resultDefinitions, resultDocument } from '../report/result-schema.js';
import type { ReviewRecord } from './review-json.js';

const record = exactly<ReviewRecord>({
  format: {
    description: 'Name and version of this format; it changes when a key is renamed, removed or changes its meaning.',
    const: 'drillcast-review/1',
  },
  tool: { type: 'object', description: 'The program that made the document, as in the result.' },
  asOf: { type: 'string', format: 'date-time', description: 'To which ages were counted.' },
  result: resultDocument,
  settings: {
    type: 'object',
    description: 'What the scenario said, by dotted path, in the words of the scenario language.',
    additionalProperties: { type: 'string' },
  },
});

/** The JSON Schema (draft 2020-12) of what `report --json` writes; `schema/review.json` is its copy. */
export function reviewSchema(): JsonSchema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Drillcast review',
    description: 'What a review leaves behind for the next one (`drillcast report --since`).',
    ...record,
    $defs: resultDefinitions,
  };
}
