import type { Argv } from 'yargs';
import { countText } from '../report/count-text.js';
import { playedRun, replayCommand } from '../report/replay-command.js';
import { summariseSamples } from '../study/summarise.js';
import { summaryContext } from '../study/summary-context.js';
import type { Summary } from '../study/summary.js';
import { VERSION } from '../version.js';
import { answerOptions, type AnswerOptions } from './answer-options.js';
import { outputOptions, requireAnswerTargets, writeAnswer, type OutputOptions } from './answer-output.js';
import type { Command } from './command.js';
import { drawOptions, requireDrawNumbers, type DrawOptions } from './draw-options.js';
import type { ExitCode } from './exit-code.js';
import { playUncertainty } from './played-draws.js';
import { playStudy, requireKept, requireRunNumbers, requireSeedAndWorkers } from './played-study.js';
import { runShard, type ShardOptions } from './run-shard.js';
import { sha256Of } from './scenario-file.js';
import type { World } from './world.js';

interface RunOptions extends AnswerOptions, OutputOptions, ShardOptions, DrawOptions {}

/** `drillcast run`: plays a scenario and answers with distributions. */
export const runCommand: Command<RunOptions> = {
  usage: 'run <scenario>',
  summary: 'Play a scenario: achieved RTO, RPO and RTT as distributions',
  options: runOptions,
  run,
};

function runOptions(parser: Argv): Argv<RunOptions> {
  return drawOptions(outputOptions(answerOptions(parser)), '200 where the scenario has "counts-as"')
    .option('precision', {
      type: 'string',
      requiresArg: true,
      describe: 'Play until P50 and P95 are known this well, at most --incidents [default: 2% when neither is given]',
    })
    .option('shard', {
      type: 'string',
      requiresArg: true,
      describe: 'Play only this part of the run, such as 3/16, for "drillcast merge"',
    })
    .option('out', { type: 'string', requiresArg: true, describe: 'With --shard: the file that the part goes into' });
}

async function run(options: RunOptions, world: World): Promise<ExitCode> {
  if (options.shard !== undefined || options.out !== undefined) return runShard(options, world);
  requireAnswerTargets(options, world);
  if (options.csv !== undefined) requireKept('--csv', requireRunNumbers(options, world).incidents);
  const asked = requireDrawNumbers(options);
  const study = await playStudy(options, world);
  const { scenario, samples, end } = study;
  const origin = { version: VERSION, file: options.scenario, sha256: sha256Of(scenario) };
  const known = summariseSamples(samples, { ...summaryContext(scenario, origin, study.plan), end });
  const run = { ...requireSeedAndWorkers(options, world), incidents: samples.incidents };
  const { summary } = await playUncertainty(study, { summary: known, asked }, run, world);
  // Said here too, as the answer may go to a program.
  if (end.reason === 'interrupted') world.stderr.write(interruptedText(summary));
  return writeAnswer(options, { summary, samples }, world);
}

function interruptedText(summary: Summary): string {
  const [played, asked] = [summary.incidents, summary.end.asked].map(countText);
  return (
    `Interrupted: the answer is that of the first ${played} of ${asked} incidents, replayed with\n` +
    `${replayCommand(playedRun(summary), 80).join('\n')}\n`
  );
}
