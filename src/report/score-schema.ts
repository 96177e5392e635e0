import type {
  Coverage,
  CrpsScore,
  ForecastScore,
  PlanningCrps,
  ScoredDrill,
  ScoredValue,
  SubjectScore,
  Verdict,
} from '../evidence/drills/forecast-score.js';
import type { FitTest } from '../statistics/kolmogorov-smirnov.js';
import { defined, exactly, type JsonSchema } from './json-schema.js';
import { resultDocument } from './result-schema.js';

const resultKeys = resultDocument.properties as Readonly<
  Record<'tool' | 'scenario' | 'seed' | 'incidents' | 'unit', JsonSchema>
>;

const share: JsonSchema = { type: 'number', minimum: 0, maximum: 1 };
const shareOrNull: JsonSchema = { type: ['number', 'null'], minimum: 0, maximum: 1 };
const seconds: JsonSchema = { type: 'number', minimum: 0 };
const secondsOrNull: JsonSchema = { type: ['number', 'null'], minimum: 0 };
const count: JsonSchema = { type: 'integer', minimum: 0 };
const names: JsonSchema = { type: 'array', items: { type: 'string' } };
const mapOf = (name: string): JsonSchema => ({ type: 'object', additionalProperties: defined(name) });

const subject = exactly<SubjectScore>({
  measured: { ...count, description: 'How many drills measured it.' },
  censored: { ...count, description: 'Of these, in how many it broke off: it is known to be at least so long.' },
  forecast: exactly<SubjectScore['forecast']>(
    { p5: secondsOrNull, p50: secondsOrNull, p95: secondsOrNull },
    'Quantiles of the forecast; null among the incidents that are never recovered from.',
  ),
  median: { ...secondsOrNull, description: 'Median of what was measured; null among what broke off.' },
  meanPercentile: { ...share, description: 'Mean place in the forecast; 0.5 for a right one.' },
  coverage: { type: 'array', items: defined('coverage') },
  histogram: {
    description: 'Values per tenth of the forecast, per fifth below 20 values; what broke off is spread over the rest.',
    type: 'array',
    items: { type: 'number', minimum: 0 },
  },
  tests: {
    description: 'Tests of uniformity of the places; null with fewer than five values.',
    oneOf: [
      { type: 'null' },
      exactly<NonNullable<SubjectScore['tests']>>({
        kolmogorovSmirnov: defined('test'),
        andersonDarling: defined('test'),
        position: { ...share, description: 'Two-sided p-value of the mean place.' },
        adjusted: { ...share, description: 'P-value of Anderson and Darling, adjusted by Holm.' },
      }),
    ],
  },
  standing: {
    description: 'On which side of the forecast the drills fell, if they did.',
    enum: ['longer', 'shorter', 'spread', 'unsuspicious', 'undecided'],
  },
  crps: {
    oneOf: [
      { type: 'null' },
      exactly<CrpsScore>({
        forecast: { ...seconds, description: 'Mean continuous ranked probability score of the forecast.' },
        planning: {
          oneOf: [
            { type: 'null' },
            exactly<PlanningCrps>({
              low: seconds,
              high: seconds,
              score: { ...seconds, description: 'The same of the planning range alone, as a lognormal law.' },
              skill: { type: 'number', maximum: 1, description: 'One minus the ratio of the two.' },
              better: { ...count, description: 'Drills for which the forecast scores better.' },
              signTest: { ...share, description: 'Two-sided p-value of the sign test.' },
            }),
          ],
        },
      }),
    ],
  },
});

const document = exactly<ForecastScore>({
  format: {
    description: 'Name and version of this format; it changes when a key is renamed, removed or changes its meaning.',
    const: 'drillcast-score/1',
  },
  tool: resultKeys.tool,
  scenario: resultKeys.scenario,
  seed: resultKeys.seed,
  incidents: resultKeys.incidents,
  stepIncidents: { ...count, description: 'How many incidents the durations of steps are forecast by.' },
  unit: resultKeys.unit,
  confidence: { type: 'number', exclusiveMinimum: 0, exclusiveMaximum: 1 },
  drills: { type: 'array', minItems: 1, items: defined('drill') },
  metrics: { ...mapOf('subject'), description: 'By name, those that a drill measured.' },
  steps: {
    description: 'In the order of the runbook, those that a drill measured.',
    type: 'array',
    items: {
      ...subject,
      required: ['name', ...(subject.required as readonly string[])],
      properties: { name: { type: 'string' }, ...(subject.properties as object) },
    },
  },
  unmeasured: { ...names, description: 'Steps of the runbook that no drill measured.' },
  verdict: exactly<Verdict>({
    standing: { enum: ['contradicted', 'unsuspicious', 'undecided'] },
    drills: { ...count, description: 'How many drills it rests on.' },
  }),
  warnings: { ...names, description: 'What was assumed of the drills, or left out.' },
});

/** The JSON Schema (draft 2020-12) of what `drillcast drills score --json` writes; `schema/score.json` is its copy. */
export function scoreSchema(): JsonSchema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Drillcast score',
    description: 'How drills stand in the forecast of a scenario. Every duration is in seconds.',
    ...document,
    $defs: {
      subject,
      coverage: exactly<Coverage>({
        level: { ...share, description: 'Of the central interval of the forecast.' },
        inside: count,
        outside: count,
        unknown: { ...count, description: 'What broke off and may be either.' },
        share: { ...shareOrNull, description: 'Inside, of those that are known.' },
        low: { ...shareOrNull, description: 'Lower end of its interval by Clopper and Pearson.' },
        high: shareOrNull,
      }),
      test: exactly<FitTest>({ statistic: { type: 'number', minimum: 0 }, pValue: share }),
      drill: exactly<ScoredDrill>({
        name: { type: 'string' },
        kind: { enum: ['full-restore', 'partial', 'table-top', 'real-incident'] },
        began: { type: 'string', format: 'date-time' },
        metrics: mapOf('value'),
        steps: mapOf('value'),
      }),
      value: exactly<ScoredValue>({
        seconds,
        isCensored: { type: 'boolean', description: 'It is at least so long; no more is known.' },
        percentileLow: { ...share, description: 'Share of the forecast that is below it for certain.' },
        percentileHigh: { ...share, description: 'Share of the forecast that is below it at most.' },
      }),
    },
  };
}
