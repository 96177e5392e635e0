import { dirname, relative, resolve, sep } from 'node:path';
import type { Argv } from 'yargs';
import { importLogs, type ImportOptions, type ImportResult } from '../evidence/tools/import-answer.js';
import { nameSurfaces } from '../evidence/tools/name-surfaces.js';
import { readToolFiles } from '../evidence/tools/read-tool-files.js';
import { readInstant } from '../evidence/tools/text/read-instant.js';
import { TOOL_NAMES, type ToolName } from '../evidence/tools/tool-name.js';
import { commandLines } from '../report/command-lines.js';
import { jsonText } from '../report/json-text.js';
import { renderImportText } from '../report/render-import-text.js';
import type { Scenario } from '../scenario/scenario.js';
import type { Instant } from '../units/quantity.js';
import { isTimeZone } from '../units/time-zone.js';
import { VERSION } from '../version.js';
import { jsonOption } from './answer-output.js';
import type { Command } from './command.js';
import { EXIT, type ExitCode } from './exit-code.js';
import { partIntoFile, partOfBase, partText } from './import-part.js';
import { lastGiven } from './last-given.js';
import { Refusal } from './refusal.js';
import { openScenario, problemsText } from './scenario-file.js';
import { styleFor } from './terminal-style.js';
import type { World } from './world.js';

interface ImportCommandOptions {
  readonly file: readonly string[];
  readonly from: ToolName | undefined;
  readonly surface: string | readonly string[] | undefined;
  readonly against: string | undefined;
  readonly out: string | undefined;
  readonly into: string | undefined;
  readonly timezone: string | undefined;
  readonly now: string | undefined;
  readonly json: string | undefined;
}

/** `drillcast import`: what backup tools show, as a part of a scenario, beside what a scenario assumes. */
export const importCommand: Command<ImportCommandOptions> = {
  usage: 'import <file..>',
  summary: 'Turn the output of backup tools into a part of a scenario',
  options: importOptions,
  run: importFiles,
};

function importOptions(parser: Argv): Argv<ImportCommandOptions> {
  const text = { type: 'string', requiresArg: true, coerce: lastGiven<string | undefined> } as const;
  return jsonOption(parser)
    .positional('file', {
      type: 'string',
      array: true,
      demandOption: true,
      describe: 'What the tools printed; several files of one thing are put together',
    })
    .option('from', {
      choices: TOOL_NAMES,
      requiresArg: true,
      coerce: lastGiven<ToolName | undefined>,
      describe: 'The tool that printed the files, by default recognised from what is in them',
    })
    .option('surface', {
      type: 'string',
      requiresArg: true,
      describe: 'What the surface is called in the scenario; of several things, THING=NAME for each',
    })
    .option('against', { ...text, describe: 'A scenario to hold against the history, and for the part to extend' })
    .option('out', { ...text, describe: 'Write the part of a scenario to this file' })
    .option('into', { ...text, describe: 'Write the values into this scenario file, and keep the rest of it' })
    .option('timezone', {
      ...text,
      describe: 'The time zone of times without one, by default that of the scenario, or UTC',
    })
    .option('now', { ...text, describe: 'When the files were written, by default the newest instant in them' });
}

function importFiles(options: ImportCommandOptions, world: World): ExitCode {
  const { against = options.into, out, into, json } = options;
  if (out !== undefined && into !== undefined)
    throw new Refusal('--out and --into do not go together', 'give one of them');
  for (const target of [out, into, json === '-' ? undefined : json])
    if (target !== undefined) world.files.requireWritable(target);
  const scenario = against === undefined ? undefined : openScenario(against, world);
  const result = readAndInfer(options, { against, scenario }, world);
  const written = writeParts(result, options, { against, scenario }, world);
  const style = styleFor(world.stdout, world);
  if (json === '-') world.stdout.write(jsonText(result.answer));
  else {
    const next = nextLines(options, { against, written });
    world.stdout.write(`${renderImportText(result.answer, { style })}\n${next.join('\n')}\n`);
  }
  if (json !== undefined && json !== '-') world.files.write(json, jsonText(result.answer));
  return EXIT.done;
}

interface Against {
  readonly against: string | undefined;
  readonly scenario: Scenario | undefined;
}

function readAndInfer(options: ImportCommandOptions, { against, scenario }: Against, world: World): ImportResult {
  const timezone = requireTimezone(options.timezone ?? scenario?.timezone ?? 'UTC');
  const sources = options.file.map((file) => ({ file, text: world.files.read(file) }));
  const read = readToolFiles(sources, { timezone, ...(options.from === undefined ? {} : { from: options.from }) });
  if (read.kind === 'problems') throw new Refusal(problemsText(read.problems, styleFor(world.stderr, world)));
  if (read.logs.length === 0) throw new Refusal(`${options.file.join(', ')}: there is no backup in it`);
  const wishes = options.surface === undefined ? [] : [options.surface].flat();
  const named = nameSurfaces(read.logs, { wishes, scenario });
  if (named.kind === 'refused') throw new Refusal(named.why, named.mend);
  const now = requireInstant(options.now, timezone);
  const settings: ImportOptions = {
    ...{ version: VERSION, files: options.file, timezone },
    ...(now === undefined ? {} : { now }),
    ...(scenario === undefined || against === undefined ? {} : { scenario, against }),
  };
  return importLogs(
    read.logs.map((log, index) => [named.names[index], log]),
    read.remarks,
    settings,
  );
}

function requireTimezone(timezone: string): string {
  if (isTimeZone(timezone)) return timezone;
  throw new Refusal(`--timezone ${timezone}: there is no such time zone`, 'write a name such as "Europe/Brussels"');
}

function requireInstant(text: string | undefined, timezone: string): Instant | undefined {
  if (text === undefined) return undefined;
  const read = readInstant(text, timezone);
  if (read !== undefined) return read.at;
  throw new Refusal(`--now ${text}: this is no instant`, 'write one such as "2026-11-26T08:00:00Z"');
}

/** The file that was written, if any was asked for. */
function writeParts(
  result: ImportResult,
  options: ImportCommandOptions,
  { against, scenario }: Against,
  world: World,
): string | undefined {
  const { out, into } = options;
  if (out === undefined && into === undefined) return undefined;
  if (result.entries.length === 0) {
    throw new Refusal(
      'there is nothing to write: what is seen of the surfaces does not yet make a part of a scenario by itself',
      'leave --out away to see what is missing, or give --against a scenario that has the surface',
    );
  }
  if (into !== undefined) {
    world.files.write(into, partIntoFile(into, result.entries, world));
    return into;
  }
  const target = out ?? '';
  const base =
    against === undefined || scenario === undefined
      ? undefined
      : partOfBase({ file: referenceTo(against, target, world), scenario });
  const text = partText(result, base);
  world.files.write(target, text);
  if (base !== undefined) openScenario(target, world);
  return target;
}

/** How a file speaks of another in `extends`: a path from itself, or the name of what comes with Drillcast. */
function referenceTo(name: string, from: string, world: World): string {
  if (!world.files.isFile(name)) return name;
  const path = relative(dirname(resolve(from)), resolve(name)).replaceAll(sep, '/');
  return path.startsWith('.') ? path : `./${path}`;
}

function nextLines(
  { file, into }: ImportCommandOptions,
  { against, written }: { readonly against: string | undefined; readonly written: string | undefined },
): readonly string[] {
  const columns = 80;
  if (into !== undefined) return [`Written into ${into}:`, ...commandLines(['drillcast', 'run', into], columns)];
  if (written !== undefined && against !== undefined) {
    return [
      `Wrote ${written}, which extends ${against}. What it changes:`,
      ...commandLines(['drillcast', 'compare', against, written], columns),
    ];
  }
  if (written !== undefined) return [`Wrote ${written}: a scenario takes it with "extends".`];
  const options = against === undefined ? ['--against', 'SCENARIO'] : ['--against', against];
  return [
    'To write it down:',
    ...commandLines(['drillcast', 'import', ...file, ...options, '--out', 'observed.yaml'], columns),
  ];
}
