import type { Argv } from 'yargs';
import { fitDrills, type FitResult } from '../evidence/drills/fit/fit-drills.js';
import { writeInto } from '../evidence/tools/part/write-part.js';
import { jsonText } from '../report/json-text.js';
import { renderFitText } from '../report/render-fit-text.js';
import type { Scenario } from '../scenario/scenario.js';
import { VERSION } from '../version.js';
import { jsonOption } from './answer-output.js';
import { scenarioOption } from './answer-options.js';
import type { Command } from './command.js';
import { openDrills } from './drill-files.js';
import { drillSpanOptions, drillsWithin, type DrillSpan } from './drill-span.js';
import { EXIT, type ExitCode } from './exit-code.js';
import { lastGiven } from './last-given.js';
import { Refusal } from './refusal.js';
import { requireTargets } from './require-targets.js';
import { openScenario, sha256Of } from './scenario-file.js';
import { requireSound } from './sound-file.js';
import { styleFor } from './terminal-style.js';
import type { World } from './world.js';

interface FitOptions extends DrillSpan {
  readonly scenario: string;
  readonly drills: readonly string[];
  readonly out: string | undefined;
  readonly 'prior-weight': string;
  readonly json: string | undefined;
}

/** `drillcast drills fit`: corrects the steps of a scenario by drills. */
export const drillsFitCommand: Command<FitOptions> = {
  usage: 'fit <scenario> <drills..>',
  summary: 'Correct the steps of a scenario by drills',
  options: fitOptions,
  run: fit,
};

function fitOptions(parser: Argv): Argv<FitOptions> {
  return drillSpanOptions(jsonOption(scenarioOption(parser)))
    .positional('drills', {
      type: 'string',
      array: true,
      demandOption: true,
      describe: 'Drill files, or folders of them',
    })
    .option('out', {
      type: 'string',
      requiresArg: true,
      coerce: lastGiven<string | undefined>,
      describe: 'Write the corrected scenario into this file',
    })
    .option('prior-weight', {
      type: 'string',
      default: '2',
      defaultDescription: '2',
      requiresArg: true,
      coerce: lastGiven<string>,
      describe: 'What an assumption of the scenario counts as, in measured values',
    });
}

function fit(options: FitOptions, world: World): ExitCode {
  const { out, json } = options;
  requireTargets(json, [], world);
  if (out !== undefined) world.files.requireWritable(out);
  const priorWeight = weightOption(options['prior-weight']);
  const scenario = openScenario(options.scenario, world);
  const drills = drillsWithin(openDrills(options.drills, world), options);
  const origin = { version: VERSION, file: options.scenario, sha256: sha256Of(scenario) };
  const result = fitDrills(drills, { scenario, priorWeight, origin });
  const calibrated = out === undefined ? undefined : calibratedText(scenario, result, { out, world });
  const answer = jsonText(result.fit);
  world.stdout.write(json === '-' ? answer : renderFitText(result.fit, styleFor(world.stdout, world)));
  if (out !== undefined && calibrated !== undefined) world.files.write(out, calibrated);
  if (json !== undefined && json !== '-') world.files.write(json, answer);
  return EXIT.done;
}

function weightOption(text: string): number {
  const value = text.trim() === '' ? Number.NaN : Number(text);
  if (value >= 0.1 && value <= 1000) return value;
  throw new Refusal(`--prior-weight: expected a number from 0.1 to 1000, found ${text}`, 'write --prior-weight 2');
}

/**
 * The scenario file with what was fitted. What the file has from one that it extends becomes an override in it.
 *
 * @throws Refusal when a value finds no place, or the file would have problems where it is to stand.
 */
function calibratedText(
  { sources }: Scenario,
  { entries }: FitResult,
  { out, world }: { readonly out: string; readonly world: World },
): string {
  const [{ file, text }] = sources;
  const written = writeInto(text, entries);
  if (written.kind === 'no-place') {
    const mend = 'write the step out in full, without the alias';
    throw new Refusal(`${file}: "${written.path.join('.')}" stands in what is shared or no map`, mend);
  }
  requireSound(out, written.text, world);
  return written.text;
}
