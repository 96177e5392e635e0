import type {
  Comparison,
  DifferenceEstimate,
  DifferenceQuantileName,
  DifferenceSummary,
  MetricComparison,
  Period,
  RecoveredCounts,
  SettingDifference,
  ShareEstimate,
  VariantComparison,
  IncidentSetting,
} from '../study/comparison.js';
import { QUANTILES, type QuantileName } from '../study/summary.js';
import type { ComparedUncertainty, DrawnDirections } from '../study/uncertainty/compare-by-draws.js';
import type { Band } from '../study/uncertainty/uncertainty-summary.js';
import { amountDifferenceSchema, comparedCostsSchema, priceSchema } from './compared-costs-schema.js';
import type { JsonSchema } from './json-schema.js';
import { defined, exactly } from './json-schema.js';
import { resultDefinitions, resultDocument } from './result-schema.js';

const resultKeys = resultDocument.properties as Readonly<Record<keyof Comparison, JsonSchema>>;

const document = exactly<Comparison>({
  format: {
    description: 'Name and version of this format; it changes when a key is renamed, removed or changes its meaning.',
    const: 'drillcast-comparison/1',
  },
  tool: resultKeys.tool,
  seed: resultKeys.seed,
  incidents: { description: 'How many incidents struck every scenario.', type: 'integer', minimum: 1 },
  unit: resultKeys.unit,
  confidence: resultKeys.confidence,
  results: {
    description: 'The result of each scenario, as `drillcast run --json` writes it; the first is the baseline.',
    type: 'array',
    minItems: 2,
    items: defined('result'),
  },
  variants: {
    description: 'Every scenario but the first, held against the first, in the order of the results.',
    type: 'array',
    minItems: 1,
    items: defined('variant'),
  },
});

const variant = exactly<VariantComparison>({
  result: { description: 'Its place in `results`, counted from 0, the baseline.', type: 'integer', minimum: 1 },
  settings: {
    description: 'What is not the same around the two: period, time zone, incidents. Empty when all is.',
    type: 'array',
    items: { oneOf: [defined('period'), defined('timezone'), defined('incident'), defined('incidentEffect')] },
  },
  baselineOnly: { description: 'Metrics that only the baseline has.', type: 'array', items: { type: 'string' } },
  variantOnly: { description: 'Metrics that only the variant has.', type: 'array', items: { type: 'string' } },
  metrics: {
    description: 'By metric that both have, the variant against the baseline.',
    type: 'object',
    additionalProperties: false,
    required: ['rto', 'rpo', 'rtt'],
    properties: { rto: defined('comparedMetric'), rpo: defined('comparedMetric'), rtt: defined('comparedMetric') },
    patternProperties: { '^rpo\\..+$': defined('comparedMetric') },
  },
  costs: {
    description: 'What the variant costs more; null where one of the two has no prices, or another currency.',
    oneOf: [{ type: 'null' }, defined('comparedCosts')],
  },
});

const comparedMetric = exactly<MetricComparison>({
  recovered: exactly<RecoveredCounts>(
    {
      both: defined('count'),
      baselineOnly: defined('count'),
      variantOnly: defined('count'),
      neither: defined('count'),
    },
    'Incidents recovered from under both scenarios, only one of them, or neither.',
  ),
  better: defined('shareEstimate', 'Incidents in which the variant has less, or a recovery that the baseline has not.'),
  equal: defined('shareEstimate', 'Incidents in which both have exactly the same, or neither a recovery.'),
  worse: defined('shareEstimate', 'Incidents in which the variant has more, or no recovery where the baseline has.'),
  difference: exactly<DifferenceSummary>(
    {
      mean: defined('differenceOrNull', 'Over the incidents recovered from under both; null when there was none.'),
      meanStandardError: defined('durationOrNull', 'Standard error of the mean; null below two such incidents.'),
      meanLow: defined('differenceOrNull', 'Lower end of the interval of the mean; null below 30 such incidents.'),
      meanHigh: defined('differenceOrNull', 'Upper end, likewise.'),
      sd: defined('durationOrNull', 'Standard deviation over them, with n - 1; null below two.'),
      quantiles: exactly<Record<DifferenceQuantileName, DifferenceEstimate>>(
        estimates<DifferenceQuantileName>((name) => name !== 'p999'),
        'Quantiles over all incidents by the R-7 method, with order-statistic intervals.',
      ),
    },
    'Within the same incident, variant minus baseline: below zero is better.',
  ),
  shifts: exactly<Record<QuantileName, DifferenceEstimate>>(
    estimates<QuantileName>(() => true),
    'By quantile, that of the variant minus that of the baseline.',
  ),
  verdict: {
    description:
      'mixed: better in most incidents and worse at P95, or the other way round; equal: no incident differs; ' +
      'undecided: too few incidents to tell.',
    enum: ['better', 'worse', 'mixed', 'equal', 'undecided'],
  },
  undecidedFor: {
    description: 'What an undecided verdict waits for; null when it is decided.',
    enum: ['incidents', 'drills', null],
  },
  uncertainty: {
    description: 'What the inputs may truly be leaves open; null where no draws were played, and for one surface.',
    oneOf: [{ type: 'null' }, defined('comparedUncertainty')],
  },
});

const differenceBand = exactly<Band>(
  { low: defined('differenceOrNull'), median: defined('differenceOrNull'), high: defined('differenceOrNull') },
  'Credible band of a difference; an end is null where only one of the two has a number there.',
);
const shareBand = exactly<Band>(
  { low: defined('share'), median: defined('share'), high: defined('share') },
  'Credible band of a share of the incidents.',
);

const comparedUncertainty = exactly<ComparedUncertainty>({
  draws: defined('count', 'How many draws of the inputs, the same in both where they have the same name.'),
  incidents: defined('count', 'By how many incidents each was struck.'),
  credibility: { type: 'number', exclusiveMinimum: 0, exclusiveMaximum: 1 },
  shifts: exactly<ComparedUncertainty['shifts']>({ p50: differenceBand, p95: differenceBand }),
  better: shareBand,
  worse: shareBand,
  inDraws: exactly<DrawnDirections>(
    {
      mostlyBetter: defined('share', 'The variant has less in more incidents than it has more in.'),
      mostlyWorse: defined('share', 'The other way round.'),
      p95Less: defined('share', 'Its P95 is less than that of the baseline.'),
      p95More: defined('share', 'It is more.'),
    },
    'In which share of the draws.',
  ),
});

function estimates<Name extends QuantileName>(isIn: (name: string) => boolean) {
  const names = Object.keys(QUANTILES).filter(isIn);
  return Object.fromEntries(names.map((name) => [name, defined('difference')])) as Record<Name, JsonSchema>;
}

const shareEstimate = exactly<ShareEstimate>({
  share: defined('share', 'Of all incidents.'),
  low: defined('share', 'Lower end of its Wilson interval.'),
  high: defined('share', 'Upper end of its Wilson interval.'),
});

const difference: JsonSchema = {
  ...exactly<DifferenceEstimate>({
    state: {
      description:
        'baseline-unrecoverable: there only the variant has a recovery; variant-unrecoverable: only the baseline has; ' +
        'both-unrecoverable: neither has a number; unsupported: too few incidents to bound it.',
      enum: ['estimated', 'baseline-unrecoverable', 'variant-unrecoverable', 'both-unrecoverable', 'unsupported'],
    },
    value: defined('differenceOrNull', 'The estimate; a number exactly when the state is estimated.'),
    low: defined('differenceOrNull', 'Lower end of its interval; null when that end is no number.'),
    high: defined('differenceOrNull', 'Upper end of its interval; null when that end is no number.'),
  }),
  if: { properties: { state: { const: 'estimated' } } },
  then: { properties: { value: { type: 'number' } } },
  else: { properties: { value: { type: 'null' } } },
};

type SettingKeys = keyof Extract<SettingDifference, { kind: 'period' }>;

function setting(kind: SettingDifference['kind'], side: JsonSchema): Readonly<Record<SettingKeys, JsonSchema>> {
  return { kind: { const: kind }, baseline: side, variant: side };
}

const instant: JsonSchema = { type: 'string', pattern: '^-?\\d{4,6}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z$' };
const span = exactly<Period>({ from: instant, to: instant }, 'Incidents strike from `from` to `to`, instants in UTC.');
const incidentKind: JsonSchema = {
  description: 'Null when there is no such incident.',
  oneOf: [
    { type: 'null' },
    exactly<IncidentSetting>({
      perYear: {
        description: 'Expected number in a year of 365.25 days; null when the scenario gives none.',
        type: ['number', 'null'],
        minimum: 0,
      },
      share: defined('share', 'Share of the incidents played.'),
    }),
  ],
};

/** The JSON Schema (draft 2020-12) of what `renderComparisonJson` writes; `schema/comparison.json` is its copy. */
export function comparisonSchema(): JsonSchema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Drillcast comparison',
    description:
      'The answer of `drillcast compare --json`: scenarios that the same incidents struck, held against the first. ' +
      'Every duration is in seconds; a difference below zero is better.',
    ...document,
    $defs: {
      ...resultDefinitions,
      differenceOrNull: { type: ['number', 'null'] },
      result: resultDocument,
      variant,
      comparedMetric,
      comparedUncertainty,
      shareEstimate,
      difference,
      comparedCosts: comparedCostsSchema,
      amountDifference: amountDifferenceSchema,
      price: priceSchema,
      period: exactly<Extract<SettingDifference, { kind: 'period' }>>(setting('period', span)),
      timezone: exactly<Extract<SettingDifference, { kind: 'timezone' }>>(setting('timezone', { type: 'string' })),
      incident: exactly<Extract<SettingDifference, { kind: 'incident' }>>({
        ...setting('incident', incidentKind),
        name: { type: 'string' },
      }),
      incidentEffect: exactly<Extract<SettingDifference, { kind: 'incident-effect' }>>({
        kind: { const: 'incident-effect' },
        name: { type: 'string' },
        keys: { description: 'Keys of the language in which it differs.', type: 'array', items: { type: 'string' } },
      }),
    },
  };
}
