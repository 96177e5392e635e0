import type { Argv } from 'yargs';
import { renderTimeline } from '../report/render-timeline.js';
import { renderTraceJson } from '../report/render-trace-json.js';
import { metricNames } from '../study/metric-columns.js';
import type { Trace } from '../study/trace.js';
import { traceIncident } from '../study/trace-incident.js';
import { answerOptions, type AnswerOptions } from './answer-options.js';
import type { Command } from './command.js';
import { EXIT, type ExitCode } from './exit-code.js';
import { incidentAtQuantile, metricIndex, readIncidentChoice, type IncidentChoice } from './incident-choice.js';
import { compileFile, playPlan, requireKeptNumbers } from './played-study.js';
import { styleFor } from './terminal-style.js';
import type { World } from './world.js';

interface TraceOptions extends AnswerOptions {
  readonly incident: string;
  readonly metric: string;
}

/** `drillcast trace`: tells one incident from the strike to the close. */
export const traceCommand: Command<TraceOptions> = {
  usage: 'trace <scenario>',
  summary: 'Tell one incident of a run as a timeline',
  options: traceOptions,
  run: trace,
};

function traceOptions(parser: Argv): Argv<TraceOptions> {
  return answerOptions(parser)
    .option('incident', {
      type: 'string',
      demandOption: true,
      requiresArg: true,
      describe: 'Its number, counted from 0, or p50, p95, p99 or worst of the run',
    })
    .option('metric', {
      type: 'string',
      default: 'rto',
      requiresArg: true,
      describe: 'By which metric incidents are put in order: rto, rpo, rtt, rpo.<surface>',
    });
}

async function trace(options: TraceOptions, world: World): Promise<ExitCode> {
  const told = await toldIncident(options, readIncidentChoice(options.incident), world);
  if (options.json !== undefined && options.json !== '-') world.files.write(options.json, renderTraceJson(told));
  const style = styleFor(world.stdout, world);
  world.stdout.write(options.json === '-' ? renderTraceJson(told) : renderTimeline(told, { style }));
  return EXIT.done;
}

/** An incident of known number needs no run around it: it is what it is, whatever else is played. */
async function toldIncident(options: TraceOptions, choice: IncidentChoice, world: World): Promise<Trace> {
  const numbers = requireKeptNumbers(options, world);
  const { plan } = compileFile(options.scenario, world);
  const metric = metricIndex(options.metric, metricNames(plan));
  const incident =
    choice.kind === 'number'
      ? choice.incident
      : incidentAtQuantile((await playPlan(plan, numbers, world)).metrics[metric].values, choice.quantile);
  return traceIncident(plan, { seed: numbers.seed, incident });
}
