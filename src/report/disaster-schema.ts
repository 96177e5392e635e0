import type {
  AlternativeSummary,
  DecisionSummary,
  KindCost,
  KindSummary,
  ReadinessSummary,
  RegretSummary,
} from '../study/summary.js';
import type { JsonSchema } from './json-schema.js';
import { defined, exactly } from './json-schema.js';

/** One kind of disaster, as JSON Schema. */
export const kindSchema: JsonSchema = exactly<KindSummary>({
  perYear: {
    description: 'Expected number in a year of 365.25 days; null when the scenario gives none.',
    type: ['number', 'null'],
    minimum: 0,
  },
  share: defined('share', 'Share of the incidents played.'),
  incidents: defined('count', 'How many incidents of the run these are.'),
  cost: {
    description: 'What they cost; null without prices, where none was played, and where one of them has no price.',
    oneOf: [
      { type: 'null' },
      exactly<KindCost>({
        mean: defined('amount', 'Of one of them.'),
        standardError: defined('amountOrNull'),
        perYear: defined('amountOrNull', 'Of those of a year; null when the scenario does not say how many they are.'),
      }),
    ],
  },
  metrics: {
    description: 'Estimates over these incidents alone; null when it is the only kind, or none was played.',
    oneOf: [
      { type: 'null' },
      exactly<NonNullable<KindSummary['metrics']>>({
        rto: defined('metric'),
        rpo: defined('metric'),
        rtt: defined('metric'),
      }),
    ],
  },
});

const alternativeSchema = exactly<AlternativeSummary>({
  name: { type: 'string' },
  taken: defined('share', 'Share of incidents in which it was taken.'),
  available: defined('share', 'Share of incidents in which it could be had.'),
  quickest: defined('share', 'Share of incidents in which it was, or would have been, the quickest.'),
  leastLoss: defined('share', 'Share of incidents in which it lost, or would have lost, the least data.'),
  cheapest: {
    description: 'Share of incidents in which it was, or would have been, the cheapest; null without prices.',
    type: ['number', 'null'],
    minimum: 0,
    maximum: 1,
  },
  meanWaited: defined(
    'durationOrNull',
    'Mean time waited for the provider where it was taken; null where it never was.',
  ),
});

const regretSchema = (what: string, by: 'durationOrNull' | 'amountOrNull' = 'durationOrNull'): JsonSchema =>
  exactly<RegretSummary>(
    {
      share: defined('share'),
      low: defined('share', 'Lower end of the Wilson interval of that share.'),
      high: defined('share', 'Upper end of the Wilson interval of that share.'),
      meanLost: defined(by, 'By how much in them, on average; null where there is none.'),
    },
    `Share of incidents in which an alternative, taken at once, ${what} under the same luck.`,
  );

/** One decision, as JSON Schema. */
export const decisionSchema: JsonSchema = exactly<DecisionSummary>({
  incidents: defined('count', 'Of the incidents looked at (stepIncidents), those in which it was taken.'),
  alternatives: { description: 'In their order.', type: 'array', items: alternativeSchema },
  regret: exactly<DecisionSummary['regret']>({
    rto: regretSchema('would have reopened the service sooner'),
    rpo: regretSchema('would have lost less data'),
    cost: {
      description: 'Null when the scenario has no prices.',
      oneOf: [{ type: 'null' }, regretSchema('would have cost less in all', 'amountOrNull')],
    },
  }),
});

/** The questions about the plan, as JSON Schema. */
export const readinessSchema: JsonSchema = exactly<ReadinessSummary>({
  isReady: {
    description: 'Whether every required check is met, and something was recovered from every kind of incident.',
    type: 'boolean',
  },
  neverRecovered: {
    description: 'Kinds of incident of which none that was played was recovered from.',
    type: 'array',
    items: { type: 'string' },
  },
  checks: {
    description: 'In the order of the scenario.',
    type: 'array',
    items: exactly<ReadinessSummary['checks'][number]>({
      name: { type: 'string' },
      asks: { description: 'The question.', type: 'string' },
      answer: { description: 'yes, no, a day, or null when nobody has answered.', type: ['string', 'null'] },
      state: {
        description: 'outdated: done, but longer ago than the check allows.',
        enum: ['met', 'not-met', 'outdated', 'unanswered'],
      },
      isRequired: { description: 'Whether the plan is not ready without it.', type: 'boolean' },
      isModelled: { description: 'Whether the numbers take into account what follows from it.', type: 'boolean' },
    }),
  },
});
