import type { Change, CheckedAgainst, CheckReport, LimitItem, ReadinessItem } from '../../study/check/check-report.js';
import type { TextPlace } from '../../scenario/place-of.js';
import type { Summary } from '../../study/summary.js';
import { defined, exactly, type JsonSchema } from '../json-schema.js';
import { resultDefinitions, resultDocument } from '../result-schema.js';
import { uncertaintyDefinitions, uncertaintySchema } from '../uncertainty-schema.js';

const resultKeys = resultDocument.properties as Readonly<Record<keyof Summary, JsonSchema>>;

const VERDICT: JsonSchema = { enum: ['met', 'missed', 'undecided'] };
const NUMBER_OR_NONE: JsonSchema = { type: ['number', 'null'] };
const PLACE: JsonSchema = { oneOf: [defined('place'), { type: 'null' }] };

const document = exactly<CheckReport>({
  format: {
    description: 'Name and version of this format; it changes when a key is renamed, removed or changes its meaning.',
    const: 'drillcast-check/1',
  },
  tool: resultKeys.tool,
  scenario: resultKeys.scenario,
  seed: resultKeys.seed,
  incidents: resultKeys.incidents,
  end: resultKeys.end,
  confidence: resultKeys.confidence,
  draws: resultKeys.draws,
  uncertainty: resultKeys.uncertainty,
  verdict: {
    ...VERDICT,
    description: 'missed when any item that counts is, else undecided when any is, else met.',
  },
  items: {
    description: 'Objectives of the file, requirements of the caller, and what must be ready.',
    type: 'array',
    items: { oneOf: [defined('limit'), defined('readiness')] },
  },
  against: {
    description: 'What became of each metric since an earlier result; null when none was given.',
    oneOf: [defined('against'), { type: 'null' }],
  },
});

const limit = exactly<LimitItem>({
  kind: { enum: ['objective', 'requirement'] },
  text: { description: 'As it is written, or would be.', type: 'string' },
  unit: {
    description: 'What limit and findings are in; money is that of the scenario.',
    enum: ['seconds', 'share', 'money'],
  },
  comparison: { enum: ['<=', '<', '>=', '>'] },
  limit: { type: 'number', minimum: 0 },
  value: { ...NUMBER_OR_NONE, description: 'As it was found; null where there is no number.' },
  low: { ...NUMBER_OR_NONE, description: 'Lower end of its interval.' },
  high: { ...NUMBER_OR_NONE, description: 'Upper end of its interval.' },
  verdict: VERDICT,
  undecidedFor: {
    description: 'What would decide: more incidents, or drills that make the inputs known; null when it is decided.',
    enum: ['incidents', 'drills', null],
  },
  kept: {
    description:
      'Share of the draws of the inputs in which it is kept; null when none were played, or it is not judged by them.',
    type: ['number', 'null'],
    minimum: 0,
    maximum: 1,
  },
  place: PLACE,
});

const readiness = exactly<ReadinessItem>({
  kind: { const: 'readiness' },
  text: { description: 'What is asked.', type: 'string' },
  answer: { description: 'yes, no, a day, or null when nobody has answered.', type: ['string', 'null'] },
  verdict: { enum: ['met', 'missed'] },
  isRequired: { description: 'What is not required does not count.', type: 'boolean' },
  place: PLACE,
});

const against = exactly<CheckedAgainst>({
  file: { type: 'string' },
  version: { description: 'Of Drillcast, then.', type: 'string' },
  sha256: { description: 'Of the scenario, then.', type: 'string' },
  isSameLuck: {
    description: 'Same seed, incidents and version: what moved, moved by the change alone.',
    type: 'boolean',
  },
  metrics: {
    type: 'object',
    additionalProperties: exactly<CheckedAgainst['metrics'][string]>({
      p50: defined('change'),
      p95: defined('change'),
    }),
  },
  added: { description: 'Metrics that only this run has.', type: 'array', items: { type: 'string' } },
  removed: { description: 'Metrics that only the earlier result has.', type: 'array', items: { type: 'string' } },
});

/** The JSON Schema of the document that `drillcast check --json` writes. */
export function checkSchema(): JsonSchema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Whether a plan keeps what is asked of it',
    ...document,
    $defs: {
      limit,
      readiness,
      against,
      place: exactly<TextPlace>({
        file: { type: 'string' },
        line: { type: 'integer', minimum: 1 },
        column: { type: 'integer', minimum: 1 },
      }),
      change: exactly<Change>(
        { before: NUMBER_OR_NONE, after: NUMBER_OR_NONE },
        'Seconds; null where there is no number.',
      ),
      uncertainty: uncertaintySchema,
      ...uncertaintyDefinitions,
      ...Object.fromEntries(
        ['count', 'share', 'duration', 'durationOrNull'].map((name) => [name, resultDefinitions[name]]),
      ),
    },
  };
}
