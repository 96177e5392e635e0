import type {
  MetricSummary,
  ObjectiveSummary,
  PlanningSummary,
  QuantileName,
  QuantileSummary,
} from '../study/summary.js';
import { QUANTILES } from '../study/summary.js';
import type { JsonSchema } from './json-schema.js';
import { defined, exactly } from './json-schema.js';

/** The estimates of one metric, as JSON Schema. */
export const metricSchema: JsonSchema = exactly<MetricSummary>({
  mean: defined('durationOrNull', 'Over the incidents that were recovered from; null when there was none.'),
  meanStandardError: defined('durationOrNull', 'Standard error of the mean; null below two recovered incidents.'),
  sd: defined('durationOrNull', 'Standard deviation over the recovered incidents, with n - 1; null below two.'),
  min: defined('durationOrNull', 'Smallest over the recovered incidents; null when there was none.'),
  max: defined('durationOrNull', 'Largest over the recovered incidents; null when there was none.'),
  unrecoverable: defined('share', 'Share of incidents without a recovery.'),
  quantiles: exactly<Record<QuantileName, QuantileSummary>>(
    Object.fromEntries(Object.keys(QUANTILES).map((name) => [name, defined('quantile')])) as Record<
      QuantileName,
      JsonSchema
    >,
    'Quantiles over all incidents by the R-7 method, an unrecoverable incident counting as longer than any number.',
  ),
  planning: {
    description: 'The published range of the pattern, to be proven by drills; null when there is none.',
    oneOf: [{ type: 'null' }, defined('planning')],
  },
  objectives: { description: 'What the deployment promises itself.', type: 'array', items: defined('objective') },
});

/** One quantile, as JSON Schema: a number goes with the state `estimated` and with no other. */
export const quantileSchema: JsonSchema = {
  ...exactly<QuantileSummary>({
    state: {
      description:
        'unrecoverable: the quantile falls among the incidents without a recovery; unsupported: too few incidents ' +
        'to bound it.',
      enum: ['estimated', 'unrecoverable', 'unsupported'],
    },
    value: defined('durationOrNull', 'The estimate; a number exactly when the state is estimated.'),
    low: defined('durationOrNull', 'Lower end of its order-statistic interval; null when that end is no number.'),
    high: defined('durationOrNull', 'Upper end of its order-statistic interval; null when that end is no number.'),
  }),
  if: { properties: { state: { const: 'estimated' } } },
  then: { properties: { value: { type: 'number' }, low: { type: 'number' } } },
  else: { properties: { value: { type: 'null' } } },
};

/** A planning range and how the incidents lie to it, as JSON Schema. */
export const planningSchema: JsonSchema = exactly<PlanningSummary>({
  low: defined('duration', 'Lower end of the range, included.'),
  high: defined('duration', 'Upper end of the range, included.'),
  below: defined('share', 'Share of incidents below the range.'),
  within: defined('share', 'Share of incidents inside it.'),
  above: defined('share', 'Share of incidents above it, the unrecoverable among them.'),
});

/** An objective and its verdict, as JSON Schema. */
export const objectiveSchema: JsonSchema = exactly<ObjectiveSummary>({
  quantile: {
    description: 'Share of incidents that must stay within the limit.',
    type: 'number',
    exclusiveMinimum: 0,
    exclusiveMaximum: 1,
  },
  limit: defined('duration'),
  value: defined('durationOrNull', 'The estimate of that quantile; null when unrecoverable or unsupported.'),
  share: defined('share', 'Share of incidents that stayed within the limit.'),
  low: defined('share', 'Lower end of the Wilson interval of that share.'),
  high: defined('share', 'Upper end of the Wilson interval of that share.'),
  verdict: {
    description:
      'met: the interval is wholly at or above the quantile; missed: wholly below; undecided: neither, or the inputs ' +
      'are not known well enough to tell.',
    enum: ['met', 'missed', 'undecided'],
  },
  undecidedFor: {
    description: 'What would decide: more incidents, or drills that make the inputs known; null when it is decided.',
    enum: ['incidents', 'drills', null],
  },
});
