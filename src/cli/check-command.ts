import type { Argv } from 'yargs';
import { renderCheckJunit } from '../report/check/render-check-junit.js';
import { renderCheckMarkdown } from '../report/check/render-check-markdown.js';
import { renderCheckSarif } from '../report/check/render-check-sarif.js';
import { renderCheckText } from '../report/check/render-check-text.js';
import { jsonText } from '../report/json-text.js';
import { checkAgainst, type EarlierResult } from '../study/check/check-against.js';
import { checkPlan } from '../study/check/check-plan.js';
import type { CheckReport } from '../study/check/check-report.js';
import type { Requirement } from '../study/check/requirement.js';
import { summariseSamples } from '../study/summarise.js';
import { summaryContext } from '../study/summary-context.js';
import { VERSION } from '../version.js';
import { answerOptions, type AnswerOptions } from './answer-options.js';
import type { Command } from './command.js';
import { drawOptions, requireDrawNumbers, type DrawOptions } from './draw-options.js';
import { EXIT, type ExitCode } from './exit-code.js';
import { playUncertainty } from './played-draws.js';
import { lastGiven } from './last-given.js';
import { compileFile, playCompiled, requireSeedAndWorkers, type CompiledStudy } from './played-study.js';
import { readResult } from './read-result.js';
import { Refusal } from './refusal.js';
import { requireRequirement } from './require-requirement.js';
import { requireTargets } from './require-targets.js';
import { placeInScenario, sha256Of } from './scenario-file.js';
import { styleFor } from './terminal-style.js';
import type { World } from './world.js';

interface CheckOptions extends Omit<AnswerOptions, 'seed'>, DrawOptions {
  readonly seed: string | undefined;
  readonly precision: string | undefined;
  readonly require: readonly string[];
  readonly undecided: 'pass' | 'fail';
  readonly against: string | undefined;
  readonly junit: string | undefined;
  readonly sarif: string | undefined;
  readonly markdown: string | undefined;
}

/** `drillcast check`: whether a plan keeps what is asked of it, for continuous integration. */
export const checkCommand: Command<CheckOptions> = {
  usage: 'check <scenario>',
  summary: 'Hold a scenario against its objectives and further requirements; ends with 1 on a miss',
  options: checkOptions,
  run: check,
};

function checkOptions(parser: Argv): Argv<CheckOptions> {
  const file = (describe: string) =>
    ({ type: 'string', requiresArg: true, coerce: lastGiven<string | undefined>, describe }) as const;
  return drawOptions(answerOptions(parser), 'as in "run"')
    .parserConfiguration({ 'duplicate-arguments-array': true })
    .option('seed', { type: 'string', requiresArg: true, default: undefined, defaultDescription: '1' })
    .option('precision', file('As in "run"'))
    .option('require', {
      type: 'string',
      array: true,
      nargs: 1,
      default: [] as string[],
      defaultDescription: 'none',
      describe: 'A further requirement, such as "p95(rto) <= 24h"; may be given several times',
    })
    .option('undecided', {
      choices: ['pass', 'fail'] as const,
      default: 'pass' as const,
      describe: 'Whether an undecided item passes or fails',
    })
    .option('against', file('A result of "run --json": tells what has moved since, on the same luck'))
    .option('junit', file('Write JUnit XML to this file'))
    .option('sarif', file('Write SARIF to this file'))
    .option('markdown', file('Write Markdown to this file; - for standard output, instead of the text'));
}

async function check(options: CheckOptions, world: World): Promise<ExitCode> {
  const { json, junit, sarif, markdown } = options;
  if (json === '-' && markdown === '-') throw new Refusal('--json and --markdown: only one can go to standard output');
  for (const target of [json, junit, sarif, markdown]) requireTargets(target, [], world);
  const study = compileFile(options.scenario, world);
  const requirements = options.require.map((text) => requireRequirement(text, study, '--require'));
  const earlier = options.against === undefined ? undefined : readResult(options.against, world.files);
  const report = await playCheck(options, { study, requirements, earlier }, world);
  world.stdout.write(answerOf(report, options, world));
  const isUndecidedFailure = options.undecided === 'fail';
  const write = (path: string | undefined, render: () => string): void => {
    if (path !== undefined && path !== '-') world.files.write(path, render());
  };
  write(json, () => jsonText(report));
  write(junit, () => renderCheckJunit(report, { isUndecidedFailure }));
  write(sarif, () => renderCheckSarif(report, { isUndecidedFailure }));
  write(markdown, () => renderCheckMarkdown(report));
  if (report.end.reason === 'interrupted') return EXIT.interrupted;
  const isFailed = report.verdict === 'missed' || (report.verdict === 'undecided' && isUndecidedFailure);
  return isFailed ? EXIT.objectiveMissed : EXIT.done;
}

function answerOf(report: CheckReport, { json, markdown }: CheckOptions, world: World): string {
  if (json === '-') return jsonText(report);
  if (markdown === '-') return renderCheckMarkdown(report);
  return renderCheckText(report, styleFor(world.stdout, world));
}

/** Against an earlier result the same incidents are played, unless others are asked for. */
async function playCheck(
  { scenario: file, against, ...options }: CheckOptions,
  known: {
    readonly study: CompiledStudy;
    readonly requirements: readonly Requirement[];
    readonly earlier: EarlierResult | undefined;
  },
  world: World,
): Promise<CheckReport> {
  const { study, requirements, earlier } = known;
  const { incidents, precision } = options;
  const isFree = incidents === undefined && precision === undefined;
  const numbers = {
    ...options,
    incidents: isFree && earlier !== undefined ? String(earlier.incidents) : incidents,
    seed: options.seed ?? String(earlier?.seed ?? 1),
  };
  const asked = requireDrawNumbers(options);
  const { samples, end } = await playCompiled(study, numbers, world);
  const origin = { version: VERSION, file, sha256: sha256Of(study.scenario) };
  const sampled = summariseSamples(samples, { ...summaryContext(study.scenario, origin), end });
  const run = { ...requireSeedAndWorkers(numbers, world), incidents: samples.incidents };
  const { summary, drawn } = await playUncertainty(study, { summary: sampled, asked }, run, world);
  return checkPlan(
    { scenario: study.scenario, samples, summary },
    {
      requirements,
      drawn,
      placeOf: (path) => placeInScenario(file, world.files, path),
      against: earlier === undefined || against === undefined ? null : checkAgainst(against, earlier, summary),
    },
  );
}
