import type { Command } from './command.js';
import { EXIT } from './exit-code.js';
import { Refusal } from './refusal.js';
import { compileFile } from './played-study.js';
import { problemsText, readScenarioFile } from './scenario-file.js';
import { styleFor } from './terminal-style.js';
import type { World } from './world.js';

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
    const problems = names.map((name) => problemsOf(name, world));
    names.forEach((name, index) => {
      world.stdout.write(`${problems[index] ?? `${name}: no problems`}\n`);
    });
    return problems.every((ofFile) => ofFile === undefined) ? EXIT.done : EXIT.refused;
  },
};

/** In words, or undefined. A file that cannot be read is a problem like others, so that the rest is still looked at. */
function problemsOf(name: string, world: World): string | undefined {
  try {
    const read = readScenarioFile(name, world.files);
    if (read.kind === 'problems') return problemsText(read.problems, styleFor(world.stdout, world));
    compileFile(name, world);
    return undefined;
  } catch (error) {
    if (error instanceof Refusal) return error.message;
    throw error;
  }
}
