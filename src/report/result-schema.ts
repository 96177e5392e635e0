import type { PeopleSummary, StepSummary, Summary } from '../study/summary.js';
import type { JsonSchema } from './json-schema.js';
import { defined, exactly } from './json-schema.js';
import { costsSchema } from './costs-schema.js';
import { decisionSchema, kindSchema } from './disaster-schema.js';
import { restsOnSchema } from './rests-on-schema.js';
import { uncertaintyDefinitions, uncertaintySchema } from './uncertainty-schema.js';
import { metricSchema, objectiveSchema, planningSchema, quantileSchema } from './metric-schema.js';
import { STANDING } from './standing-schema.js';

const restsOn: JsonSchema = { oneOf: [{ type: 'null' }, defined('restsOn')] };

/** The document that `renderJson` writes, without the definitions that it refers to. */
export const resultDocument: JsonSchema = exactly<Summary>({
  format: {
    description: 'Name and version of this format; it changes when a key is renamed, removed or changes its meaning.',
    const: 'drillcast-result/1',
  },
  tool: exactly<Summary['tool']>(
    { name: { const: 'drillcast' }, version: { type: 'string', minLength: 1 } },
    'The program that made the document.',
  ),
  scenario: exactly<Summary['scenario']>(
    {
      name: {
        description: 'Its name, as the file gives it. Text by others: escape it before showing it.',
        type: 'string',
      },
      file: { description: 'The file, as it was named on the command line.', type: 'string' },
      sha256: {
        description: 'SHA-256 of the texts that the scenario was read from.',
        type: 'string',
        pattern: '^[0-9a-f]{64}$',
      },
    },
    'The scenario that was played.',
  ),
  seed: {
    description: 'With the same scenario, version, seed and incidents the document comes out the same.',
    type: 'integer',
    minimum: 0,
  },
  incidents: { description: 'How many incidents were played.', type: 'integer', minimum: 1 },
  end: exactly<Summary['end']>(
    {
      reason: {
        description:
          'count: all incidents that were asked for were played; precision: the precision that was asked for was ' +
          'reached; ceiling: it was not, with as many incidents as were allowed; interrupted: the reader stopped the run.',
        enum: ['count', 'precision', 'ceiling', 'interrupted'],
      },
      asked: { description: 'How many incidents were asked for, or allowed.', type: 'integer', minimum: 1 },
      precision: {
        description: 'The half-width that was asked for, as a share of the estimate; null when none was.',
        type: ['number', 'null'],
        exclusiveMinimum: 0,
      },
    },
    'Why the run ended where it did.',
  ),
  unit: { description: 'Unit of every duration in the document.', const: 'seconds' },
  confidence: {
    description: 'Confidence level of every interval in the document.',
    type: 'number',
    exclusiveMinimum: 0,
    exclusiveMaximum: 1,
  },
  relativeError: {
    description:
      'The most by which values are told too large, as a share of them: 0 where every value was kept; above 0 in runs ' +
      'so long that values were rounded up and counted.',
    type: 'number',
    minimum: 0,
    exclusiveMaximum: 1,
  },
  metrics: {
    description:
      'Estimates by metric: rto (start of the disruption to service reopened), rpo (data lost, the largest over the ' +
      'data-bearing surfaces), rtt (start of the disruption to incident closed), and rpo.<surface> for each ' +
      'data-bearing surface.',
    type: 'object',
    additionalProperties: false,
    required: ['rto', 'rpo', 'rtt'],
    properties: { rto: defined('metric'), rpo: defined('metric'), rtt: defined('metric') },
    patternProperties: { '^rpo\\..+$': defined('metric') },
  },
  stepIncidents: {
    description: 'How many incidents, from the first on, the steps rest on.',
    type: 'integer',
    minimum: 0,
  },
  steps: { description: 'The steps of the runbook, in its order.', type: 'array', items: defined('step') },
  people: { description: 'The roles, in the order of the scenario.', type: 'array', items: defined('people') },
  incidentKinds: {
    description: 'The kinds of disaster that were played, by name; the metrics above mix them by their frequency.',
    type: 'object',
    additionalProperties: defined('kind'),
  },
  decisions: {
    description: 'The decisions taken during recovery, by name.',
    type: 'object',
    additionalProperties: defined('decision'),
  },
  costs: {
    description: 'What incidents and readiness for them cost; null when the scenario has no prices.',
    oneOf: [{ type: 'null' }, costsSchema],
  },
  standsOn: STANDING.standsOn,
  restsOn: exactly<Summary['restsOn']>(
    { rto: restsOn, rpo: restsOn, rtt: restsOn },
    'What the incidents at or above the P95 of a metric rest on; null for a metric that was nowhere above 0.',
  ),
  draws: {
    description: 'How many draws of what the inputs may truly be were asked for; null when there was no reason to.',
    type: ['integer', 'null'],
    minimum: 0,
  },
  uncertainty: {
    description: 'What is not known of the inputs, and what follows from it; null when no draws were played.',
    oneOf: [{ type: 'null' }, defined('uncertainty')],
  },
  readiness: STANDING.readiness,
  inputs: STANDING.inputs,
});

const step = exactly<StepSummary>({
  name: { type: 'string' },
  mean: defined('duration', 'Mean time from the start of the first attempt to the end of the last.'),
  quantiles: exactly<StepSummary['quantiles']>({
    p5: defined('duration'),
    p50: defined('duration'),
    p95: defined('duration'),
  }),
  waiting: defined('duration', 'Mean time between ready and started.'),
  attempts: { description: 'Mean number of attempts.', type: 'number', minimum: 0 },
  criticality: defined('share', 'Share of incidents in which it lay on the critical path to service-reopened.'),
  tailShare: defined('share', 'Its share of the RTO of the incidents at or above the P95 of RTO.'),
  rtt: exactly<StepSummary['rtt']>(
    { criticality: defined('share'), tailShare: defined('share') },
    'The same two for the path to incident-closed and RTT.',
  ),
});

const people = exactly<PeopleSummary>(
  {
    role: { type: 'string' },
    mean: defined('duration', 'Mean of that time on the critical path to service-reopened.'),
    criticality: defined('share', 'Share of incidents in which there was such a time on that path.'),
    tailShare: defined('share', 'Its share of the RTO of the incidents at or above the P95 of RTO.'),
    rtt: exactly<PeopleSummary['rtt']>(
      { mean: defined('duration'), criticality: defined('share'), tailShare: defined('share') },
      'The same three for the path to incident-closed and RTT.',
    ),
  },
  'Time in which nobody worked on the critical path because a role was on its way, or outside its hours.',
);

/** What the document refers to, for `$defs`. */
export const resultDefinitions: JsonSchema = {
  count: { type: 'integer', minimum: 0 },
  share: { type: 'number', minimum: 0, maximum: 1 },
  duration: { type: 'number', minimum: 0 },
  durationOrNull: { type: ['number', 'null'], minimum: 0 },
  amount: { type: 'number', minimum: 0 },
  amountOrNull: { type: ['number', 'null'], minimum: 0 },
  metric: metricSchema,
  quantile: quantileSchema,
  planning: planningSchema,
  objective: objectiveSchema,
  step,
  people,
  kind: kindSchema,
  decision: decisionSchema,
  restsOn: restsOnSchema,
  uncertainty: uncertaintySchema,
  ...uncertaintyDefinitions,
};

/** The JSON Schema (draft 2020-12) of the document that `renderJson` writes; `schema/result.json` is its copy. */
export function resultSchema(): JsonSchema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Drillcast result',
    description:
      'The answer of `drillcast run --json`: estimates of recovery time and data loss with their intervals. Every ' +
      'duration is in seconds.',
    ...resultDocument,
    $defs: resultDefinitions,
  };
}
