import { join } from 'node:path';
import type { Argv } from 'yargs';
import { exceedance } from '../report/charts/exceedance.js';
import { standalone } from '../report/charts/figure.js';
import { LIGHT } from '../report/charts/palette.js';
import { renderSvg } from '../report/charts/render-svg.js';
import { metricCurve } from '../report/metric-curve.js';
import { renderIncidentsCsv, renderMetricsCsv, renderStepsCsv } from '../report/render-csv.js';
import { renderUncertaintyCsv } from '../report/render-uncertainty-csv.js';
import { renderJson } from '../report/render-json.js';
import { renderText } from '../report/render-text.js';
import { metricShapes } from '../report/shape.js';
import type { RunSamples } from '../study/run-samples.js';
import type { Summary } from '../study/summary.js';
import { EXIT, type ExitCode } from './exit-code.js';
import { lastGiven } from './last-given.js';
import { requireTargets } from './require-targets.js';
import { styleFor } from './terminal-style.js';
import type { World } from './world.js';

/** Where an answer goes besides standard output, and whether it is judged. */
export interface OutputOptions {
  readonly json: string | undefined;
  readonly csv: string | undefined;
  readonly charts: string | undefined;
  readonly check: boolean;
}

/** Adds the option of every command that answers. */
export function jsonOption<Options>(parser: Argv<Options>): Argv<Options & Pick<OutputOptions, 'json'>> {
  return parser.option('json', {
    type: 'string',
    requiresArg: true,
    coerce: lastGiven<string | undefined>,
    describe: 'Write the answer as JSON to this file; - for standard output, instead of the text',
  });
}

/** Adds the options of every command that answers with distributions. */
export function outputOptions<Options>(
  parser: Argv<Options & Pick<OutputOptions, 'json'>>,
): Argv<Options & OutputOptions> {
  return parser
    .option('csv', {
      type: 'string',
      requiresArg: true,
      describe: 'Write metrics.csv, steps.csv, incidents.csv and uncertainty.csv into this folder',
    })
    .option('charts', { type: 'string', requiresArg: true, describe: 'Write charts (SVG) into this folder' })
    .option('check', {
      type: 'boolean',
      default: false,
      describe: 'Exit with 1 when an objective is missed, or the plan is not ready',
    });
}

/**
 * A run may take minutes: what would be lost at its end is refused at its beginning.
 *
 * @throws Refusal when a target could not be written.
 */
export function requireAnswerTargets({ json, csv, charts }: OutputOptions, world: World): void {
  requireTargets(
    json,
    [
      ['--csv', csv, 'metrics.csv'],
      ['--charts', charts, 'rto.svg'],
    ],
    world,
  );
}

/**
 * Answers on standard output and in the files that were asked for.
 *
 * @throws Refusal when a file cannot be written.
 */
export async function writeAnswer(
  options: OutputOptions,
  { summary, samples }: { readonly summary: Summary; readonly samples: RunSamples },
  world: World,
): Promise<ExitCode> {
  // The answer comes first, so that it is not lost when a disk fills up under the files.
  world.stdout.write(options.json === '-' ? renderJson(summary) : answerText(summary, samples, world));
  if (options.csv !== undefined) writeTables(options.csv, summary, samples, world);
  if (options.charts !== undefined) await writeCharts(options.charts, summary, samples, world);
  if (options.json !== undefined && options.json !== '-') world.files.write(options.json, renderJson(summary));
  if (summary.end.reason === 'interrupted') return EXIT.interrupted;
  const isBroken = isAnyObjectiveMissed(summary) || summary.readiness?.isReady === false;
  return options.check && isBroken ? EXIT.objectiveMissed : EXIT.done;
}

function answerText(summary: Summary, samples: RunSamples, world: World): string {
  return renderText(summary, { style: styleFor(world.stdout, world), shapes: metricShapes(summary, samples) });
}

function writeTables(folder: string, summary: Summary, samples: RunSamples, { files }: World): void {
  files.write(join(folder, 'metrics.csv'), renderMetricsCsv(summary));
  files.write(join(folder, 'steps.csv'), renderStepsCsv(summary));
  files.write(join(folder, 'incidents.csv'), renderIncidentsCsv(samples.head));
  files.write(join(folder, 'uncertainty.csv'), renderUncertaintyCsv(summary));
}

async function writeCharts(folder: string, summary: Summary, samples: RunSamples, { files }: World): Promise<void> {
  for (const metric of Object.keys(summary.metrics)) {
    const svg = await renderSvg(standalone(exceedance(summary, metricCurve(summary, samples, metric)), LIGHT));
    files.write(join(folder, `${metric}.svg`), svg);
  }
}

function isAnyObjectiveMissed({ metrics }: Summary): boolean {
  return Object.values(metrics).some(({ objectives }) => objectives.some(({ verdict }) => verdict === 'missed'));
}
