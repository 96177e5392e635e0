import { join } from 'node:path';
import type { Argv } from 'yargs';
import { MOST_SCENARIOS } from '../report/compared-names.js';
import { renderComparedIncidentsCsv, renderComparisonCsv } from '../report/render-comparison-csv.js';
import { renderComparisonJson } from '../report/render-comparison-json.js';
import { renderComparisonText } from '../report/render-comparison-text.js';
import { compare, type ComparedRun } from '../study/compare.js';
import type { Comparison } from '../study/comparison.js';
import { summarise } from '../study/summarise.js';
import { summaryContext } from '../study/summary-context.js';
import { VERSION } from '../version.js';
import { playOptions, type PlayOptions } from './answer-options.js';
import type { Command } from './command.js';
import { drawOptions, requireDrawNumbers, type DrawOptions } from './draw-options.js';
import { EXIT, type ExitCode } from './exit-code.js';
import { playComparedDraws } from './played-compared-draws.js';
import { compileFile, playPlan, requireKeptNumbers } from './played-study.js';
import { lastGiven } from './last-given.js';
import { Refusal } from './refusal.js';
import { requireTargets } from './require-targets.js';
import { sha256Of } from './scenario-file.js';
import { styleFor } from './terminal-style.js';
import type { World } from './world.js';

interface CompareOptions extends PlayOptions, DrawOptions {
  readonly scenario: readonly string[];
  readonly csv: string | undefined;
}

/** `drillcast compare`: plays scenarios on the same luck and tells which is better, how often and by how much. */
export const compareCommand: Command<CompareOptions> = {
  usage: 'compare <scenario..>',
  summary: 'Compare scenarios, struck by the same incidents, with the first',
  options: compareOptions,
  run: compareScenarios,
};

function compareOptions(parser: Argv): Argv<CompareOptions> {
  return drawOptions(playOptions(parser), '200 where a scenario has "counts-as"')
    .positional('scenario', {
      type: 'string',
      array: true,
      demandOption: true,
      describe: 'Scenario files, or names of some that come with Drillcast; the first is what others are held against',
    })
    .option('csv', {
      type: 'string',
      requiresArg: true,
      coerce: lastGiven<string | undefined>,
      describe: 'Write comparison.csv and incidents.csv into this folder',
    });
}

async function compareScenarios(options: CompareOptions, world: World): Promise<ExitCode> {
  requireScenarios(options.scenario);
  requireTargets(options.json, [['--csv', options.csv, 'comparison.csv']], world);
  const runs = await playAll(options, world);
  const comparison = compare(runs);
  // The answer comes first, so that it is not lost when a disk fills up under the files.
  world.stdout.write(options.json === '-' ? renderComparisonJson(comparison) : answerText(comparison, world));
  if (options.csv !== undefined) writeTables(options.csv, comparison, runs, world);
  if (options.json !== undefined && options.json !== '-') {
    world.files.write(options.json, renderComparisonJson(comparison));
  }
  return EXIT.done;
}

function answerText(comparison: Comparison, world: World): string {
  return renderComparisonText(comparison, { style: styleFor(world.stdout, world) });
}

function writeTables(folder: string, comparison: Comparison, runs: readonly ComparedRun[], { files }: World): void {
  const outcomes = runs.map((run) => run.outcomes);
  files.write(join(folder, 'comparison.csv'), renderComparisonCsv(comparison));
  files.write(join(folder, 'incidents.csv'), renderComparedIncidentsCsv(outcomes));
}

function requireScenarios(names: readonly string[]): void {
  if (names.length >= 2 && names.length <= MOST_SCENARIOS) return;
  throw new Refusal(
    `compare: expected from 2 to ${MOST_SCENARIOS} scenarios, found ${names.length}`,
    'write "drillcast compare <baseline> <variant>"',
  );
}

/** All are read before any is played, so that a problem in the last one costs no time. */
async function playAll({ scenario: names, ...options }: CompareOptions, world: World): Promise<readonly ComparedRun[]> {
  const numbers = requireKeptNumbers(options, world);
  const asked = requireDrawNumbers(options);
  const studies = names.map((file) => ({ file, ...compileFile(file, world) }));
  const runs: ComparedRun[] = [];
  for (const { file, scenario, plan } of studies) {
    const outcomes = await playPlan(plan, numbers, world);
    const origin = { version: VERSION, file, sha256: sha256Of(scenario) };
    runs.push({ scenario, outcomes, summary: summarise(outcomes, summaryContext(scenario, origin)) });
  }
  return playComparedDraws(studies, { runs, asked, numbers }, world);
}
