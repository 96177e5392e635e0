import type { DrillOverview, ListedDrill, StepCoverage } from '../evidence/drills/drill-overview.js';
import type { Measured } from '../evidence/drills/drill.js';
import type { Trend } from '../statistics/theil-sen.js';
import { exactly, type JsonSchema } from './json-schema.js';
import { resultDocument } from './result-schema.js';

const resultKeys = resultDocument.properties as Readonly<Record<'tool' | 'unit', JsonSchema>>;

const instant: JsonSchema = { type: 'string', format: 'date-time' };
const text: JsonSchema = { type: 'string' };
const count: JsonSchema = { type: 'integer', minimum: 0 };
const orNull = (schema: JsonSchema): JsonSchema => ({ oneOf: [{ type: 'null' }, schema] });
const listOf = (items: JsonSchema): JsonSchema => ({ type: 'array', items });

const measured = exactly<Measured>({
  seconds: { type: 'number', minimum: 0 },
  isCensored: { type: 'boolean', description: 'It is at least so long; no more is known.' },
});

const document = exactly<DrillOverview>({
  format: {
    description: 'Name and version of this format; it changes when a key is renamed, removed or changes its meaning.',
    const: 'drillcast-drills/1',
  },
  tool: resultKeys.tool,
  asOf: { ...instant, description: 'The instant to which ages are counted.' },
  unit: resultKeys.unit,
  confidence: { type: 'number', exclusiveMinimum: 0, exclusiveMaximum: 1 },
  drills: listOf(
    exactly<ListedDrill>({
      name: text,
      kind: { enum: ['full-restore', 'partial', 'table-top', 'real-incident'] },
      began: instant,
      environment: text,
      incident: { type: ['string', 'null'], description: 'The kind of incident; null when the drill does not say.' },
      ended: { enum: ['completed', 'cancelled', 'timed-out'] },
      isFullRestore: {
        type: 'boolean',
        description: 'Everything was restored in it: it counts as a test of a full restore.',
      },
      rto: orNull(measured),
      rtt: orNull(measured),
      failures: listOf(text),
    }),
  ),
  lastFullRestore: {
    description: 'The last drill in which everything was restored; null when there was none.',
    ...orNull(
      exactly<NonNullable<DrillOverview['lastFullRestore']>>({
        name: text,
        began: instant,
        ageDays: { type: 'number' },
      }),
    ),
  },
  steps: listOf(
    exactly<StepCoverage>({
      name: text,
      measured: count,
      censored: { ...count, description: 'Of these, how often it broke off.' },
      last: orNull(instant),
      isInRunbook: { type: ['boolean', 'null'], description: 'Null when no scenario was given.' },
    }),
  ),
  isAgainstRunbook: { type: 'boolean' },
  trend: {
    description: 'Of RTO, in seconds per year, with its interval; null where drills cannot show one.',
    ...orNull(exactly<Trend>({ slope: { type: 'number' }, low: { type: 'number' }, high: { type: 'number' } })),
  },
});

/** The JSON Schema (draft 2020-12) of what `drillcast drills list --json` writes; `schema/drills.json` is its copy. */
export function drillsSchema(): JsonSchema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Drillcast drills',
    description: 'What there is of drills: how old, how often, what they measured.',
    ...document,
  };
}
