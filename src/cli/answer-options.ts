import type { Argv } from 'yargs';
import { jsonOption } from './answer-output.js';
import { lastGiven } from './last-given.js';

/** What every command that plays incidents is asked with. */
export interface PlayOptions extends SeedAndWorkers {
  readonly incidents: string | undefined;
  readonly json: string | undefined;
}

/** What everything that plays is asked with, as it was written: what is no number is told in the reader's own words. */
export interface SeedAndWorkers {
  readonly seed: string;
  /** Undefined for as many as the machine has cores. */
  readonly workers: string | undefined;
}

/** The same for one scenario. */
export interface AnswerOptions extends PlayOptions {
  readonly scenario: string;
}

/** Adds the options that every command that plays one scenario takes. */
export function answerOptions(parser: Argv): Argv<AnswerOptions> {
  return playOptions(scenarioOption(parser));
}

/** Adds the scenario that a command is about. */
export function scenarioOption<Options>(parser: Argv<Options>): Argv<Options & { readonly scenario: string }> {
  return parser.parserConfiguration({ 'duplicate-arguments-array': false }).positional('scenario', {
    type: 'string',
    demandOption: true,
    describe: 'A scenario file, or the name of one that comes with Drillcast',
  });
}

/** Adds the options that every command that plays incidents takes, of however many scenarios. */
export function playOptions<Options>(parser: Argv<Options>): Argv<Options & PlayOptions> {
  return seedAndWorkersOptions(
    jsonOption(parser).option('incidents', {
      type: 'string',
      defaultDescription: '100000',
      requiresArg: true,
      coerce: lastGiven<string>,
      describe: 'How many incidents to play',
    }),
  );
}

/** Adds the options of everything that plays. */
export function seedAndWorkersOptions<Options>(parser: Argv<Options>): Argv<Options & SeedAndWorkers> {
  return parser
    .option('seed', {
      type: 'string',
      default: '1',
      defaultDescription: '1',
      requiresArg: true,
      coerce: lastGiven<string>,
      describe: 'The same seed gives the same numbers',
    })
    .option('workers', {
      type: 'string',
      requiresArg: true,
      coerce: lastGiven<string | undefined>,
      describe: 'How many threads play, by default one per core; the answer is the same',
    });
}
