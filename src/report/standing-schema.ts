import type { Summary } from '../study/summary.js';
import { readinessSchema } from './disaster-schema.js';
import type { JsonSchema } from './json-schema.js';
import { exactly } from './json-schema.js';

const count: JsonSchema = { type: 'integer', minimum: 0 };

/** What every answer says of its scenario besides its numbers, as JSON Schema. */
export const STANDING: Readonly<Record<'standsOn' | 'readiness' | 'inputs', JsonSchema>> = {
  standsOn: {
    description: 'What the times of the runbook rest on: assumptions, drills in part, or drills wholly.',
    enum: ['assumed', 'partly-drilled', 'drilled'],
  },
  readiness: {
    description: 'Questions about the plan, as answered at the start of the period; null when the scenario asks none.',
    oneOf: [{ type: 'null' }, readinessSchema],
  },
  inputs: exactly<Summary['inputs']>(
    {
      assumed: count,
      vendor: count,
      drill: count,
      measured: count,
      imported: count,
      unsourced: { ...count, description: 'Values that name no source.' },
    },
    'How many values of the scenario name each source.',
  ),
};
