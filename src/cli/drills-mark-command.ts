import type { Argv } from 'yargs';
import type { LogEntry } from '../evidence/drills/drill-log.js';
import { parseDuration } from '../units/parse-duration.js';
import type { Instant } from '../units/quantity.js';
import type { Command } from './command.js';
import { appendEntry, instantOption, openDrillLog, presentInstant, requireKnown } from './drill-log-file.js';
import { EXIT, type ExitCode } from './exit-code.js';
import { Refusal } from './refusal.js';
import type { World } from './world.js';

const EVENTS = ['start', 'done', 'failed', 'note', 'rpo'] as const;

interface MarkOptions {
  readonly step: string;
  readonly event: (typeof EVENTS)[number];
  readonly words: readonly (string | number)[];
  readonly file: string;
  readonly at: string | undefined;
  readonly unlisted: boolean;
}

/** `drillcast drills mark`: one entry into the log of a running drill, from a script. */
export const drillsMarkCommand: Command<MarkOptions> = {
  usage: 'mark <step> <event> [words..]',
  summary: 'Mark a step of a running drill, from a script',
  options: markOptions,
  run: mark,
};

function markOptions(parser: Argv): Argv<MarkOptions> {
  return parser
    .parserConfiguration({ 'duplicate-arguments-array': false, 'parse-positional-numbers': false })
    .positional('step', { type: 'string', demandOption: true, describe: 'A step of the runbook; with rpo, a surface' })
    .positional('event', { choices: EVENTS, demandOption: true, describe: 'What has happened' })
    .positional('words', {
      type: 'string',
      array: true,
      default: [],
      describe: 'A note; with rpo, how old the restored state was, such as 3m, or >=3m',
    })
    .option('file', { type: 'string', demandOption: true, requiresArg: true, describe: 'The log of the drill' })
    .option('at', { type: 'string', requiresArg: true, describe: 'When, if not now: 2026-11-23T08:40:17Z' })
    .option('unlisted', { type: 'boolean', default: false, describe: 'Take a step that the runbook does not have' });
}

function mark(options: MarkOptions, world: World): ExitCode {
  const drill = openDrillLog(options.file, world);
  if (drill === undefined) {
    throw new Refusal(`${options.file}: there is no such log`, 'begin a drill with "drillcast drills record"');
  }
  if (drill.ended !== undefined) {
    throw new Refusal(`${options.file}: this drill has ended`, 'what is missing can be added to its drill file');
  }
  const { step, event, unlisted } = options;
  if (event === 'rpo') requireKnown('surface', step, drill.header.surfaces, '');
  else if (!unlisted) requireKnown('step', step, drill.header.steps, '--unlisted takes it all the same');
  const at = options.at === undefined ? presentInstant(world) : instantOption(options.at, '--at');
  appendEntry(options.file, entryOf(event, step, { at, words: options.words.join(' ') }), world);
  return EXIT.done;
}

/**
 * The entry that somebody means.
 *
 * @throws Refusal when a loss is no duration.
 */
export function entryOf(
  event: (typeof EVENTS)[number],
  name: string,
  { at, words }: { readonly at: Instant; readonly words: string },
): LogEntry {
  if (event === 'note') return { entry: 'note', at, step: name, note: words };
  if (event !== 'rpo') return { entry: event, at, step: name, note: words };
  const isCensored = words.startsWith('>=');
  const loss = parseDuration(isCensored ? words.slice(2) : words);
  if (loss.kind === 'read') return { entry: 'rpo', at, surface: name, seconds: loss.value, isCensored };
  throw new Refusal(`rpo: expected a duration, found ${words === '' ? 'nothing' : words}`, 'write 3m, or >=3m');
}
