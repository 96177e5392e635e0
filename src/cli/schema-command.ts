import { comparisonSchema } from '../report/comparison-schema.js';
import { importSchema } from '../report/import-schema.js';
import { resultSchema } from '../report/result-schema.js';
import { scenarioSchema } from '../scenario/scenario-schema.js';
import type { Command } from './command.js';
import { EXIT } from './exit-code.js';

const SCHEMAS = {
  scenario: scenarioSchema,
  result: resultSchema,
  comparison: comparisonSchema,
  import: importSchema,
} as const;

interface SchemaOptions {
  readonly of: keyof typeof SCHEMAS;
}

/** `drillcast schema`: the JSON Schema by which editors complete a scenario, or programs read a result. */
export const schemaCommand: Command<SchemaOptions> = {
  usage: 'schema [of]',
  summary: 'Print the JSON Schema of scenario files or of answers',
  options: (parser) =>
    parser.positional('of', {
      choices: ['scenario', 'result', 'comparison', 'import'] as const,
      default: 'scenario' as const,
      describe: 'Of which document',
    }),
  run: ({ of }, { stdout }) => {
    stdout.write(`${JSON.stringify(SCHEMAS[of](), null, 2)}\n`);
    return EXIT.done;
  },
};
