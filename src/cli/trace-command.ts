import type { Argv } from 'yargs';
import { metricLabel } from '../report/metric-label.js';
import { renderTimeline } from '../report/render-timeline.js';
import { renderTraceJson } from '../report/render-trace-json.js';
import { renderChromeTrace } from '../report/story/render-chrome-trace.js';
import { renderTabletop } from '../review/tabletop/render-tabletop.js';
import type { Scenario } from '../scenario/scenario.js';
import { metricNames } from '../study/metric-columns.js';
import type { Trace } from '../study/trace.js';
import { traceIncident } from '../study/trace-incident.js';
import { answerOptions, type AnswerOptions } from './answer-options.js';
import type { Command } from './command.js';
import { EXIT, type ExitCode } from './exit-code.js';
import { incidentAtQuantile } from '../study/incident-at-quantile.js';
import { metricIndex, readIncidentChoice, type IncidentChoice } from './incident-choice.js';
import { lastGiven } from './last-given.js';
import { compileFile, playPlan, requireKeptNumbers } from './played-study.js';
import { Refusal } from './refusal.js';
import { requireTargets } from './require-targets.js';
import { styleFor } from './terminal-style.js';
import type { World } from './world.js';

interface TraceOptions extends AnswerOptions {
  readonly incident: string | undefined;
  readonly worst: boolean;
  readonly metric: string;
  readonly chrome: string | undefined;
  readonly tabletop: string | undefined;
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
      requiresArg: true,
      describe: 'Its number, counted from 0, or p50, p95, p99 or worst of the run',
    })
    .option('worst', {
      type: 'boolean',
      default: false,
      describe: 'In place of --incident: those at P50, P95 and P99, one after the other',
    })
    .option('metric', {
      type: 'string',
      default: 'rto',
      requiresArg: true,
      describe: 'By which metric incidents are put in order: rto, rpo, rtt, rpo.<surface>',
    })
    .option('chrome', {
      type: 'string',
      requiresArg: true,
      coerce: lastGiven<string | undefined>,
      describe: 'Write the incident to this file as trace events, which Perfetto and chrome://tracing open',
    })
    .option('tabletop', {
      type: 'string',
      requiresArg: true,
      coerce: lastGiven<string | undefined>,
      describe: 'Write the incident to this file as the script of a tabletop exercise (Markdown)',
    });
}

async function trace(options: TraceOptions, world: World): Promise<ExitCode> {
  if (options.worst) return traceWorst(options, world);
  if (options.incident === undefined) {
    throw new Refusal('trace: no incident was asked for', 'write "--incident p95", or "--worst" for P50, P95 and P99');
  }
  const choice = readIncidentChoice(options.incident);
  requireTargets(options.json, [], world);
  requireFile('--chrome', options.chrome, world);
  requireFile('--tabletop', options.tabletop, world);
  const {
    scenario: { name, objectives },
    traces: [told],
  } = await toldIncidents(options, [choice], world);
  if (options.json !== undefined && options.json !== '-') world.files.write(options.json, renderTraceJson(told));
  if (options.chrome !== undefined) world.files.write(options.chrome, renderChromeTrace(told));
  if (options.tabletop !== undefined) {
    world.files.write(options.tabletop, renderTabletop(told, { name, file: options.scenario, objectives }));
  }
  const style = styleFor(world.stdout, world);
  world.stdout.write(options.json === '-' ? renderTraceJson(told) : renderTimeline(told, { style }));
  return EXIT.done;
}

/** @throws Refusal when it is no file that can be written. */
function requireFile(option: string, file: string | undefined, world: World): void {
  if (file === '-') throw new Refusal(`${option}: expected a file, found -`, `write "${option} ./incident"`);
  requireTargets(file, [], world);
}

/** From the middle into the tail: what is usual, and what goes wrong besides when it is not. */
async function traceWorst(options: TraceOptions, world: World): Promise<ExitCode> {
  if (options.incident !== undefined) throw new Refusal('trace: expected --incident or --worst, found both');
  for (const option of ['json', 'chrome', 'tabletop'] as const) {
    if (options[option] === undefined) continue;
    throw new Refusal(`trace: --${option} tells one incident`, 'write "--incident p95" in place of "--worst"');
  }
  const words = ['p50', 'p95', 'p99'];
  const { traces: told } = await toldIncidents(options, words.map(readIncidentChoice), world);
  const style = styleFor(world.stdout, world);
  const stories = told.map((each, place) => {
    const heading = `${words[place].toUpperCase()} of ${metricLabel(options.metric)}`;
    return `${style.bold(heading)}\n\n${renderTimeline(each, { style })}`;
  });
  world.stdout.write(stories.join('\n'));
  return EXIT.done;
}

/** An incident of known number needs no run around it: it is what it is, whatever else is played. */
async function toldIncidents(
  options: TraceOptions,
  choices: readonly IncidentChoice[],
  world: World,
): Promise<{ readonly scenario: Scenario; readonly traces: readonly Trace[] }> {
  const numbers = requireKeptNumbers(options, world);
  const { scenario, plan } = compileFile(options.scenario, world);
  const metric = metricIndex(options.metric, metricNames(plan));
  const isAnySought = choices.some(({ kind }) => kind === 'quantile');
  const values = isAnySought ? (await playPlan(plan, numbers, world)).metrics[metric].values : new Float64Array(0);
  const traces = choices.map((choice) => {
    const incident = choice.kind === 'number' ? choice.incident : incidentAtQuantile(values, choice.quantile);
    return traceIncident(plan, { seed: numbers.seed, incident });
  });
  return { scenario, traces };
}
