import type {
  Band,
  MetricUncertainty,
  ObjectiveBand,
  QuantileBand,
  UncertaintySummary,
} from '../study/uncertainty/uncertainty-summary.js';
import { defined, exactly, type JsonSchema } from './json-schema.js';

const quantileBand = exactly<QuantileBand>(
  {
    low: defined('durationOrNull', 'Lower end of the credible band; null when no recovery is that quick.'),
    median: defined('durationOrNull', 'The middle one of the draws.'),
    high: defined('durationOrNull', 'Upper end of the credible band; null when it lies among the unrecoverable.'),
    both: defined(
      'durationOrNull',
      'The quantile of all incidents of all draws: what is not known counts as chance too.',
    ),
  },
  'Where a quantile truly lies, by what is known of the inputs.',
);

const objectiveBand = exactly<ObjectiveBand>({
  quantile: { type: 'number', exclusiveMinimum: 0, exclusiveMaximum: 1 },
  limit: defined('duration'),
  share: exactly<Band>(
    { low: defined('share'), median: defined('share'), high: defined('share') },
    'Credible band of the share of incidents that stay within the limit.',
  ),
  met: defined('share', 'Share of the draws in which the objective is met.'),
});

const metricUncertainty = exactly<MetricUncertainty>({
  quantiles: exactly<MetricUncertainty['quantiles']>({
    p5: defined('quantileBand'),
    p50: defined('quantileBand'),
    p75: defined('quantileBand'),
    p90: defined('quantileBand'),
    p95: defined('quantileBand'),
    p99: defined('quantileBand'),
  }),
  objectives: { description: 'In the order of the scenario.', type: 'array', items: defined('objectiveBand') },
});

/** What is not known of the inputs, and what follows from it. */
export const uncertaintySchema: JsonSchema = exactly<UncertaintySummary>({
  draws: { description: 'How many times the inputs were drawn.', type: 'integer', minimum: 1 },
  incidents: {
    description: 'By how many incidents each draw was struck, the same for all.',
    type: 'integer',
    minimum: 1,
  },
  credibility: {
    description: 'Probability with which the true value lies in a band, by what is known of the inputs.',
    type: 'number',
    exclusiveMinimum: 0,
    exclusiveMaximum: 1,
  },
  assumptionsCount: {
    description: 'Measured times that a mere assumption counts as; null when assumptions were taken as known.',
    type: ['number', 'null'],
    exclusiveMinimum: 0,
  },
  inputs: exactly<UncertaintySummary['inputs']>(
    {
      measured: defined('count', 'Values that say what they count as.'),
      assumed: defined('count', 'Values that are assumed, come from a vendor, or name no source.'),
    },
    'How many values are uncertain.',
  ),
  metrics: exactly<UncertaintySummary['metrics']>({
    rto: defined('metricUncertainty'),
    rpo: defined('metricUncertainty'),
    rtt: defined('metricUncertainty'),
  }),
});

/** What it refers to, for `$defs`. */
export const uncertaintyDefinitions: JsonSchema = { quantileBand, objectiveBand, metricUncertainty };
