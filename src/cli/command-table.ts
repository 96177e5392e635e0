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
  run: (add) => import('./run-command.js').then(({ runCommand }) => add(runCommand)),
  compare: (add) => import('./compare-command.js').then(({ compareCommand }) => add(compareCommand)),
  check: (add) => import('./check-command.js').then(({ checkCommand }) => add(checkCommand)),
  explain: (add) => import('./explain-command.js').then(({ explainCommand }) => add(explainCommand)),
  size: (add) => import('./size-command.js').then(({ sizeCommand }) => add(sizeCommand)),
  alerts: (add) => import('./alerts-command.js').then(({ alertsCommand }) => add(alertsCommand)),
  years: (add) => import('./years-command.js').then(({ yearsCommand }) => add(yearsCommand)),
  report: (add) => import('./report-command.js').then(({ reportCommand }) => add(reportCommand)),
  explore: (add) => import('./explore-command.js').then(({ exploreCommand }) => add(exploreCommand)),
  trace: (add) => import('./trace-command.js').then(({ traceCommand }) => add(traceCommand)),
  merge: (add) => import('./merge-command.js').then(({ mergeCommand }) => add(mergeCommand)),
  lint: (add) => import('./lint-command.js').then(({ lintCommand }) => add(lintCommand)),
  import: (add) => import('./import-command.js').then(({ importCommand }) => add(importCommand)),
  init: (add) => import('./init-command.js').then(({ initCommand }) => add(initCommand)),
  [DRILLS]: (_add, addGroup) => import('./drills-commands.js').then(({ drillsCommands }) => addGroup(drillsCommands)),
  schema: (add) => import('./schema-command.js').then(({ schemaCommand }) => add(schemaCommand)),
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
