import type { Argv } from 'yargs';
import { drillOverview } from '../evidence/drills/drill-overview.js';
import { jsonText } from '../report/json-text.js';
import { renderDrillsText } from '../report/render-drills-text.js';
import { VERSION } from '../version.js';
import { jsonOption } from './answer-output.js';
import type { Command } from './command.js';
import { openDrills } from './drill-files.js';
import { instantOption, presentInstant } from './drill-log-file.js';
import { EXIT, type ExitCode } from './exit-code.js';
import { lastGiven } from './last-given.js';
import { requireTargets } from './require-targets.js';
import { openScenario } from './scenario-file.js';
import { styleFor } from './terminal-style.js';
import type { World } from './world.js';

interface ListOptions {
  readonly drills: readonly string[];
  readonly scenario: string | undefined;
  readonly 'as-of': string | undefined;
  readonly json: string | undefined;
}

/** `drillcast drills list`: what there is of drills. */
export const drillsListCommand: Command<ListOptions> = {
  usage: 'list <drills..>',
  summary: 'List drills: age of the last full restore, steps measured, trend',
  options: listOptions,
  run: list,
};

function listOptions(parser: Argv): Argv<ListOptions> {
  return jsonOption(parser)
    .positional('drills', {
      type: 'string',
      array: true,
      demandOption: true,
      describe: 'Drill files, or folders of them',
    })
    .option('scenario', {
      type: 'string',
      requiresArg: true,
      coerce: lastGiven<string | undefined>,
      describe: 'Tell which steps of its runbook were never measured',
    })
    .option('as-of', {
      type: 'string',
      requiresArg: true,
      coerce: lastGiven<string | undefined>,
      describe: 'Count ages to this instant instead of the present',
    });
}

function list(options: ListOptions, world: World): ExitCode {
  requireTargets(options.json, [], world);
  const until = options['as-of'];
  const asOf = until === undefined ? presentInstant(world) : instantOption(until, '--as-of');
  const scenario = options.scenario === undefined ? undefined : openScenario(options.scenario, world);
  const overview = drillOverview(openDrills(options.drills, world), { asOf, version: VERSION, scenario });
  const json = jsonText(overview);
  world.stdout.write(options.json === '-' ? json : renderDrillsText(overview, styleFor(world.stdout, world)));
  if (options.json !== undefined && options.json !== '-') world.files.write(options.json, json);
  return EXIT.done;
}
