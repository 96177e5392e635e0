import type { Argv } from 'yargs';
import { jsonText } from '../report/json-text.js';
import { renderSizingText } from '../report/size/render-sizing-text.js';
import { compile } from '../plan/compile.js';
import { varyText, type WrittenValue } from '../scenario/vary-text.js';
import { requirementOf } from '../study/check/check-plan.js';
import { judgeRequirement } from '../study/check/judge-requirement.js';
import type { Requirement } from '../study/check/requirement.js';
import { restoreTestAges } from '../study/check/restore-test-ages.js';
import { exactSamples } from '../study/run-samples.js';
import { choose, confidencePerJudgement, jointVerdict } from '../study/size/choose.js';
import { readVary, type VariedInput } from '../study/size/read-vary.js';
import type { Candidate, Sizing } from '../study/size/sizing.js';
import { CONFIDENCE, summarise } from '../study/summarise.js';
import { summaryContext } from '../study/summary-context.js';
import { VERSION } from '../version.js';
import { answerOptions, type AnswerOptions } from './answer-options.js';
import type { Command } from './command.js';
import { EXIT, type ExitCode } from './exit-code.js';
import {
  compileFile,
  compileFileBy,
  playPlan,
  requireKeptNumbers,
  type CompiledStudy,
  type RunNumbers,
} from './played-study.js';
import { Refusal } from './refusal.js';
import { requireRequirement } from './require-requirement.js';
import { requireTargets } from './require-targets.js';
import { isInScenario, sha256Of } from './scenario-file.js';
import { styleFor } from './terminal-style.js';
import type { World } from './world.js';

interface SizeOptions extends AnswerOptions {
  readonly vary: readonly string[];
  readonly meet: readonly string[];
}

/** Every combination is struck by so many. */
const USUAL_INCIDENTS = '20000';
const MOST_CANDIDATES = 500;

/** `drillcast size`: the combination of inputs that keeps the objectives at the lowest cost. */
export const sizeCommand: Command<SizeOptions> = {
  usage: 'size <scenario>',
  summary: 'Find what keeps the objectives at the lowest cost, among values of some inputs',
  options: sizeOptions,
  run: sizeScenario,
};

function sizeOptions(parser: Argv): Argv<SizeOptions> {
  const several = { type: 'string', array: true, nargs: 1, default: [] as string[] } as const;
  return answerOptions(parser)
    .parserConfiguration({ 'duplicate-arguments-array': true })
    .option('vary', {
      ...several,
      defaultDescription: 'none',
      describe: 'An input and its values: PATH=a|b|c, PATH=1..4, PATH=1h..2d; may be given several times',
    })
    .option('meet', {
      ...several,
      defaultDescription: 'the objectives of the file',
      describe: 'What must be kept, such as "p95(rto) <= 24h"; may be given several times',
    });
}

async function sizeScenario(options: SizeOptions, world: World): Promise<ExitCode> {
  const file = options.scenario;
  const numbers = requireKeptNumbers({ ...options, incidents: options.incidents ?? USUAL_INCIDENTS }, world);
  requireTargets(options.json, [], world);
  const study = compileFile(file, world);
  const currency = requireCurrency(file, study);
  const varied = requireVaried(options, world);
  const requirements = requireRequirements(options, study);
  // All are read before any is played, so that a problem in the last one costs no time.
  const studies = combinationsOf(varied).map((values) => ({ values, ...compileWith(file, varied, values, world) }));
  const confidence = confidencePerJudgement(CONFIDENCE, studies.length * requirements.length);
  const candidates: Candidate[] = [];
  for (const each of studies)
    candidates.push(await playCandidate(each, { file, requirements, numbers, confidence }, world));
  const sizing: Sizing = {
    format: 'drillcast-sizing/1',
    tool: { name: 'drillcast', version: VERSION },
    scenario: { name: study.scenario.name, file, sha256: sha256Of(study.scenario) },
    seed: numbers.seed,
    incidents: numbers.incidents,
    confidence: CONFIDENCE,
    varied,
    requirements: requirements.map(({ text }) => text),
    currency,
    chosen: choose(candidates),
    candidates,
  };
  const style = styleFor(world.stdout, world);
  world.stdout.write(
    options.json === '-' ? jsonText(sizing) : renderSizingText(sizing, { style, requirements, meet: options.meet }),
  );
  if (options.json !== undefined && options.json !== '-') world.files.write(options.json, jsonText(sizing));
  return EXIT.done;
}

function requireCurrency(file: string, { scenario: { costs } }: CompiledStudy): string {
  if (costs !== undefined) return costs.currency;
  throw new Refusal(`${file}: expected prices to find the lowest cost by, found none`, 'add "costs:" to the scenario');
}

function requireRequirements({ scenario: file, meet }: SizeOptions, study: CompiledStudy): readonly Requirement[] {
  const requirements =
    meet.length > 0
      ? meet.map((text) => requireRequirement(text, study, '--meet'))
      : study.scenario.objectives.map(requirementOf);
  if (requirements.length > 0) return requirements;
  throw new Refusal(`${file}: expected objectives to keep, found none`, 'write for instance --meet "p95(rto) <= 24h"');
}

function requireVaried({ scenario: file, vary }: SizeOptions, world: World): readonly VariedInput[] {
  if (vary.length === 0) {
    throw new Refusal(
      '--vary: expected an input to vary, found none',
      'write for instance --vary "people.engineers.count=1..4"',
    );
  }
  const varied = vary.map((text) => {
    const input = readVary(text);
    if (input === undefined) {
      throw new Refusal(
        `--vary: expected PATH=a|b|c, PATH=1..4 or PATH=1h..2d, found "${text}"`,
        'put different values, or a range from low to high, behind the "="',
      );
    }
    if (isInScenario(file, world.files, input.path)) return input;
    throw new Refusal(
      `--vary: expected an input that ${file} or what it extends states, found "${input.path.join('.')}"`,
      'write its keys from the top of the file, with dots between them',
    );
  });
  const paths = varied.map(({ path }) => path.join('.'));
  const twice = paths.find((path, i) => paths.indexOf(path) < i);
  if (twice !== undefined) throw new Refusal(`--vary: expected every input once, found "${twice}" twice`);
  const count = varied.reduce((product, { values }) => product * values.length, 1);
  if (count <= MOST_CANDIDATES) return varied;
  throw new Refusal(`--vary: expected at most ${MOST_CANDIDATES} combinations, found ${count}`, 'list fewer values');
}

/** Of each input one value; those of the last input change fastest. */
function combinationsOf(varied: readonly VariedInput[]): readonly (readonly string[])[] {
  return varied.reduce<readonly (readonly string[])[]>(
    (before, { values }) => before.flatMap((chosen) => values.map((value) => [...chosen, value])),
    [[]],
  );
}

/** The problems of a combination are worded as those of a file that says so. */
function compileWith(
  file: string,
  varied: readonly VariedInput[],
  values: readonly string[],
  world: World,
): CompiledStudy {
  const written: readonly WrittenValue[] = varied.map(({ path }, i) => ({ path, value: values[i] }));
  return compileFileBy(compile, file, world, (text) => {
    const edited = varyText(text, written);
    if (edited === undefined) throw new Refusal('--vary: expected keys above the input, found a value or an alias');
    return edited;
  });
}

async function playCandidate(
  { scenario, plan, values }: CompiledStudy & { readonly values: readonly string[] },
  asked: {
    readonly file: string;
    readonly requirements: readonly Requirement[];
    readonly numbers: RunNumbers;
    readonly confidence: number;
  },
  world: World,
): Promise<Candidate> {
  const { file, requirements, numbers, confidence } = asked;
  const outcomes = await playPlan(plan, numbers, world);
  const summary = summarise(outcomes, summaryContext(scenario, { version: VERSION, file, sha256: sha256Of(scenario) }));
  const costPerYear = summary.costs?.perYear;
  if (costPerYear === undefined || costPerYear === null) {
    throw new Refusal(
      `${file}: expected a cost per year, found none`,
      'say how often each kind of incident strikes, and what one without a recovery costs',
    );
  }
  const run = {
    samples: exactSamples(outcomes),
    summary: { ...summary, confidence },
    testAges: restoreTestAges(scenario),
  };
  const findings = requirements.map((requirement) => {
    const { value, low, high, verdict } = judgeRequirement(requirement, run);
    return { value, low, high, verdict };
  });
  return { values, costPerYear, verdict: jointVerdict(findings.map(({ verdict }) => verdict)), findings };
}
