import type { Argv } from 'yargs';
import { adviseDrills } from '../evidence/drills/next/advise-drills.js';
import { jsonText } from '../report/json-text.js';
import { renderNextText } from '../report/render-next-text.js';
import { replayCommand } from '../report/replay-command.js';
import { CONFIDENCE } from '../study/summarise.js';
import { VERSION } from '../version.js';
import { answerOptions, type AnswerOptions } from './answer-options.js';
import type { Command } from './command.js';
import { drawOptions, requireDrawNumbers, type DrawOptions } from './draw-options.js';
import { EXIT, type ExitCode } from './exit-code.js';
import { lastGiven } from './last-given.js';
import { wholeNumber } from './number-option.js';
import { playDraws } from './played-draws.js';
import { compileFile, requireSeedAndWorkers } from './played-study.js';
import { Refusal } from './refusal.js';
import { requireTargets } from './require-targets.js';
import { sha256Of } from './scenario-file.js';
import { styleFor } from './terminal-style.js';
import type { World } from './world.js';

interface NextOptions extends AnswerOptions, DrawOptions {
  readonly metric: string | undefined;
}

const USUAL = { draws: 1000, incidents: '1024' } as const;
/** Fewer draws cannot be regressed; more values than that fill the memory. */
const LEAST_DRAWS = 200;
const MOST_PLAYED = 20_000_000;
const METRICS = ['rto', 'rpo', 'rtt'] as const;

/** `drillcast drills next`: what the next drill should measure, and how many would settle what is open. */
export const drillsNextCommand: Command<NextOptions> = {
  usage: 'next <scenario>',
  summary: 'Say what the next drill should measure, and how many would settle each open objective',
  options: nextOptions,
  run: next,
};

function nextOptions(parser: Argv): Argv<NextOptions> {
  return drawOptions(answerOptions(parser), String(USUAL.draws))
    .option('incidents', {
      type: 'string',
      defaultDescription: USUAL.incidents,
      requiresArg: true,
      coerce: lastGiven<string>,
      describe: 'By how many incidents each draw is struck',
    })
    .option('metric', {
      type: 'string',
      requiresArg: true,
      coerce: lastGiven<string | undefined>,
      describe: 'Rank by the P95 of rto, rpo or rtt [default: the open objectives, else rto]',
    });
}

async function next(options: NextOptions, world: World): Promise<ExitCode> {
  const { json, scenario: file } = options;
  const metric = METRICS.find((known) => known === options.metric);
  if (options.metric !== undefined && metric === undefined) {
    throw new Refusal(`--metric: expected one of ${METRICS.join(', ')}; found "${options.metric}"`);
  }
  requireTargets(json, [], world);
  const incidents = wholeNumber(options.incidents ?? USUAL.incidents, '--incidents', { from: 100, to: 1_000_000 });
  const asked = requireDrawNumbers(options);
  const draws = asked.draws ?? USUAL.draws;
  if (draws < LEAST_DRAWS) {
    throw new Refusal(
      `--draws: of fewer than ${String(LEAST_DRAWS)} draws nothing can be told apart, found ${String(draws)}`,
      `write --draws ${String(USUAL.draws)}`,
    );
  }
  if (draws * incidents > MOST_PLAYED) {
    throw new Refusal(
      `--draws: ${String(draws)} draws of ${String(incidents)} incidents are too many to be kept`,
      `write --incidents ${String(Math.floor(MOST_PLAYED / draws))}`,
    );
  }
  const { seed, workers } = requireSeedAndWorkers(options, world);
  const study = compileFile(file, world);
  const { assumptionsCount } = asked;
  const played = await playDraws(study, { draws, assumptionsCount }, { incidents, seed, workers }, world);
  const origin = { version: VERSION, file, sha256: sha256Of(study.scenario) };
  const { scenario } = study;
  const advice = adviseDrills({ ...played, scenario, seed, credibility: CONFIDENCE, metric, origin });
  const words = [
    ...(metric === undefined ? [] : ['--metric', metric]),
    ...['--draws', String(draws), '--assumptions-count', String(assumptionsCount ?? 0)],
  ];
  const replay = replayCommand({ verb: 'drills next', files: [file], incidents, seed, options: words }, 80);
  const style = styleFor(world.stdout, world);
  world.stdout.write(json === '-' ? jsonText(advice) : renderNextText(advice, { replay, style }));
  if (json !== undefined && json !== '-') world.files.write(json, jsonText(advice));
  return EXIT.done;
}
