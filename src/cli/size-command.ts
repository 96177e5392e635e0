import { join } from 'node:path';
import type { Argv } from 'yargs';
import { frontierFigures } from '../report/charts/frontier.js';
import { standalone } from '../report/charts/figure.js';
import { LIGHT } from '../report/charts/palette.js';
import { renderSvg } from '../report/charts/render-svg.js';
import { jsonText } from '../report/json-text.js';
import { renderSizingCsv } from '../report/size/render-sizing-csv.js';
import { renderSizingText } from '../report/size/render-sizing-text.js';
import type { Requirement } from '../study/check/requirement.js';
import type { Sizing } from '../study/size/sizing.js';
import { parseShare } from '../units/parse-share.js';
import { playOptions, type PlayOptions } from './answer-options.js';
import type { Command } from './command.js';
import { drawOptions, requireDrawNumbers, type DrawOptions } from './draw-options.js';
import { EXIT, type ExitCode } from './exit-code.js';
import { lastGiven } from './last-given.js';
import { playSizing } from './played-sizing.js';
import { requireKept, requireRunNumbers } from './played-study.js';
import { Refusal } from './refusal.js';
import { requireTargets } from './require-targets.js';
import { requireSizing } from './sizing-question.js';
import { styleFor } from './terminal-style.js';
import type { World } from './world.js';

interface SizeOptions extends PlayOptions, DrawOptions {
  readonly scenario: readonly string[];
  readonly vary: readonly string[];
  readonly meet: readonly string[];
  readonly minimise: string;
  readonly tolerance: string;
  readonly csv: string | undefined;
  readonly charts: string | undefined;
}

/** Every combination is struck by so many at most. */
const USUAL_INCIDENTS = '32768';
const USUAL_TOLERANCE = '1%';

/** `drillcast size`: the combination of inputs that keeps the objectives at the lowest cost. */
export const sizeCommand: Command<SizeOptions> = {
  usage: 'size <scenario..>',
  summary: 'Find what keeps the objectives at the lowest cost, among values of some inputs',
  options: sizeOptions,
  run: sizeScenarios,
};

function sizeOptions(parser: Argv): Argv<SizeOptions> {
  const several = { type: 'string', array: true, nargs: 1, default: [] as string[] } as const;
  const once = { type: 'string', requiresArg: true } as const;
  return drawOptions(playOptions(parser), '200 where a scenario has "counts-as"')
    .parserConfiguration({ 'duplicate-arguments-array': true })
    .positional('scenario', {
      type: 'string',
      array: true,
      demandOption: true,
      describe: 'Scenario files, or names of some that come with Drillcast; several are told apart by their cost, too',
    })
    .option('vary', {
      ...several,
      defaultDescription: 'none',
      describe: 'An input and its values: PATH=a|b|c, PATH=1..4, PATH=1h..2d; may be given several times',
    })
    .option('meet', {
      ...several,
      defaultDescription: 'the objectives of the first file',
      describe: 'What must be kept, such as "p95(rto) <= 24h"; may be given several times',
    })
    .option('minimise', {
      ...once,
      default: 'cost',
      coerce: lastGiven<string>,
      describe: 'What is to be small: "cost", or the path of an input that is varied',
    })
    .option('tolerance', {
      ...once,
      default: USUAL_TOLERANCE,
      coerce: lastGiven<string>,
      describe: 'Share of its cost by which the chosen one may be dearer than the best',
    })
    .option('csv', {
      ...once,
      coerce: lastGiven<string | undefined>,
      describe: 'Write sizing.csv into this folder',
    })
    .option('charts', {
      ...once,
      coerce: lastGiven<string | undefined>,
      describe: 'Write charts (SVG) into this folder',
    });
}

async function sizeScenarios(options: SizeOptions, world: World): Promise<ExitCode> {
  const numbers = requireRunNumbers({ ...options, incidents: options.incidents ?? USUAL_INCIDENTS }, world);
  requireTargets(
    options.json,
    [
      ['--csv', options.csv, 'sizing.csv'],
      ['--charts', options.charts, 'frontier-rto.svg'],
    ],
    world,
  );
  const asked = requireDrawNumbers(options);
  const tolerance = toleranceShare(options.tolerance);
  const question = requireSizing({ ...options, files: options.scenario }, { ...numbers, tolerance }, world);
  const { combinations } = question;
  requireKept('--incidents', combinations.length * numbers.incidents, 'play fewer incidents, or list fewer values');
  const sizing = await playSizing({ ...question, asked }, numbers, world);
  // The answer comes first, so that it is not lost when a disk fills up under the files.
  const answer = { sizing, requirements: question.requirements };
  world.stdout.write(options.json === '-' ? jsonText(sizing) : textOf(answer, options, world));
  await writeFiles(answer, options, world);
  return sizing.end === 'interrupted' ? EXIT.interrupted : EXIT.done;
}

/** A sizing, and what it was to keep. */
interface SizingAnswer {
  readonly sizing: Sizing;
  readonly requirements: readonly Requirement[];
}

function textOf({ sizing, requirements }: SizingAnswer, { meet }: SizeOptions, world: World): string {
  return renderSizingText(sizing, { style: styleFor(world.stdout, world), requirements, meet });
}

async function writeFiles(
  { sizing, requirements }: SizingAnswer,
  { json, csv, charts }: SizeOptions,
  { files }: World,
): Promise<void> {
  if (csv !== undefined) files.write(join(csv, 'sizing.csv'), renderSizingCsv(sizing));
  if (charts !== undefined) {
    for (const figure of frontierFigures(sizing, requirements)) {
      files.write(join(charts, `${figure.name}.svg`), await renderSvg(standalone(figure, LIGHT)));
    }
  }
  if (json !== undefined && json !== '-') files.write(json, jsonText(sizing));
}

function toleranceShare(text: string): number {
  const parsed = parseShare(text);
  if (parsed.kind === 'read' && parsed.value <= 0.5) return parsed.value;
  throw new Refusal(`--tolerance: expected a share from 0% to 50%, found ${text}`, 'write --tolerance 1%');
}
