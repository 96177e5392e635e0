import type { Command, CommandGroup } from './command.js';

type Add = <Options>(command: Command<Options>) => void;
type AddGroup = (group: CommandGroup) => void;

/** The noun that several verbs belong to. */
export const DRILLS = 'drills';

/**
 * Every command by its word, in the order in which the help lists them. Each is loaded when it is asked for and not
 * before: the code of all of them is several times that of the one that is run, and reading it was half of the time to a
 * first answer.
 */
const LOADERS: Readonly<Record<string, (add: Add, addGroup: AddGroup) => Promise<void>>> = {
  run: async (add) => add((await import('./run-command.js')).runCommand),
  compare: async (add) => add((await import('./compare-command.js')).compareCommand),
  check: async (add) => add((await import('./check-command.js')).checkCommand),
  explain: async (add) => add((await import('./explain-command.js')).explainCommand),
  alerts: async (add) => add((await import('./alerts-command.js')).alertsCommand),
  years: async (add) => add((await import('./years-command.js')).yearsCommand),
  report: async (add) => add((await import('./report-command.js')).reportCommand),
  trace: async (add) => add((await import('./trace-command.js')).traceCommand),
  merge: async (add) => add((await import('./merge-command.js')).mergeCommand),
  lint: async (add) => add((await import('./lint-command.js')).lintCommand),
  import: async (add) => add((await import('./import-command.js')).importCommand),
  init: async (add) => add((await import('./init-command.js')).initCommand),
  [DRILLS]: async (_add, addGroup) => addGroup((await import('./drills-commands.js')).drillsCommands),
  schema: async (add) => add((await import('./schema-command.js')).schemaCommand),
};

/** The words of which one must come first. */
export const COMMAND_NAMES: readonly string[] = Object.keys(LOADERS);

/** Hands over the command that the arguments begin with; all of them where they begin with none, for the help. */
export async function eachCommand(argv: readonly string[], add: Add, addGroup: AddGroup): Promise<void> {
  const first = argv.at(0) ?? '';
  if (first === '--version') return;
  const asked = COMMAND_NAMES.includes(first) ? [first] : COMMAND_NAMES;
  for (const name of asked) await LOADERS[name](add, addGroup);
}
