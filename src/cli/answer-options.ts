import type { Argv } from 'yargs';

/** What every command that plays incidents is asked with. */
export interface PlayOptions {
  /** As they were written: what is no number is told in the reader's own words. */
  readonly incidents: string;
  readonly seed: string;
  readonly json: string | undefined;
}

/** The same for one scenario. */
export interface AnswerOptions extends PlayOptions {
  readonly scenario: string;
}

/** Adds the options that every command that plays one scenario takes. */
export function answerOptions(parser: Argv): Argv<AnswerOptions> {
  return playOptions(parser).parserConfiguration({ 'duplicate-arguments-array': false }).positional('scenario', {
    type: 'string',
    demandOption: true,
    describe: 'A scenario file, or the name of one that comes with Drillcast',
  });
}

/** Adds the options that every command that plays incidents takes, of however many scenarios. */
export function playOptions(parser: Argv): Argv<PlayOptions> {
  return parser
    .option('incidents', {
      type: 'string',
      default: '100000',
      defaultDescription: '100000',
      requiresArg: true,
      coerce: lastGiven<string>,
      describe: 'How many incidents to play',
    })
    .option('seed', {
      type: 'string',
      default: '1',
      defaultDescription: '1',
      requiresArg: true,
      coerce: lastGiven<string>,
      describe: 'The same seed gives the same numbers',
    })
    .option('json', {
      type: 'string',
      requiresArg: true,
      coerce: lastGiven<string | undefined>,
      describe: 'Write the answer as JSON to this file; - for standard output, instead of the text',
    });
}

/**
 * Of an option that was given more than once, what was given last. The setting of the parser for that would leave only
 * the last of several scenarios, too.
 */
export function lastGiven<Text>(given: Text | readonly Text[]): Text {
  return Array.isArray(given) ? (given as readonly Text[])[given.length - 1] : (given as Text);
}
