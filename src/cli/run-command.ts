import { join } from 'node:path';
import type { Argv } from 'yargs';
import { metricChart } from '../report/metric-chart.js';
import { metricCurve } from '../report/metric-curve.js';
import { renderIncidentsCsv, renderMetricsCsv, renderStepsCsv } from '../report/render-csv.js';
import { renderJson } from '../report/render-json.js';
import { renderSvg } from '../report/render-svg.js';
import { renderText } from '../report/render-text.js';
import { metricShapes } from '../report/shape.js';
import { summarise } from '../study/summarise.js';
import { summaryContext } from '../study/summary-context.js';
import type { Summary } from '../study/summary.js';
import { VERSION } from '../version.js';
import { answerOptions, type AnswerOptions } from './answer-options.js';
import type { Command } from './command.js';
import { EXIT, type ExitCode } from './exit-code.js';
import { playStudy, type PlayedStudy } from './played-study.js';
import { requireTargets } from './require-targets.js';
import { sha256Of } from './scenario-file.js';
import { styleFor } from './terminal-style.js';
import type { World } from './world.js';

interface RunOptions extends AnswerOptions {
  readonly csv: string | undefined;
  readonly charts: string | undefined;
  readonly check: boolean;
}

/** `drillcast run`: plays a scenario and answers with distributions. */
export const runCommand: Command<RunOptions> = {
  usage: 'run <scenario>',
  summary: 'Play a scenario: achieved RTO, RPO and RTT as distributions',
  options: runOptions,
  run,
};

function runOptions(parser: Argv): Argv<RunOptions> {
  return answerOptions(parser)
    .option('csv', {
      type: 'string',
      requiresArg: true,
      describe: 'Write metrics.csv, steps.csv and incidents.csv into this folder',
    })
    .option('charts', { type: 'string', requiresArg: true, describe: 'Write charts (SVG) into this folder' })
    .option('check', { type: 'boolean', default: false, describe: 'Exit with 1 when an objective is missed' });
}

async function run(options: RunOptions, world: World): Promise<ExitCode> {
  requireTargets(
    options.json,
    [
      ['--csv', options.csv, 'metrics.csv'],
      ['--charts', options.charts, 'rto.svg'],
    ],
    world,
  );
  const study = playStudy(options, world);
  const origin = { version: VERSION, file: options.scenario, sha256: sha256Of(study.scenario) };
  const summary = summarise(study.outcomes, summaryContext(study.scenario, origin));
  // The answer comes first, so that it is not lost when a disk fills up under the files.
  world.stdout.write(options.json === '-' ? renderJson(summary) : answerText(summary, study, world));
  if (options.csv !== undefined) writeTables(options.csv, summary, study, world);
  if (options.charts !== undefined) await writeCharts(options.charts, summary, study, world);
  if (options.json !== undefined && options.json !== '-') world.files.write(options.json, renderJson(summary));
  return options.check && isAnyObjectiveMissed(summary) ? EXIT.objectiveMissed : EXIT.done;
}

function answerText(summary: Summary, { outcomes }: PlayedStudy, world: World): string {
  return renderText(summary, { style: styleFor(world.stdout, world), shapes: metricShapes(summary, outcomes) });
}

function writeTables(folder: string, summary: Summary, { outcomes }: PlayedStudy, { files }: World): void {
  files.write(join(folder, 'metrics.csv'), renderMetricsCsv(summary));
  files.write(join(folder, 'steps.csv'), renderStepsCsv(summary));
  files.write(join(folder, 'incidents.csv'), renderIncidentsCsv(outcomes));
}

async function writeCharts(
  folder: string,
  summary: Summary,
  { outcomes }: PlayedStudy,
  { files }: World,
): Promise<void> {
  for (const metric of Object.keys(summary.metrics)) {
    const svg = await renderSvg(metricChart(summary, metricCurve(summary, outcomes, metric)));
    files.write(join(folder, `${metric}.svg`), svg);
  }
}

function isAnyObjectiveMissed({ metrics }: Summary): boolean {
  return Object.values(metrics).some(({ objectives }) => objectives.some(({ verdict }) => verdict === 'missed'));
}
