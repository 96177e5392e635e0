import yargs, { type Argv } from 'yargs';
import { wrapWords } from '../report/text-width.js';
import { VERSION } from '../version.js';
import type { Command, CommandGroup } from './command.js';
import { COMMAND_NAMES, DRILLS, eachCommand } from './command-table.js';
import { EXIT, type ExitCode } from './exit-code.js';
import { reportFault } from './fault.js';
import { Interruption } from './interruption.js';
import { Refusal } from './refusal.js';
import { withColours } from './terminal-style.js';
import type { World } from './world.js';

const EXIT_CODES =
  'Exit codes: 0 done; 1 an objective is missed (with --check); 2 a problem in a file or an argument; 70 a fault; ' +
  '130 interrupted.';

/**
 * Does what the arguments say and tells how it ended. Nothing is thrown: what goes wrong is worded on standard
 * error, so that standard output holds answers only.
 */
export async function runCommandLine(argv: readonly string[], world: World): Promise<ExitCode> {
  try {
    const choice = await chosenCommand(argv, world);
    return await choice();
  } catch (error) {
    if (error instanceof Interruption) {
      world.stderr.write(`${error.message}\n`);
      return EXIT.interrupted;
    }
    if (!(error instanceof Refusal)) {
      reportFault(error, argv, world);
      return EXIT.fault;
    }
    world.stderr.write(`${error.message}\n${error.hint === undefined ? '' : `  mend: ${error.hint}\n`}`);
    return EXIT.refused;
  }
}

/** What every command may be told besides its own options. */
interface Wishes {
  readonly color?: boolean;
}

type Choice = () => ExitCode | Promise<ExitCode>;

/** @throws Refusal when the arguments name no command, or are not those of the command. */
async function chosenCommand(argv: readonly string[], world: World): Promise<Choice> {
  let choice: Choice = () => EXIT.done;
  const parser = yargs()
    .scriptName('drillcast')
    .usage('$0 <command>\n\nForecast the recovery before the disaster; let every drill correct the forecast.')
    .locale('en')
    .version(VERSION)
    .wrap(80)
    .parserConfiguration({ 'camel-case-expansion': false })
    .option('color', {
      type: 'boolean',
      describe: 'Colours: --no-color for none; else NO_COLOR, FORCE_COLOR and the terminal decide',
    })
    .strict()
    .exitProcess(false)
    .demandCommand(1, 'there is no command')
    .epilogue(EXIT_CODES)
    .fail((message: string | null, error: Error | undefined) => {
      if (error !== undefined && error.name !== 'YError') throw error;
      throw refusalOf(message ?? error?.message ?? 'the arguments cannot be read', argv);
    });
  const addTo = <Options>(to: Argv, command: Command<Options>): void => {
    to.command({
      command: command.usage,
      describe: command.summary,
      builder: command.options,
      handler: (options) => {
        choice = () => command.run(options as Options, withColours(world, (options as Wishes).color));
      },
    });
  };
  const add = <Options>(command: Command<Options>): void => addTo(parser, command);
  const addGroup = ({ name, summary, each }: CommandGroup): void => {
    parser.command({
      command: name,
      describe: summary,
      builder: (group: Argv) => {
        each((command) => addTo(group, command));
        return group.demandCommand(1, `there is no command after "${name}"`).recommendCommands();
      },
      handler: () => undefined,
    });
  };
  await eachCommand(argv, add, addGroup);
  parser.recommendCommands().parseSync([...argv], {}, (_error, _options, output) => {
    // Help and version come here instead of to the console.
    if (output !== '') world.stdout.write(`${output}\n`);
  });
  return choice;
}

function refusalOf(message: string, argv: readonly string[]): Refusal {
  const nearest = /^Did you mean (.+)\?$/.exec(message)?.[1];
  const [first = '', second = ''] = argv;
  const group = first === DRILLS ? `${first} ` : '';
  if (nearest !== undefined) {
    const named = group === '' ? first : `${group}${second}`;
    return new Refusal(`unknown command: ${named}`, `did you mean "drillcast ${group}${nearest}"?`);
  }
  if (/^Unknown (argument|command)/.test(message) && !first.startsWith('-') && !COMMAND_NAMES.includes(first)) {
    return new Refusal(`unknown command: ${first}`, '"drillcast --help" lists the commands');
  }
  // Many choices on one line would be wider than a terminal.
  return new Refusal(
    message.replace(/, (Choices: .*)/, (_, choices: string) => `,\n${indented(choices)}`),
    `"drillcast ${group}--help" lists the commands, and "… run --help" the options`,
  );
}

/** Words in lines of a terminal, two columns in. */
function indented(text: string): string {
  return wrapWords(text, 78)
    .map((line) => `  ${line}`)
    .join('\n');
}
