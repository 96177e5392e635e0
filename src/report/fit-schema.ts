import type { DrillFit, FittedFailure, FittedStep, Spread } from '../evidence/drills/fit/drill-fit.js';
import type { NormalInverseGamma } from '../statistics/normal-posterior.js';
import { exactly, type JsonSchema } from './json-schema.js';
import { resultDocument } from './result-schema.js';

const resultKeys = resultDocument.properties as Readonly<Record<'tool' | 'scenario' | 'unit', JsonSchema>>;

const text: JsonSchema = { type: 'string' };
const number: JsonSchema = { type: 'number' };
const positive: JsonSchema = { type: 'number', exclusiveMinimum: 0 };
const share: JsonSchema = { type: 'number', minimum: 0, maximum: 1 };
const count: JsonSchema = { type: 'integer', minimum: 0 };
const listOf = (items: JsonSchema): JsonSchema => ({ type: 'array', items });

const spread = (description: string): JsonSchema =>
  exactly<Spread>({ p5: number, p50: number, p95: number }, description);

const step = exactly<FittedStep>({
  step: text,
  path: { ...text, description: 'Where the law stands in the scenario.' },
  quantity: { enum: ['duration', 'rate'], description: 'In seconds, or in bytes per second.' },
  measured: { ...count, description: 'Attempts that were measured.' },
  censored: { ...count, description: 'Of these, how many broke off: they would have taken longer.' },
  before: spread('As the scenario has it.'),
  after: spread('As it is written.'),
  posterior: exactly<NormalInverseGamma>(
    { mu: number, kappa: positive, alpha: positive, beta: positive },
    'Of the logarithm of the seconds: normal-inverse-gamma.',
  ),
  countsAs: { ...positive, description: 'What the law counts as from now on, in measured times.' },
  family: { enum: ['lognormal', 'weibull'] },
  goodness: {
    description: 'P-values of Anderson and Darling; null with fewer than five times that did not break off.',
    oneOf: [{ type: 'null' }, exactly<NonNullable<FittedStep['goodness']>>({ lognormal: share, weibull: share })],
  },
  reason: { ...text, description: 'Why this family.' },
});

const document = exactly<DrillFit>({
  format: {
    description: 'Name and version of this format; it changes when a key is renamed, removed or changes its meaning.',
    const: 'drillcast-fit/1',
  },
  tool: resultKeys.tool,
  scenario: resultKeys.scenario,
  unit: resultKeys.unit,
  priorWeight: { ...positive, description: 'What an assumption of the scenario counts as, in measured values.' },
  drills: listOf(exactly<DrillFit['drills'][number]>({ name: text, began: { type: 'string', format: 'date-time' } })),
  steps: listOf(step),
  failures: listOf(
    exactly<FittedFailure>({
      step: text,
      path: text,
      attempts: { ...count, description: 'Attempts that were done or failed.' },
      failed: count,
      before: share,
      after: share,
      countsAs: { ...positive, description: 'What the probability counts as from now on, in attempts.' },
    }),
  ),
  left: {
    description: 'Steps whose time stays as it is, and why.',
    ...listOf(exactly<DrillFit['left'][number]>({ step: text, reason: text })),
  },
  warnings: listOf(text),
});

/** The JSON Schema (draft 2020-12) of what `drillcast drills fit --json` writes; `schema/fit.json` is its copy. */
export function fitSchema(): JsonSchema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Drillcast fit',
    description: 'What drills taught about the steps of a scenario.',
    ...document,
  };
}
