import { drillSchema } from '../evidence/drills/drill-schema.js';
import { comparisonSchema } from '../report/comparison-schema.js';
import { drillsSchema } from '../report/drills-schema.js';
import { resultSchema } from '../report/result-schema.js';
import { scoreSchema } from '../report/score-schema.js';
import { scenarioSchema } from '../scenario/scenario-schema.js';
import type { Command } from './command.js';
import { EXIT } from './exit-code.js';

const SCHEMAS = {
  scenario: scenarioSchema,
  result: resultSchema,
  comparison: comparisonSchema,
  drill: drillSchema,
  drills: drillsSchema,
  score: scoreSchema,
} as const;

interface SchemaOptions {
  readonly of: keyof typeof SCHEMAS;
}

/** `drillcast schema`: the JSON Schema by which editors complete a scenario, or programs read a result. */
export const schemaCommand: Command<SchemaOptions> = {
  usage: 'schema [of]',
  summary: 'Print the JSON Schema of a scenario, a drill, or an answer',
  options: (parser) =>
    parser.positional('of', {
      choices: ['scenario', 'result', 'comparison', 'drill', 'drills', 'score'] as const,
      default: 'scenario' as const,
      describe: 'Of which document',
    }),
  run: ({ of }, { stdout }) => {
    stdout.write(`${JSON.stringify(SCHEMAS[of](), null, 2)}\n`);
    return EXIT.done;
  },
};
