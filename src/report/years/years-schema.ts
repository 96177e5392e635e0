import type {
  DurabilitySummary,
  ExceedancePoint,
  OverlapSummary,
  StorageSummary,
  TimeToLoss,
  YearCosts,
  YearEstimate,
  YearMean,
  YearQuantile,
  YearShare,
  YearsSummary,
} from '../../study/years/years-summary.js';
import { STANDING } from '../standing-schema.js';
import type { JsonSchema } from '../json-schema.js';
import { defined, exactly } from '../json-schema.js';

const QUANTILE: Readonly<Record<keyof YearQuantile, JsonSchema>> = {
  state: {
    description: 'unrecoverable: it falls among the years without a number; unsupported: there are too few years.',
    enum: ['estimated', 'unrecoverable', 'unsupported'],
  },
  value: defined('numberOrNull'),
  low: defined('numberOrNull'),
  high: defined('numberOrNull', 'Null too when the interval reaches to the years without a number.'),
};

const MEAN: Readonly<Record<keyof YearMean, JsonSchema>> = {
  mean: defined('numberOrNull', 'Over the years that have a number.'),
  standardError: defined('numberOrNull'),
  low: defined('numberOrNull', 'By the central limit theorem; null when fewer than 30 years have more than the least.'),
  high: defined('numberOrNull'),
};

const names = (schema: JsonSchema, description: string): JsonSchema => ({
  description,
  type: 'object',
  additionalProperties: schema,
});

const costs = exactly<YearCosts>({
  currency: { description: 'Of every amount in this part.', type: 'string' },
  unpricedYears: {
    description: 'Years with an unrecoverable incident without a price: they have no cost, and no part in any mean.',
    type: 'integer',
    minimum: 0,
  },
  total: defined('estimate', 'All of it together.'),
  parts: names(
    defined('mean'),
    'downtime, data-loss, unrecoverable, people, egress, afterwards, storage, and standing.<name> for what is paid all the time.',
  ),
  exceedance: {
    description: 'For each probability the amount that a year costs more than with it.',
    type: 'array',
    items: exactly<ExceedancePoint>({
      probability: { type: 'number', exclusiveMinimum: 0, exclusiveMaximum: 1 },
      ...QUANTILE,
    }),
  },
});

const document = exactly<YearsSummary>({
  format: {
    description: 'Name and version of this format; it changes when a key is renamed, removed or changes its meaning.',
    const: 'drillcast-years/1',
  },
  tool: exactly<YearsSummary['tool']>({ name: { const: 'drillcast' }, version: { type: 'string', minLength: 1 } }),
  scenario: exactly<YearsSummary['scenario']>({
    name: {
      description: 'Its name, as the file gives it. Text by others: escape it before showing it.',
      type: 'string',
    },
    file: { description: 'The file, as it was named on the command line.', type: 'string' },
    sha256: { type: 'string', pattern: '^[0-9a-f]{64}$' },
  }),
  seed: { type: 'integer', minimum: 0 },
  years: { description: 'How many years were played.', type: 'integer', minimum: 1 },
  end: exactly<YearsSummary['end']>({
    reason: {
      description: 'interrupted: the reader stopped the study, and fewer years were played than were asked for.',
      enum: ['count', 'interrupted'],
    },
    asked: { type: 'integer', minimum: 1 },
  }),
  unit: { description: 'Unit of every time in the document; storage is in bytes.', const: 'seconds' },
  confidence: { type: 'number', exclusiveMinimum: 0, exclusiveMaximum: 1 },
  yearSeconds: { description: 'Length of a year: that of the period of the scenario.', type: 'number' },
  warmUpSeconds: { description: 'So long before each year time was played.', type: 'number', minimum: 0 },
  unrecoverable: defined('share', 'Years with an incident that was not recovered from.'),
  availability: defined('mean', 'Share of the time of a year in which the service was open.'),
  downtime: defined(
    'estimate',
    'Time of a year in which the service was down, however many incidents were the reason.',
  ),
  loss: defined('estimate', 'Time of which what was written was lost, of any data-bearing surface.'),
  surfaceLoss: names(defined('estimate'), 'The same of each data-bearing surface.'),
  incidents: defined('mean', 'Incidents in a year.'),
  incidentKinds: names(defined('mean'), 'Incidents in a year, by kind.'),
  overlaps: exactly<OverlapSummary>(
    {
      perYear: defined('mean'),
      incidents: { description: 'Incidents that were played, in all years.', type: 'integer', minimum: 0 },
      overlapping: { description: 'Of these, those that met another.', type: 'integer', minimum: 0 },
      years: defined('share', 'Years in which it happened.'),
    },
    'Incidents that struck while another was being recovered from.',
  ),
  storage: names(
    exactly<StorageSummary>({
      mean: defined('mean', 'Bytes kept, on average over the year.'),
      peak: defined('mean', 'The most that was kept at any time of a year.'),
      highest: { description: 'The same in the year in which it was the most.', type: 'number', minimum: 0 },
    }),
    'What the copies of each surface keep.',
  ),
  durability: names(
    exactly<DurabilitySummary>({
      copies: { type: 'integer', minimum: 1 },
      units: { description: 'Parts of the data, each with its own copies.', type: 'integer', minimum: 1 },
      horizonSeconds: { description: 'Within which time a loss is asked about.', type: 'number' },
      boundSeconds: { description: 'How long a life was played at most.', type: 'number' },
      lives: { description: 'How many were played: one for each year.', type: 'integer', minimum: 1 },
      lost: exactly<DurabilitySummary['lost']>(
        {
          lives: { type: 'integer', minimum: 0 },
          share: { type: 'number', minimum: 0, maximum: 1 },
          low: { type: 'number', minimum: 0, maximum: 1 },
          high: { type: 'number', minimum: 0, maximum: 1 },
        },
        'Lives in which a unit was lost within the horizon.',
      ),
      unitsLost: defined('mean', 'Units lost within the horizon.'),
      timeToLoss: exactly<TimeToLoss>(
        {
          state: {
            description:
              'all-lost: every life came to a loss, and the mean is theirs; some-lost, none-lost: time played over losses.',
            enum: ['all-lost', 'some-lost', 'none-lost'],
          },
          mean: defined('numberOrNull', 'Null when nothing was lost.'),
          low: defined('numberOrNull'),
          high: defined('numberOrNull', 'Null when nothing was lost.'),
          losses: { type: 'integer', minimum: 0 },
          playedSeconds: { description: 'Until the first loss or the bound, of all lives.', type: 'number' },
        },
        'Mean time until a first unit is lost.',
      ),
    }),
    'What becomes of stored data that goes bad by itself, of the surfaces that say how it does.',
  ),
  ...STANDING,
  costs: { description: 'Null when the scenario has no prices.', oneOf: [{ type: 'null' }, costs] },
});

/** The JSON Schema (draft 2020-12) of the document that `renderYearsJson` writes; `schema/years.json` is its copy. */
export function yearsSchema(): JsonSchema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Drillcast years',
    description:
      'The answer of `drillcast years --json`: what a year holds, estimated from many, with intervals. Times are in ' +
      'seconds, storage is in bytes.',
    ...document,
    $defs: {
      numberOrNull: { type: ['number', 'null'] },
      mean: exactly<YearMean>(MEAN),
      estimate: exactly<YearEstimate>({
        ...MEAN,
        quantiles: exactly<YearEstimate['quantiles']>({
          p5: defined('quantile'),
          p50: defined('quantile'),
          p90: defined('quantile'),
          p95: defined('quantile'),
          p99: defined('quantile'),
        }),
      }),
      quantile: exactly<YearQuantile>(QUANTILE),
      share: exactly<YearShare>({
        years: { type: 'integer', minimum: 0 },
        share: { type: 'number', minimum: 0, maximum: 1 },
        low: { type: 'number', minimum: 0, maximum: 1 },
        high: { type: 'number', minimum: 0, maximum: 1 },
      }),
    },
  };
}
