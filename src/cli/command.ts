import type { Argv } from 'yargs';
import type { ExitCode } from './exit-code.js';
import type { World } from './world.js';

/** One verb of the command line. */
export interface Command<Options> {
  /** Its name and what must follow, in the notation of yargs: `run <scenario>`. */
  readonly usage: string;
  /** One line for the list of commands. */
  readonly summary: string;
  readonly options: (parser: Argv) => Argv<Options>;
  readonly run: (options: Options, world: World) => ExitCode | Promise<ExitCode>;
}

/** Verbs that belong to one noun: `drills record`, `drills score`. */
export interface CommandGroup {
  readonly name: string;
  readonly summary: string;
  /** Hands each of its commands over. */
  readonly each: (add: <Options>(command: Command<Options>) => void) => void;
}
