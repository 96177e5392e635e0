import type { Argv } from 'yargs';
import { commandLines } from '../report/command-lines.js';
import { dayText } from '../review/age-text.js';
import { composeReview } from '../review/compose-review.js';
import { renderReviewJson } from '../review/review-json.js';
import { shownFile } from '../review/shown-file.js';
import { parseCalendarDate } from '../units/calendar-date.js';
import type { Instant } from '../units/quantity.js';
import { localDate, startOfDay } from '../units/time-zone.js';
import { answerOptions, type AnswerOptions } from './answer-options.js';
import type { Command } from './command.js';
import { drawOptions, requireDrawNumbers, USUAL_ASSUMPTIONS_COUNT, type DrawOptions } from './draw-options.js';
import { openDrills } from './drill-files.js';
import { presentInstant } from './drill-log-file.js';
import { EXIT, type ExitCode } from './exit-code.js';
import { lastGiven } from './last-given.js';
import { playReview, type ReviewQuestion } from './played-review.js';
import { compileFile, requireKeptNumbers } from './played-study.js';
import { Stages } from './progress.js';
import { readEarlierReview } from './read-earlier-review.js';
import { readSizing } from './read-sizing.js';
import { Refusal } from './refusal.js';
import { requireReviewTargets, writeReview, type ReviewTargets } from './review-output.js';
import { openTemplate } from './review-template-file.js';
import type { World } from './world.js';

interface ReportOptions extends AnswerOptions, ReviewTargets, DrawOptions {
  readonly compare: readonly string[];
  readonly drills: readonly string[];
  readonly since: string | undefined;
  readonly sizing: string | undefined;
  readonly 'as-of': string | undefined;
  readonly template: string | undefined;
}

/** `drillcast report`: writes the document of a review. */
export const reportCommand: Command<ReportOptions> = {
  usage: 'report <scenario>',
  summary: 'Write the document of a DR review: one page of HTML, Markdown, and a record for the next one',
  options: reportOptions,
  run: writeReport,
};

function reportOptions(parser: Argv): Argv<ReportOptions> {
  const file = (describe: string) =>
    ({ type: 'string', requiresArg: true, coerce: lastGiven<string | undefined>, describe }) as const;
  const several = (describe: string) =>
    ({
      type: 'string',
      array: true,
      default: [] as string[],
      defaultDescription: 'none',
      requiresArg: true,
      describe,
    }) as const;
  return drawOptions(answerOptions(parser), '200 where a scenario has "counts-as"')
    .parserConfiguration({ 'duplicate-arguments-array': true })
    .option('compare', several('Other scenarios that it is held against'))
    .option('drills', several('Drill files, or folders of them'))
    .option('since', file('The JSON of an earlier review, or result of "run", to tell what changed'))
    .option('sizing', file('The JSON of a sizing ("size --json"), to show what keeps the promises at the lowest cost'))
    .option('as-of', file('The day of the review, YYYY-MM-DD, on which ages and readiness are judged [default: today]'))
    .option('html', file('Write the review as one HTML file that needs nothing else'))
    .option('markdown', file('Write it as Markdown; - for standard output, where it goes when no file is named'))
    .option('pdf', file('Write it as PDF, printed by a Chromium, Chrome or Edge that is found'))
    .option('charts', file('Write every chart as a Vega-Lite specification, SVG and PNG into this folder'))
    .option('template', file('A file with your title, logo and sections of your own'))
    .option('live', {
      type: 'boolean',
      default: true,
      describe:
        'Charts of the page answer to the pointer; --no-live for a page without scripts, half a megabyte smaller',
    })
    .option('json', file('Write the record for the review after this one; - for standard output'));
}

/** The parts of the work that `playReview` begins, and the writing. */
const STAGES = 5;

async function writeReport(options: ReportOptions, world: World): Promise<ExitCode> {
  const browser = requireReviewTargets(options, world);
  const template = options.template === undefined ? undefined : openTemplate(options.template, world);
  const stages = new Stages(world, STAGES);
  try {
    const review = await playReview(readQuestion(options, stages, world), world);
    stages.begin('drawing and writing');
    const document = composeReview(review, template);
    await writeReview(document, options, { record: renderReviewJson(review), browser, world });
  } finally {
    stages.clear();
  }
  return EXIT.done;
}

/** All is read before anything is played, so that a problem in the last file costs no time. */
function readQuestion(options: ReportOptions, stages: Stages, world: World): ReviewQuestion {
  const numbers = requireKeptNumbers(options, world);
  const [study, ...others] = [options.scenario, ...options.compare].map((file) => ({
    file,
    ...compileFile(file, world),
  }));
  const asOf = readDay(options['as-of'], study.scenario.timezone, world);
  return {
    study,
    others,
    drills: options.drills.length === 0 ? undefined : openDrills(options.drills, world),
    since: options.since === undefined ? undefined : readEarlierReview(options.since, world.files),
    sizing: options.sizing === undefined ? undefined : readSizing(options.sizing, study, world.files),
    asOf,
    numbers,
    asked: requireDrawNumbers(options),
    command: replayLines(options, numbers, dayText(asOf, study.scenario.timezone)),
    stages,
  };
}

/**
 * The day of the review: today, unless another is said.
 *
 * @throws Refusal when it is no day.
 */
function readDay(text: string | undefined, timezone: string, world: World): Instant {
  if (text === undefined) return startOfDay(localDate(presentInstant(world), timezone), timezone);
  const date = parseCalendarDate(text);
  if (date === undefined) {
    throw new Refusal(`--as-of: expected a day such as 2026-11-27, found "${text}"`, 'write YYYY-MM-DD');
  }
  return startOfDay(date, timezone);
}

function replayLines(
  { scenario, compare, drills, since, sizing, draws, 'assumptions-count': counts }: ReportOptions,
  { incidents, seed }: ReviewQuestion['numbers'],
  day: string,
): readonly string[] {
  const words = [
    ...['drillcast', 'report', shownFile(scenario)],
    ...compare.flatMap((file) => ['--compare', shownFile(file)]),
    ...drills.flatMap((file) => ['--drills', shownFile(file)]),
    ...(since === undefined ? [] : ['--since', shownFile(since)]),
    ...(sizing === undefined ? [] : ['--sizing', shownFile(sizing)]),
    ...(draws === undefined ? [] : ['--draws', draws]),
    ...(Number(counts) === USUAL_ASSUMPTIONS_COUNT ? [] : ['--assumptions-count', counts]),
    ...['--as-of', day, '--incidents', String(incidents), '--seed', String(seed), '--html', 'review.html'],
  ];
  return commandLines(words, 80);
}
