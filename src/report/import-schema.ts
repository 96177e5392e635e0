import { ASSUMPTION_VERDICTS, type Assumption } from '../evidence/tools/against/assumption.js';
import type { Remark } from '../evidence/tools/backup-log.js';
import { FINDING_KINDS, type Finding } from '../evidence/tools/findings/finding.js';
import type { ImportAnswer, ImportedSurface } from '../evidence/tools/import-answer.js';
import type { ObservedValue } from '../evidence/tools/part/observed-values.js';
import { TOOL_NAMES } from '../evidence/tools/tool-name.js';
import { exactly, type JsonSchema } from './json-schema.js';

const text: JsonSchema = { type: 'string' };
const textOrNull: JsonSchema = { type: ['string', 'null'] };
const count: JsonSchema = { type: 'integer', minimum: 0 };
const words = (description: string): JsonSchema => ({ ...text, description });
const listOf = (items: JsonSchema, description: string): JsonSchema => ({ type: 'array', items, description });

const value = exactly<ObservedValue>({
  path: words(
    'The key below the surface, such as `base-backup.takes`; or what it is, where a scenario has no key for it.',
  ),
  text: words('The value as a scenario would have it; of a law that varies, its 5 % and 95 % points.'),
  origin: { description: 'Whether the tool says it, or it is inferred from what ran.', enum: ['stated', 'inferred'] },
  words: words('From what, and how much of it.'),
});

const finding = exactly<Finding>({
  kind: { description: 'Of which kind it is.', enum: FINDING_KINDS },
  severity: {
    description: 'problem: a recovery would miss something now. warning: worth a look.',
    enum: ['problem', 'warning'],
  },
  text: words('What was found, in a sentence.'),
});

const assumption = exactly<Assumption>({
  path: words('The value in the scenario: `surfaces.postgresql.base-backup.takes`.'),
  assumed: { ...textOrNull, description: 'What the scenario says; null when it says nothing.' },
  observed: { ...textOrNull, description: 'What the history shows; null when it shows nothing.' },
  verdict: {
    description: 'undecided: rules of different kinds. only-assumed, only-observed: there is nothing to compare with.',
    enum: ASSUMPTION_VERDICTS,
  },
  words: words('Why.'),
});

const surface = exactly<ImportedSurface>({
  name: words('What it is called in the scenario.'),
  tool: { description: 'Which tool made its backups.', enum: TOOL_NAMES },
  subject: { ...textOrNull, description: 'What the tool calls it; null when its output has no name.' },
  asOf: { ...text, format: 'date-time', description: 'The instant for which all this is said.' },
  runs: { ...count, description: 'Runs of backups that were read.' },
  restores: { ...count, description: 'Restores that were read.' },
  values: listOf(value, 'What the history shows.'),
  findings: listOf(finding, 'What is wrong in it.'),
  unseen: listOf(text, 'What it cannot show, and what could not be written, in sentences.'),
  assumptions: listOf(assumption, 'What the scenario assumes beside it; empty without a scenario.'),
});

const remark = exactly<Remark>({
  file: words('The file that it is about.'),
  text: words('What was assumed or left out, in a sentence.'),
  times: { ...count, description: 'How many values of the file it is about.' },
});

/** The JSON Schema (draft 2020-12) of what `drillcast import --json` writes; `schema/import.json` is its copy. */
export function importSchema(): JsonSchema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Drillcast import',
    description: 'The answer of `drillcast import --json`: what backup tools show of the surfaces of a scenario.',
    ...exactly<ImportAnswer>({
      format: {
        description:
          'Name and version of this format; it changes when a key is renamed, removed or changes its meaning.',
        const: 'drillcast-import/1',
      },
      tool: exactly<ImportAnswer['tool']>({ name: { const: 'drillcast' }, version: text }, 'What wrote this.'),
      files: listOf(text, 'The files that were read.'),
      timezone: words('In which times without a zone were read, and times in sentences are.'),
      surfaces: listOf(surface, 'What was read, surface by surface.'),
      against: { ...textOrNull, description: 'The scenario that was held against it; null when none was.' },
      remarks: listOf(remark, 'What was assumed or left out while reading.'),
    }),
  };
}
