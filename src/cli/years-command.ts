import { join } from 'node:path';
import type { Argv } from 'yargs';
import { compileYears, type YearsPlan } from '../plan/years-plan.js';
import { UnplayableError } from '../plan/unplayable-error.js';
import { countText } from '../report/count-text.js';
import { replayCommand } from '../report/replay-command.js';
import { renderYearsCsv, renderYearsTableCsv } from '../report/years/render-years-csv.js';
import { renderYearsJson } from '../report/years/render-years-json.js';
import { playedYears, renderYearsText } from '../report/years/render-years-text.js';
import type { Scenario } from '../scenario/scenario.js';
import { summariseYears } from '../study/years/summarise-years.js';
import { daysOfPeriod, isWholeYear, yearsContext } from '../study/years/years-context.js';
import { firstYears } from '../study/years/year-outcomes.js';
import type { YearOutcomes } from '../study/years/year-outcomes.js';
import type { YearsSummary } from '../study/years/years-summary.js';
import { VERSION } from '../version.js';
import { scenarioOption, seedAndWorkersOptions, type SeedAndWorkers } from './answer-options.js';
import { jsonOption } from './answer-output.js';
import type { Command } from './command.js';
import { EXIT, type ExitCode } from './exit-code.js';
import { Interruption } from './interruption.js';
import { lastGiven } from './last-given.js';
import { wholeNumber } from './number-option.js';
import { compileFileBy, hearing, requireSeedAndWorkers, withPlayer, type RunNumbers } from './played-study.js';
import { requireTargets } from './require-targets.js';
import { sha256Of } from './scenario-file.js';
import { beginSharedYears } from './shared-run.js';
import { styleFor } from './terminal-style.js';
import type { World } from './world.js';

interface YearsOptions extends SeedAndWorkers {
  readonly scenario: string;
  readonly years: string;
  readonly json: string | undefined;
  readonly csv: string | undefined;
}

interface PlayedYears {
  readonly summary: YearsSummary;
  readonly outcomes: YearOutcomes;
}

/** What is played when nothing is said: enough for the P99 of a year. */
const USUAL_YEARS = '1000';

/** More years than anyone needs. */
const MOST_YEARS = 10_000_000;

/** `drillcast years`: plays whole years of a scenario and answers with what a year holds. */
export const yearsCommand: Command<YearsOptions> = {
  usage: 'years <scenario>',
  summary: 'Play years of a scenario: availability, downtime, loss, storage and cost',
  options: yearsOptions,
  run: runYears,
};

function yearsOptions(parser: Argv): Argv<YearsOptions> {
  return seedAndWorkersOptions(jsonOption(scenarioOption(parser)))
    .option('years', {
      type: 'string',
      default: USUAL_YEARS,
      defaultDescription: USUAL_YEARS,
      requiresArg: true,
      coerce: lastGiven<string>,
      describe: 'How many years to play',
    })
    .option('csv', {
      type: 'string',
      requiresArg: true,
      coerce: lastGiven<string | undefined>,
      describe: 'Write summary.csv and years.csv into this folder',
    });
}

async function runYears(options: YearsOptions, world: World): Promise<ExitCode> {
  requireTargets(options.json, [['--csv', options.csv, 'years.csv']], world);
  const years = wholeNumber(options.years, '--years', { from: 1, to: MOST_YEARS });
  const { seed, workers } = requireSeedAndWorkers(options, world);
  const study = { file: options.scenario, ...compileFileBy(compileWholeYears, options.scenario, world) };
  return writeYears(options, await playYears(study, { years, seed, workers }, world), world);
}

/**
 * Plays years until all are played, or the reader interrupts.
 *
 * @param study its file is the name by which the scenario is told.
 * @throws Interruption when nothing was played until then.
 */
export async function playYears(
  { file, scenario, plan }: { readonly file: string; readonly scenario: Scenario; readonly plan: YearsPlan },
  { years, seed, workers }: { readonly years: number } & Pick<RunNumbers, 'seed' | 'workers'>,
  world: World,
): Promise<PlayedYears> {
  const range = { from: 0, to: years };
  const outcomes = await withPlayer(
    beginSharedYears(plan, { seed, range }),
    { seed, workers, range },
    world,
    async (player) => {
      await hearing(player, world, () => player.playTo(years));
      if (player.played === 0) throw new Interruption('Interrupted before any year was played: there is no answer.');
      return firstYears(player.outcomes, player.played);
    },
  );
  const origin = { version: VERSION, file, sha256: sha256Of(scenario) };
  const summary = summariseYears(outcomes, yearsContext(scenario, origin, years));
  return { summary, outcomes };
}

/** @throws UnplayableError when the period is no year. */
function compileWholeYears(scenario: Scenario) {
  if (!isWholeYear(scenario)) {
    throw new UnplayableError(
      `the period has ${countText(daysOfPeriod(scenario))} days, and years are played of a period of a year: ` +
        'write "period: { from: 2027-01-01, to: 2028-01-01 }"',
    );
  }
  return compileYears(scenario);
}

function writeYears({ json, csv }: YearsOptions, { summary, outcomes }: PlayedYears, world: World): ExitCode {
  const isInterrupted = summary.end.reason === 'interrupted';
  // Said here too, as the answer may go to a program.
  if (isInterrupted) world.stderr.write(interruptedText(summary));
  // The answer comes first, so that it is not lost when a disk fills up under the files.
  world.stdout.write(
    json === '-' ? renderYearsJson(summary) : renderYearsText(summary, { style: styleFor(world.stdout, world) }),
  );
  if (csv !== undefined) {
    world.files.write(join(csv, 'summary.csv'), renderYearsCsv(summary));
    world.files.write(join(csv, 'years.csv'), renderYearsTableCsv(outcomes));
  }
  if (json !== undefined && json !== '-') world.files.write(json, renderYearsJson(summary));
  return isInterrupted ? EXIT.interrupted : EXIT.done;
}

function interruptedText(summary: YearsSummary): string {
  const [played, asked] = [summary.years, summary.end.asked].map(countText);
  return (
    `Interrupted: the answer is that of the first ${played} of ${asked} years, replayed with\n` +
    `${replayCommand(playedYears(summary), 80).join('\n')}\n`
  );
}
