import { compile } from '../plan/compile.js';
import { varyText, type WrittenValue } from '../scenario/vary-text.js';
import { requirementOf } from '../study/check/check-plan.js';
import type { Requirement } from '../study/check/requirement.js';
import type { Combination } from '../study/size/candidate-run.js';
import { readVary, type VariedInput } from '../study/size/read-vary.js';
import type { SizingQuestion } from '../study/size/sizing-study.js';
import type { Summary } from '../study/summary.js';
import { summaryContext } from '../study/summary-context.js';
import { VERSION } from '../version.js';
import { compileFile, compileFileBy, type CompiledStudy, type RunNumbers } from './played-study.js';
import { Refusal } from './refusal.js';
import { requireRequirement } from './require-requirement.js';
import { isInScenario, sha256Of } from './scenario-file.js';
import type { World } from './world.js';

/** All that a sizing needs before anything is played. */
export interface AskedSizing extends SizingQuestion {
  readonly combinations: readonly Combination[];
  readonly scenarios: readonly Summary['scenario'][];
  readonly currency: string;
}

/** What a reader asks, as it was written. */
interface WrittenQuestion {
  readonly files: readonly string[];
  readonly vary: readonly string[];
  readonly meet: readonly string[];
  readonly minimise: string;
}

const MOST_CANDIDATES = 500;
const MOST_SCENARIOS = 8;
const COST = 'cost';

/**
 * Reads what is asked, and every combination as a file that says so: a problem in the last of them costs no time.
 *
 * @throws Refusal when something is no question, or a combination has problems.
 */
export function requireSizing(
  { files, vary, meet, minimise }: WrittenQuestion,
  numbers: Pick<RunNumbers, 'seed' | 'incidents'> & { readonly tolerance: number },
  world: World,
): AskedSizing {
  requireScenarios(files);
  const studies = files.map((file) => ({ file, ...compileFile(file, world) }));
  const currency = requireCurrency(studies);
  const varied = requireVaried(files, vary, world);
  const requirements = requireRequirements(studies, meet);
  const minimised = requireMinimised(minimise, files, varied, world);
  const choices = studies.flatMap((study, number) =>
    combinationsOf(varied, study.file, world).map((values) => ({ number, file: study.file, values })),
  );
  if (choices.length > MOST_CANDIDATES) {
    throw new Refusal(
      `--vary: expected at most ${MOST_CANDIDATES} combinations, found ${choices.length}`,
      'list fewer values',
    );
  }
  return {
    varied,
    requirements,
    minimise: minimised === undefined ? null : minimise,
    seed: numbers.seed,
    incidents: numbers.incidents,
    tolerance: numbers.tolerance,
    currency,
    scenarios: studies.map(({ file, scenario }) => ({ name: scenario.name, file, sha256: sha256Of(scenario) })),
    combinations: choices.map(({ number, file, values }) => {
      const { scenario, plan } = compileWith(file, varied, values, world);
      const origin = { version: VERSION, file, sha256: sha256Of(scenario) };
      const order = minimised === undefined ? 0 : varied[minimised].values.indexOf(values[minimised] ?? '');
      return { number, values, order, scenario, plan, context: summaryContext(scenario, origin, plan) };
    }),
  };
}

function requireScenarios(files: readonly string[]): void {
  if (files.length <= MOST_SCENARIOS && new Set(files).size === files.length) return;
  throw new Refusal(`size: expected from 1 to ${MOST_SCENARIOS} different scenarios, found ${files.join(', ')}`);
}

type NamedStudy = CompiledStudy & { readonly file: string };

function requireCurrency(studies: readonly NamedStudy[]): string {
  const currencies = studies.map(({ file, scenario: { costs } }) => {
    if (costs !== undefined) return costs.currency;
    throw new Refusal(
      `${file}: expected prices to find the lowest cost by, found none`,
      'add "costs:" to the scenario',
    );
  });
  if (new Set(currencies).size === 1) return currencies[0];
  throw new Refusal(`size: expected prices in one currency, found ${currencies.join(', ')}`);
}

function requireRequirements(studies: readonly NamedStudy[], meet: readonly string[]): readonly Requirement[] {
  const [first] = studies;
  if (meet.length > 0) {
    // What is asked must be known of every scenario.
    return studies.map((study) => meet.map((text) => requireRequirement(text, study, '--meet')))[0];
  }
  const requirements = first.scenario.objectives.map(requirementOf);
  if (requirements.length > 0) return requirements;
  throw new Refusal(
    `${first.file}: expected objectives to keep, found none`,
    'write for instance --meet "p95(rto) <= 24h"',
  );
}

function requireVaried(files: readonly string[], vary: readonly string[], world: World): readonly VariedInput[] {
  if (vary.length === 0 && files.length === 1) {
    throw new Refusal(
      '--vary: expected an input to vary, found none',
      'write for instance --vary "people.engineers.count=1..4"',
    );
  }
  const varied = vary.map((text) => requireInput(text, files, world));
  const paths = varied.map(({ path }) => path.join('.'));
  const twice = paths.find((path, i) => paths.indexOf(path) < i);
  if (twice !== undefined) throw new Refusal(`--vary: expected every input once, found "${twice}" twice`);
  return varied;
}

function requireInput(text: string, files: readonly string[], world: World): VariedInput {
  const input = readVary(text);
  if (input === undefined) {
    throw new Refusal(
      `--vary: expected PATH=a|b|c, PATH=1..4, PATH=1h..2d or PATH=100MiB/s..1GiB/s, found "${text}"`,
      'put different values, or a range from low to high, behind the "="',
    );
  }
  if (files.some((file) => isInScenario(file, world.files, input.path))) return input;
  throw new Refusal(
    `--vary: expected an input that ${files.join(', ')} or what it extends states, found "${input.path.join('.')}"`,
    'write its keys from the top of the file, with dots between them',
  );
}

/** Number of the varied input of which as little as possible is to be had; undefined where the cost alone decides. */
function requireMinimised(
  minimise: string,
  files: readonly string[],
  varied: readonly VariedInput[],
  world: World,
): number | undefined {
  if (minimise === COST) return undefined;
  const at = varied.findIndex(({ path }) => path.join('.') === minimise);
  if (at >= 0 && files.every((file) => isInScenario(file, world.files, varied[at].path))) return at;
  throw new Refusal(
    `--minimise: expected "cost" or an input that is varied in every scenario, found "${minimise}"`,
    'write its path as behind --vary',
  );
}

/** Of each input that the file states one value, null for the others; those of the last input change fastest. */
function combinationsOf(
  varied: readonly VariedInput[],
  file: string,
  world: World,
): readonly (readonly (string | null)[])[] {
  return varied.reduce<readonly (readonly (string | null)[])[]>(
    (before, { path, values }) => {
      const own = isInScenario(file, world.files, path) ? values : [null];
      return before.flatMap((chosen) => own.map((value) => [...chosen, value]));
    },
    [[]],
  );
}

/** The problems of a combination are worded as those of a file that says so. */
function compileWith(
  file: string,
  varied: readonly VariedInput[],
  values: readonly (string | null)[],
  world: World,
): CompiledStudy {
  const written = varied.flatMap(({ path }, i): readonly WrittenValue[] => {
    const value = values[i];
    return value === null ? [] : [{ path, value }];
  });
  return compileFileBy(compile, file, world, (text) => {
    const edited = varyText(text, written);
    if (edited === undefined) throw new Refusal('--vary: expected keys above the input, found a value or an alias');
    return edited;
  });
}
