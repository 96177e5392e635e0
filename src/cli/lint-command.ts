import type { Command } from './command.js';
import { EXIT } from './exit-code.js';
import { problemsOf } from './scenario-problems.js';
import { styleFor } from './terminal-style.js';

interface LintOptions {
  readonly scenario: readonly string[];
}

/** `drillcast lint`: every problem of every file, without playing any. */
export const lintCommand: Command<LintOptions> = {
  usage: 'lint <scenario..>',
  summary: 'Show every problem in scenario files',
  options: (parser) =>
    parser.positional('scenario', {
      type: 'string',
      array: true,
      demandOption: true,
      describe: 'Scenario files, or names of some that come with Drillcast',
    }),
  run: ({ scenario: names }, world) => {
    const problems = names.map((name) => problemsOf(name, world, styleFor(world.stdout, world)));
    names.forEach((name, index) => {
      world.stdout.write(`${problems[index] ?? `${name}: no problems`}\n`);
    });
    return problems.every((ofFile) => ofFile === undefined) ? EXIT.done : EXIT.refused;
  },
};
