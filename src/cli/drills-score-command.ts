import { join } from 'node:path';
import type { Argv } from 'yargs';
import { scoreDrills } from '../evidence/drills/score-drills.js';
import { jsonText } from '../report/json-text.js';
import { renderScoreCsv } from '../report/render-score-csv.js';
import { renderScoreText } from '../report/render-score-text.js';
import { replayCommand } from '../report/replay-command.js';
import { VERSION } from '../version.js';
import { answerOptions, type AnswerOptions } from './answer-options.js';
import type { Command } from './command.js';
import { openDrills } from './drill-files.js';
import { drillSpanOptions, drillsWithin, spanWords, type DrillSpan } from './drill-span.js';
import { EXIT, type ExitCode } from './exit-code.js';
import { lastGiven } from './last-given.js';
import { compileFile, playPlan, requireRunNumbers } from './played-study.js';
import { requireTargets } from './require-targets.js';
import { sha256Of } from './scenario-file.js';
import { styleFor } from './terminal-style.js';
import type { World } from './world.js';

interface ScoreOptions extends AnswerOptions, DrillSpan {
  readonly drills: readonly string[];
  readonly csv: string | undefined;
}

/** `drillcast drills score`: holds the forecast of a scenario against drills. */
export const drillsScoreCommand: Command<ScoreOptions> = {
  usage: 'score <scenario> <drills..>',
  summary: 'Hold the forecast of a scenario against drills',
  options: scoreOptions,
  run: score,
};

function scoreOptions(parser: Argv): Argv<ScoreOptions> {
  return drillSpanOptions(answerOptions(parser))
    .positional('drills', {
      type: 'string',
      array: true,
      demandOption: true,
      describe: 'Drill files, or folders of them',
    })
    .option('csv', {
      type: 'string',
      requiresArg: true,
      coerce: lastGiven<string | undefined>,
      describe: 'Write drills.csv, a row per drill and measured value, into this folder',
    });
}

async function score(options: ScoreOptions, world: World): Promise<ExitCode> {
  requireTargets(options.json, [['--csv', options.csv, 'drills.csv']], world);
  const numbers = requireRunNumbers(options, world);
  const { scenario, plan } = compileFile(options.scenario, world);
  // Drills are read before anything is played, so that a problem in them costs no time.
  const drills = drillsWithin(openDrills(options.drills, world), options);
  const outcomes = await playPlan(plan, numbers, world);
  const origin = { version: VERSION, file: options.scenario, sha256: sha256Of(scenario) };
  const scored = scoreDrills(drills, { scenario, outcomes, origin });
  const { incidents, seed } = numbers;
  const files = [options.scenario, ...options.drills];
  const replay = replayCommand({ verb: 'drills score', files, incidents, seed, options: spanWords(options) }, 80);
  world.stdout.write(
    options.json === '-' ? jsonText(scored) : renderScoreText(scored, { replay, style: styleFor(world.stdout, world) }),
  );
  if (options.csv !== undefined) world.files.write(join(options.csv, 'drills.csv'), renderScoreCsv(scored));
  if (options.json !== undefined && options.json !== '-') world.files.write(options.json, jsonText(scored));
  return EXIT.done;
}
