import type { Command } from './command.js';
import { EXIT } from './exit-code.js';
import { SCHEMAS } from './schemas.js';

interface SchemaOptions {
  readonly of: keyof typeof SCHEMAS;
}

/** `drillcast schema`: the JSON Schema by which editors complete a scenario, or programs read a result. */
export const schemaCommand: Command<SchemaOptions> = {
  usage: 'schema [of]',
  summary: 'Print the JSON Schema of scenario files or of answers',
  options: (parser) =>
    parser.positional('of', {
      choices: Object.keys(SCHEMAS) as readonly (keyof typeof SCHEMAS)[],
      default: 'scenario' as const,
      describe: 'Of which document',
    }),
  run: ({ of }, { stdout }) => {
    stdout.write(`${JSON.stringify(SCHEMAS[of](), null, 2)}\n`);
    return EXIT.done;
  },
};
