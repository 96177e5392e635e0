import type {
  DrillAdvice,
  DrillsNeeded,
  InputAdvice,
  MetricAdvice,
  ObjectiveAdvice,
  SubjectAdvice,
} from '../evidence/drills/next/drill-advice.js';
import type { IntervalEstimate } from '../statistics/spearman.js';
import type { Band } from '../study/uncertainty/uncertainty-summary.js';
import { defined, exactly, type JsonSchema } from './json-schema.js';
import { resultDocument } from './result-schema.js';

const resultKeys = resultDocument.properties as Readonly<Record<'tool' | 'scenario' | 'unit' | 'seed', JsonSchema>>;

const METRIC: JsonSchema = { enum: ['rto', 'rpo', 'rtt'] };
const share: JsonSchema = { type: 'number', minimum: 0, maximum: 1 };
const seconds: JsonSchema = { type: ['number', 'null'], minimum: 0 };
const byMetric = (schema: JsonSchema, description: string): JsonSchema =>
  exactly<Record<'rto' | 'rpo' | 'rtt', unknown>>({ rto: schema, rpo: schema, rtt: schema }, description);

const metric = exactly<MetricAdvice>({
  p95: exactly<Band>(
    { low: seconds, median: seconds, high: seconds },
    'Credible band of its P95; null for what is infinite.',
  ),
  scale: {
    description:
      'In what its variance is shared out: logarithm, or normal scores where some draw has 0 or no number; null where ' +
      'it does not vary.',
    enum: ['logarithm', 'normal scores', null],
  },
});

const drills = exactly<DrillsNeeded>({
  needed: {
    description:
      'The fewest full drills after which the verdict is credible with 80 % probability; null when not within the most.',
    type: ['integer', 'null'],
    minimum: 1,
  },
  most: { description: 'The most that were thought of.', type: 'integer', minimum: 1 },
  chance: { ...share, description: 'That the verdict is credible after so many as are needed, or after the most.' },
  learnable: { ...share, description: 'Share of what is open that comes from what full drills measure.' },
  explained: {
    ...share,
    description: 'Share of what is open that the values tell each by itself, as was counted with.',
  },
});

const objective = exactly<ObjectiveAdvice>({
  metric: METRIC,
  quantile: { type: 'number', exclusiveMinimum: 0, exclusiveMaximum: 1 },
  limit: { type: 'number', minimum: 0 },
  met: { ...share, description: 'Share of the draws in which it is met.' },
  wrong: { ...share, description: 'Probability that the likelier verdict is wrong.' },
  verdict: { enum: ['met', 'missed', 'undecided'] },
  drills: {
    description: 'How many drills would settle it; null where it is settled.',
    oneOf: [{ type: 'null' }, defined('drills')],
  },
});

const estimate = exactly<IntervalEstimate>({ value: share, low: share, high: share });
const estimateOrNull: JsonSchema = { oneOf: [{ type: 'null' }, defined('estimate')] };

const subject = exactly<SubjectAdvice>({
  kind: { enum: ['step', 'people', 'link', 'surface'] },
  name: { type: 'string' },
  inputs: {
    description: 'Its values that nobody knows exactly.',
    type: 'array',
    items: exactly<InputAdvice>({
      path: { description: 'Where it stands in the scenario.', type: 'string' },
      countsAs: { description: 'In measured times, or in attempts.', type: 'number', exclusiveMinimum: 0 },
      isDrilled: { description: 'Whether a drill that restores everything measures it.', type: 'boolean' },
    }),
    minItems: 1,
  },
  isDrilled: { description: 'Whether a drill that restores everything measures any of it.', type: 'boolean' },
  matters: { description: 'Whether knowing it would surely change anything that is told here.', type: 'boolean' },
  p95: byMetric(estimateOrNull, 'Share of the variance of the P95 that would be gone if it were known.'),
  verdicts: {
    description:
      'By how much the probability of a wrong verdict would fall if it were known; by objective, 0 where it is settled.',
    type: 'array',
    items: defined('estimate'),
  },
});

const document = exactly<DrillAdvice>({
  format: {
    description: 'Name and version of this format; it changes when a key is renamed, removed or changes its meaning.',
    const: 'drillcast-next/1',
  },
  tool: resultKeys.tool,
  scenario: resultKeys.scenario,
  seed: resultKeys.seed,
  draws: { description: 'How many times the inputs were drawn.', type: 'integer', minimum: 1 },
  incidents: { description: 'By how many incidents each draw was struck.', type: 'integer', minimum: 1 },
  unit: resultKeys.unit,
  credibility: { ...share, description: 'Level of every band and interval.' },
  assumptionsCount: {
    description: 'Measured times that a mere assumption counts as; null when assumptions were taken as known.',
    type: ['number', 'null'],
    exclusiveMinimum: 0,
  },
  metrics: byMetric(defined('metric'), 'What is open about each.'),
  objectives: { description: 'In the order of the scenario.', type: 'array', items: defined('objective') },
  rankedBy: {
    description: 'What the order of the subjects is by: the verdicts that are open, or the P95 of a metric.',
    enum: ['verdicts', 'rto', 'rpo', 'rtt'],
  },
  subjects: { description: 'The one to measure next comes first.', type: 'array', items: defined('subject') },
});

/** The JSON Schema (draft 2020-12) of what `drillcast drills next --json` writes; `schema/next.json` is its copy. */
export function nextSchema(): JsonSchema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Drillcast next drill',
    description: 'Which drill would teach most, and how many would settle what is open. Every duration is in seconds.',
    ...document,
    $defs: { metric, drills, objective, subject, estimate },
  };
}
