import { join } from 'node:path';
import type { Argv } from 'yargs';
import { renderExplanationCsvs } from '../report/explain/render-explanation-csv.js';
import { renderExplanationText } from '../report/explain/render-explanation-text.js';
import { jsonText } from '../report/json-text.js';
import type { ExplainQuestion } from '../study/explain/explain.js';
import { EXPLAINED_METRICS, type ExplainedMetric } from '../study/explain/path-outcomes.js';
import { CONFIDENCE } from '../study/summarise.js';
import { QUANTILES, type QuantileName } from '../study/summary.js';
import { answerOptions, type AnswerOptions } from './answer-options.js';
import type { Command } from './command.js';
import { EXIT, type ExitCode } from './exit-code.js';
import { lastGiven } from './last-given.js';
import { wholeNumber } from './number-option.js';
import { playExplanation } from './played-explanation.js';
import { compileFile, requireSeedAndWorkers, type RunNumbers } from './played-study.js';
import { Refusal } from './refusal.js';
import { requireTargets } from './require-targets.js';
import { styleFor } from './terminal-style.js';
import type { World } from './world.js';

interface ExplainOptions extends AnswerOptions {
  readonly metric: string | undefined;
  readonly quantile: string;
  readonly csv: string | undefined;
}

/** Every plan that is tried is struck by so many: a hundred plans, and the P95 of each. */
const USUAL_INCIDENTS = '8192';
/** A tail of fewer than a handful explains nothing; of more, a hundred columns of their values fill the memory. */
const LEAST_INCIDENTS = 200;
const MOST_INCIDENTS = 200_000;

/** `drillcast explain`: says what drives the result, and what would change it. */
export const explainCommand: Command<ExplainOptions> = {
  usage: 'explain <scenario>',
  summary: 'Say what drives the result, what does not matter, and what would change it',
  options: explainOptions,
  run: explainScenario,
};

function explainOptions(parser: Argv): Argv<ExplainOptions> {
  return answerOptions(parser)
    .option('incidents', {
      type: 'string',
      defaultDescription: USUAL_INCIDENTS,
      requiresArg: true,
      coerce: lastGiven<string>,
      describe: 'How many incidents strike each plan that is tried',
    })
    .option('metric', {
      type: 'string',
      requiresArg: true,
      coerce: lastGiven<string | undefined>,
      describe: 'Explain this metric alone: rto, rpo or rtt; all three without it',
    })
    .option('quantile', {
      type: 'string',
      default: 'p95',
      requiresArg: true,
      coerce: lastGiven<string>,
      describe: 'The quantile to explain: p50, p75, p90, p95 or p99',
    })
    .option('csv', {
      type: 'string',
      requiresArg: true,
      coerce: lastGiven<string | undefined>,
      describe: 'Write parts.csv, inputs.csv, tornado.csv and changes.csv into this folder',
    });
}

async function explainScenario(options: ExplainOptions, world: World): Promise<ExitCode> {
  const question = readQuestion(options);
  const numbers: RunNumbers = {
    incidents: wholeNumber(options.incidents ?? USUAL_INCIDENTS, '--incidents', {
      from: LEAST_INCIDENTS,
      to: MOST_INCIDENTS,
    }),
    ...requireSeedAndWorkers(options, world),
    precision: undefined,
  };
  requireTargets(options.json, [['--csv', options.csv, 'parts.csv']], world);
  const study = { file: options.scenario, ...compileFile(options.scenario, world) };
  const explanation = await playExplanation(study, { question, numbers }, world);
  // The answer comes first, so that it is not lost when a disk fills up under the files.
  world.stdout.write(
    options.json === '-'
      ? jsonText(explanation)
      : renderExplanationText(explanation, {
          style: styleFor(world.stdout, world),
          asked: options.metric as ExplainedMetric | undefined,
        }),
  );
  if (options.csv !== undefined) {
    for (const [name, text] of Object.entries(renderExplanationCsvs(explanation))) {
      world.files.write(join(options.csv, name), text);
    }
  }
  if (options.json !== undefined && options.json !== '-') world.files.write(options.json, jsonText(explanation));
  return EXIT.done;
}

/** @throws Refusal when there is no such metric or quantile. */
function readQuestion({ metric, quantile }: ExplainOptions): ExplainQuestion {
  const known: readonly string[] = EXPLAINED_METRICS;
  if (metric !== undefined && !known.includes(metric)) {
    throw new Refusal(
      `--metric: expected one of ${known.join(', ')}; found "${metric}"`,
      metric.startsWith('rpo.') ? 'write "--metric rpo": its parts are the surfaces' : undefined,
    );
  }
  const offered = ['p50', 'p75', 'p90', 'p95', 'p99'];
  if (!(quantile in QUANTILES) || !offered.includes(quantile)) {
    throw new Refusal(`--quantile: expected one of ${offered.join(', ')}; found "${quantile}"`);
  }
  return {
    metrics: metric === undefined ? EXPLAINED_METRICS : [metric as ExplainedMetric],
    quantile: quantile as QuantileName,
    confidence: CONFIDENCE,
  };
}
