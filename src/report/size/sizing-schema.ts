import type { Summary } from '../../study/summary.js';
import type { RestingPart } from '../../study/rests-on/rests-on.js';
import type { CandidateInDraws, SizingUncertainty } from '../../study/size/choice-in-draws.js';
import type { Obstacle } from '../../study/size/obstacles.js';
import type { VariedInput } from '../../study/size/read-vary.js';
import type { Candidate, CandidateFinding, Neighbours, Sizing } from '../../study/size/sizing.js';
import { defined, exactly, type JsonSchema } from '../json-schema.js';
import { resultDefinitions, resultDocument } from '../result-schema.js';

const resultKeys = resultDocument.properties as Readonly<Record<keyof Summary, JsonSchema>>;
const { durationOrNull, quantile } = resultDefinitions;
const VERDICT: JsonSchema = { enum: ['met', 'missed', 'undecided'] };
const NUMBER_OR_NONE: JsonSchema = { type: ['number', 'null'] };
const TEXTS: JsonSchema = { type: 'array', items: { type: 'string' } };
const CANDIDATE_OR_NONE: JsonSchema = { type: ['integer', 'null'], minimum: 0 };

const candidate = exactly<Candidate>({
  scenario: { description: 'Number of its scenario, from 0.', type: 'integer', minimum: 0 },
  values: {
    description: 'One per varied input; null where its scenario has no such input.',
    type: 'array',
    items: { type: ['string', 'null'] },
  },
  incidents: { description: 'How many incidents it was struck by.', type: 'integer', minimum: 1 },
  costPerYear: exactly<Candidate['costPerYear']>(
    { value: { type: 'number' }, low: { type: 'number' }, high: { type: 'number' } },
    'Expected cost of a year, with its 95 % interval.',
  ),
  unrecoverable: {
    description: 'Share of its incidents that are never recovered from.',
    type: 'number',
    minimum: 0,
    maximum: 1,
  },
  dearerBy: {
    oneOf: [
      { type: 'null' },
      exactly<NonNullable<Candidate['dearerBy']>>(
        { value: { type: 'number' }, low: NUMBER_OR_NONE, high: NUMBER_OR_NONE },
        'What it costs more in a year than the chosen one, in the incidents that struck both.',
      ),
    ],
  },
  p95: exactly<Candidate['p95']>({ rto: defined('quantile'), rpo: defined('quantile') }, 'P95, in seconds.'),
  isOnFrontier: {
    description:
      'Nothing that is cheaper reopens as soon and loses as little, by P95 at the first look, give or take 1 %.',
    type: 'boolean',
  },
  standing: {
    description:
      'chosen; contender: may still be the best; dearer: costs more than the chosen one, or has more of what is to be ' +
      'small; missed: certainly does not keep all.',
    enum: ['chosen', 'contender', 'dearer', 'missed'],
  },
  verdict: VERDICT,
  findings: {
    description: 'One per requirement, in seconds, as a share, or money.',
    type: 'array',
    items: exactly<CandidateFinding>({
      value: NUMBER_OR_NONE,
      low: NUMBER_OR_NONE,
      high: NUMBER_OR_NONE,
      verdict: VERDICT,
    }),
  },
});

const neighbours = exactly<Neighbours>(
  {
    cheaper: { ...CANDIDATE_OR_NONE, description: 'The dearest of the cheaper ones.' },
    better: {
      ...CANDIDATE_OR_NONE,
      description: 'The cheapest of the dearer ones with a P95 of RTO or RPO that is less by 1 % or more.',
    },
    notKept: {
      description: 'Of the cheaper ones, how many do not certainly keep each requirement.',
      type: 'array',
      items: { type: 'integer', minimum: 0 },
    },
    cheaperOnes: { description: 'How many are cheaper.', type: 'integer', minimum: 0 },
  },
  'Candidates by their numbers, from 0.',
);

const obstacle = exactly<Obstacle>({
  requirement: { description: 'Number of the requirement, from 0.', type: 'integer', minimum: 0 },
  nearest: { ...CANDIDATE_OR_NONE, description: 'The candidate that comes nearest.' },
  standsInTheWay: {
    description: 'What the worst twentieth of its incidents are made of, the largest share first.',
    type: 'array',
    items: exactly<RestingPart>({
      kind: { enum: ['step', 'people', 'surface'] },
      name: { type: 'string' },
      share: { type: 'number', minimum: 0, maximum: 1 },
    }),
  },
});

const draws: JsonSchema = {
  description: 'How many draws of what the inputs may truly be were asked for; null when there was no reason to.',
  type: ['integer', 'null'],
  minimum: 0,
};

const uncertainty = exactly<SizingUncertainty>({
  draws: { type: 'integer', minimum: 1 },
  incidents: { description: 'By how many incidents each draw was struck.', type: 'integer', minimum: 1 },
  credibility: { type: 'number', exclusiveMinimum: 0, exclusiveMaximum: 1 },
  assumptionsCount: {
    description: 'Measured times that a mere assumption counts as; null when assumptions were taken as known.',
    type: ['number', 'null'],
  },
  candidates: {
    description: 'The chosen one, and the next cheaper one where there is one.',
    type: 'array',
    minItems: 1,
    maxItems: 2,
    items: exactly<CandidateInDraws>({
      candidate: { type: 'integer', minimum: 0 },
      inputs: { description: 'How many of its inputs are uncertain.', type: 'integer', minimum: 0 },
      kept: {
        description: 'Per requirement the share of draws in which it is kept; null for one that draws do not tell of.',
        type: 'array',
        items: { type: ['number', 'null'], minimum: 0, maximum: 1 },
      },
      verdict: { enum: ['met', 'missed', 'undecided'] },
    }),
  },
});

/** The JSON Schema of the document that `drillcast size --json` writes. */
export function sizingSchema(): JsonSchema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'What every combination of inputs costs and keeps',
    ...exactly<Sizing>({
      format: {
        description:
          'Name and version of this format; it changes when a key is renamed, removed or changes its meaning.',
        const: 'drillcast-sizing/1',
      },
      tool: resultKeys.tool,
      scenarios: { type: 'array', items: resultKeys.scenario, minItems: 1 },
      seed: resultKeys.seed,
      incidents: { description: 'The most that one candidate could be struck by.', type: 'integer', minimum: 1 },
      end: {
        description:
          'settled: the choice is certain within the tolerance; ceiling: it is not, with as many incidents as were ' +
          'allowed; interrupted: the reader stopped it.',
        enum: ['settled', 'ceiling', 'interrupted'],
      },
      confidence: { ...resultKeys.confidence, description: 'That all that is said to be certain holds together.' },
      varied: { type: 'array', items: exactly<VariedInput>({ path: TEXTS, values: TEXTS }) },
      requirements: TEXTS,
      minimise: {
        description: 'Path of the input of which as little as possible is to be had; null where it is the cost.',
        type: ['string', 'null'],
      },
      tolerance: {
        description: 'Share of its cost by which the chosen one may be dearer than the best.',
        type: 'number',
        minimum: 0,
        maximum: 0.5,
      },
      currency: { type: 'string' },
      chosen: {
        description: 'Number of a candidate, from 0; null where none certainly meets all.',
        type: ['integer', 'null'],
        minimum: 0,
      },
      gap: {
        description: 'The most by which the chosen one is dearer in a year than any other that certainly keeps all.',
        type: ['number', 'null'],
        minimum: 0,
      },
      neighbours: { oneOf: [{ type: 'null' }, neighbours] },
      draws,
      uncertainty: {
        description: 'What those say of the choice; null without them.',
        oneOf: [{ type: 'null' }, uncertainty],
      },
      obstacles: {
        description: 'Where none is chosen: the requirements that no candidate certainly keeps.',
        type: 'array',
        items: obstacle,
      },
      candidates: { type: 'array', items: candidate },
    }),
    $defs: { durationOrNull, quantile },
  };
}
