import type { Summary } from '../../study/summary.js';
import type { VariedInput } from '../../study/size/read-vary.js';
import type { Candidate, CandidateFinding, Sizing } from '../../study/size/sizing.js';
import { exactly, type JsonSchema } from '../json-schema.js';
import { resultDocument } from '../result-schema.js';

const resultKeys = resultDocument.properties as Readonly<Record<keyof Summary, JsonSchema>>;
const VERDICT: JsonSchema = { enum: ['met', 'missed', 'undecided'] };
const NUMBER_OR_NONE: JsonSchema = { type: ['number', 'null'] };
const TEXTS: JsonSchema = { type: 'array', items: { type: 'string' } };

/** The JSON Schema of the document that `drillcast size --json` writes. */
export function sizingSchema(): JsonSchema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'What every combination of inputs costs and keeps',
    ...exactly<Sizing>({
      format: {
        description:
          'Name and version of this format; it changes when a key is renamed, removed or changes its meaning.',
        const: 'drillcast-sizing/1',
      },
      tool: resultKeys.tool,
      scenario: resultKeys.scenario,
      seed: resultKeys.seed,
      incidents: resultKeys.incidents,
      confidence: { ...resultKeys.confidence, description: 'That all verdicts together are right.' },
      varied: { type: 'array', items: exactly<VariedInput>({ path: TEXTS, values: TEXTS }) },
      requirements: TEXTS,
      currency: { type: 'string' },
      chosen: {
        description: 'Number of a candidate, from 0; null where none certainly meets all.',
        type: ['integer', 'null'],
      },
      candidates: {
        type: 'array',
        items: exactly<Candidate>({
          values: { ...TEXTS, description: 'One per varied input.' },
          costPerYear: { description: 'Expected cost of a year.', type: 'number' },
          verdict: VERDICT,
          findings: {
            description: 'One per requirement, in seconds, as a share, or money.',
            type: 'array',
            items: exactly<CandidateFinding>({
              value: NUMBER_OR_NONE,
              low: NUMBER_OR_NONE,
              high: NUMBER_OR_NONE,
              verdict: VERDICT,
            }),
          },
        }),
      },
    }),
  };
}
