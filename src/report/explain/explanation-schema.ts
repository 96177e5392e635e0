import type {
  CounterfactualAnswer,
  Explanation,
  InputExplanation,
  MetricExplanation,
  PartExplanation,
  Share,
  Shift,
  TornadoBar,
} from '../../study/explain/explanation.js';
import type { IntervalEstimate } from '../../statistics/spearman.js';
import { EXPLAINED_METRICS } from '../../study/explain/path-outcomes.js';
import { QUANTILES } from '../../study/summary.js';
import { defined, exactly, type JsonSchema } from '../json-schema.js';
import { quantileSchema } from '../metric-schema.js';
import { STANDING } from '../standing-schema.js';

const listOf = (items: JsonSchema, description: string): JsonSchema => ({ description, type: 'array', items });

const part = exactly<PartExplanation>({
  kind: {
    description:
      'wait-for-link: a transfer lasted longer than at its own rate; surface: of RPO, the one that decides it.',
    enum: ['step', 'wait-for-people', 'wait-for-link', 'surface'],
  },
  name: { description: 'Of the step, role, link or surface.', type: 'string' },
  criticality: defined('share', 'Of the incidents recovered from, those in which it was part of the metric.'),
  tailCriticality: defined('share', 'The same of those at or above the quantile.'),
  mean: { description: 'Seconds that it contributes, on average over the incidents recovered from.', type: 'number' },
  tailShare: defined('share', 'Its part of the time of the incidents at or above the quantile.'),
});

const input = exactly<InputExplanation>({
  name: { description: 'A path of the scenario, or strike, or kind-of-incident.', type: 'string' },
  correlation: defined('indexOrNull', 'Rank correlation (Spearman) with the metric; null when it is no single number.'),
  total: defined('indexOrNull', "Sobol' total index of the metric; null when the metric does not vary."),
  tail: defined('indexOrNull', "Sobol' total index of being at or above the quantile."),
  verdict: {
    description: 'matters: an index is surely at least `negligible`; negligible: both are surely below it.',
    enum: ['matters', 'negligible', 'undecided'],
  },
});

const shift = exactly<Shift>({
  state: {
    description: 'baseline-unrecoverable: only with the change there is a recovery at the quantile.',
    enum: ['estimated', 'baseline-unrecoverable', 'variant-unrecoverable', 'both-unrecoverable', 'unsupported'],
  },
  quantile: { description: 'The quantile with the change.', type: ['number', 'null'] },
  value: { description: 'By how much it lies above the quantile as it is.', type: ['number', 'null'] },
  low: { type: ['number', 'null'] },
  high: { type: ['number', 'null'] },
});

const change = exactly<CounterfactualAnswer>({
  kind: {
    enum: [
      ...['step-takes-no-time', 'one-more-person', 'people-at-any-hour', 'link-twice-as-fast', 'decision-hour-earlier'],
      ...['decision-at-once', 'copies-twice-as-often', 'log-interval-halved', 'readiness-met'],
    ],
  },
  subject: { description: 'The step, role, link, decision, copy or check that is changed.', type: 'string' },
  shift: defined('shift'),
  isWorthTelling: { description: 'It surely moves the quantile, by at least `worthTelling` of it.', type: 'boolean' },
});

const metric = exactly<MetricExplanation>({
  value: defined('quantile', 'The quantile that is explained.'),
  unrecoverable: { description: 'Share of incidents without a recovery.', type: 'number', minimum: 0, maximum: 1 },
  parts: listOf(defined('part'), 'What the metric is made of, the largest part of the tail first.'),
  inputs: listOf(defined('input'), 'Sources of chance, those first that decide most about who is in the tail.'),
  tornado: listOf(
    exactly<TornadoBar>({
      name: { type: 'string' },
      low: defined('shift', 'The input at its P10.'),
      high: defined('shift', 'The input at its P90.'),
    }),
    'Inputs that do not surely leave the metric alone, fixed low and high.',
  ),
  counterfactuals: listOf(defined('change'), 'Every change tried, the one that shortens the quantile most first.'),
});

const document = exactly<Explanation>({
  format: {
    description: 'Name and version of this format; it changes when a key is renamed, removed or changes its meaning.',
    const: 'drillcast-explanation/1',
  },
  tool: exactly<Explanation['tool']>({ name: { const: 'drillcast' }, version: { type: 'string', minLength: 1 } }),
  scenario: exactly<Explanation['scenario']>({
    name: {
      description: 'Its name, as the file gives it. Text by others: escape it before showing it.',
      type: 'string',
    },
    file: { description: 'The file, as it was named on the command line.', type: 'string' },
    sha256: { type: 'string', pattern: '^[0-9a-f]{64}$' },
  }),
  seed: { type: 'integer', minimum: 0 },
  incidents: { description: 'How many struck each plan that was tried.', type: 'integer', minimum: 1 },
  unit: { const: 'seconds' },
  confidence: {
    description: 'Level of every interval; of all changes and bars of a metric together.',
    type: 'number',
    exclusiveMinimum: 0,
    exclusiveMaximum: 1,
  },
  quantile: { enum: Object.keys(QUANTILES) },
  negligible: { type: 'number', exclusiveMinimum: 0, exclusiveMaximum: 1 },
  worthTelling: { type: 'number', exclusiveMinimum: 0, exclusiveMaximum: 1 },
  metrics: {
    type: 'object',
    additionalProperties: false,
    minProperties: 1,
    properties: Object.fromEntries(EXPLAINED_METRICS.map((name) => [name, defined('metric')])),
  },
  idleInputs: listOf({ type: 'string' }, 'Inputs of steps and kinds that no incident called for; not looked at.'),
  ...STANDING,
  regrets: {
    description: 'By decision: how often another alternative, or the same at once, would have been quicker.',
    type: 'object',
    additionalProperties: defined('share'),
  },
});

const number = { type: 'number' };
const share = { type: 'number', minimum: 0, maximum: 1 };

/** The JSON Schema (draft 2020-12) of the answer of `explain --json`; `schema/explanation.json` is its copy. */
export function explanationSchema(): JsonSchema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Drillcast explanation',
    description: 'The answer of `drillcast explain --json`: what drives a result. Every duration is in seconds.',
    ...document,
    $defs: {
      durationOrNull: { type: ['number', 'null'], minimum: 0 },
      quantile: quantileSchema,
      share: exactly<Share>({ share, low: share, high: share }),
      indexOrNull: {
        oneOf: [{ type: 'null' }, exactly<IntervalEstimate>({ value: number, low: number, high: number })],
      },
      part,
      input,
      shift,
      change,
      metric,
    },
  };
}
