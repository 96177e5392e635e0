import type { Coverage, ForecastScore, ScoredValue, SubjectScore } from '../evidence/drills/forecast-score.js';
import { durationText } from '../units/duration-text.js';
import { metricLabel, metricsInReadingOrder } from './metric-label.js';
import { printable } from './printable.js';
import { pValueText } from './probability-text.js';
import { standingStyle, standingWord } from './score-words.js';
import type { Style } from './style.js';
import { fitLeft, fitRight } from './text-width.js';

const LABEL = 21;
/** Widths of the count, three quantiles, the median and the mean place. */
const WIDTHS = [7, 8, 8, 8, 8, 7];
const BLOCKS = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];

/** Metrics and steps: how many were measured, what was forecast, the middle of what came, and on which side that is. */
export function textStandings(score: ForecastScore, style: Style): readonly string[] {
  const titles = ['drills', 'P5', 'P50', 'P95', 'median', 'place'].map((title, cell) => fitRight(title, WIDTHS[cell]));
  const rows = [
    ...subjectsOf(score).map(([label, subject]) => standingRow(label, subject, style)),
    ...(score.steps.length === 0 ? [] : [style.dim('  steps')]),
    ...score.steps.map((step) => standingRow(printable(step.name), step, style)),
  ];
  if (subjectsOf(score).length + score.steps.length === 0) return [];
  return [
    style.bold(fitLeft('What came of it', LABEL)) + style.dim(`${titles.join('')}  verdict`),
    ...rows,
    style.dim('  P5 to P95 are forecast, the median is that of the drills; place is their mean'),
    style.dim('  place in the forecast, 50% for a right one. 9+2: two more broke off.'),
  ];
}

function standingRow(label: string, subject: SubjectScore, style: Style): string {
  const { measured, censored, forecast, median, meanPercentile, standing } = subject;
  const count = censored === 0 ? String(measured) : `${String(measured - censored)}+${String(censored)}`;
  const cells = [
    count,
    ...[forecast.p5, forecast.p50, forecast.p95].map((value) => (value === null ? 'never' : durationText(value))),
    median === null ? '–' : durationText(median),
    `${(100 * meanPercentile).toFixed(0)}%`,
  ].map((cell, place) => fitRight(cell, WIDTHS[place]));
  const word = standingStyle(standing, style)(standingWord(standing));
  return `  ${fitLeft(label, LABEL - 2)}${cells.join('')}  ${word}`;
}

const COVERAGE_CELL = 19;

/** How often the central intervals of the forecast held what came, with exact intervals. */
export function textCoverage(score: ForecastScore, style: Style): readonly string[] {
  const subjects = subjectsOf(score);
  if (subjects.length === 0) return [];
  const titles = subjects[0][1].coverage.map(({ level }) => fitRight(`${(level * 100).toFixed(0)}%`, COVERAGE_CELL));
  return [
    style.bold(fitLeft('The interval of', LABEL)) + style.dim(titles.join('')),
    ...subjects.map(
      ([label, { coverage }]) =>
        `  ${fitLeft(label, LABEL - 2)}${coverage.map((cell) => fitRight(coverageText(cell), COVERAGE_CELL)).join('')}`,
    ),
    style.dim('  held so many of the drills; behind it the exact 95% interval of that share.'),
  ];
}

function coverageText({ inside, outside, low, high }: Coverage): string {
  if (low === null || high === null) return '–';
  const [from, to] = [low, high].map((share) => (100 * share).toFixed(0));
  return `${String(inside)} of ${String(inside + outside)} ${from}–${to}%`;
}

const TEST_CELL = 11;

/** Whether the places of the drills are uniform: their histogram and the tests. None of them with fewer than five. */
export function textUniformity(score: ForecastScore, style: Style): readonly string[] {
  const subjects = subjectsOf(score);
  if (!subjects.some(([, { tests }]) => tests !== null)) return [];
  const titles = ['K–S', 'A–D', 'position', 'adjusted'].map((title) => fitRight(title, TEST_CELL));
  return [
    style.bold(fitLeft('Places, low to high', LABEL)) + style.dim(`${fitLeft('', 12)}${titles.join('')}`),
    ...subjects.map(([label, { histogram, tests }]) => {
      const values =
        tests === null
          ? []
          : [tests.kolmogorovSmirnov.pValue, tests.andersonDarling.pValue, tests.position, tests.adjusted];
      const cells = values.map((value) => fitRight(pValueText(value), TEST_CELL));
      return `  ${fitLeft(label, LABEL - 2)}${fitLeft(barsOf(histogram), 12)}${cells.join('')}`.trimEnd();
    }),
    style.dim('  p-values of Kolmogorov–Smirnov, Anderson–Darling (which decides, adjusted by'),
    style.dim('  Holm) and of the mean place: how often a right forecast would look as bad.'),
  ];
}

function barsOf(counts: readonly number[]): string {
  const largest = Math.max(...counts, 1e-9);
  return counts.map((count) => BLOCKS[Math.min(7, Math.floor((count / largest) * 7.999))]).join('');
}

/** What the forecast is worth beside the planning range alone. */
export function textCrps(score: ForecastScore, style: Style): readonly string[] {
  const rows = subjectsOf(score).flatMap(([label, { crps }]) => {
    if (crps === null || crps.planning === null) return [];
    const { planning } = crps;
    const change = `${(100 * Math.abs(planning.skill)).toFixed(0)}%`;
    const word = planning.skill >= 0 ? style.green(fitRight('better', 8)) : style.red(fitRight('worse', 8));
    const cells = [durationText(crps.forecast), durationText(planning.score), change].map((cell) => fitRight(cell, 11));
    const sign = `${fitRight(String(planning.better), 8)}${fitRight(pValueText(planning.signTest), 10)}`;
    return [`  ${fitLeft(label, LABEL - 2)}${cells.join('')}${word}${sign}`];
  });
  if (rows.length === 0) return [];
  const titles = [fitRight('forecast', 11), fitRight('range alone', 12), ' '.repeat(18), fitRight('drills', 8)];
  return [
    style.bold(fitLeft('Score (CRPS)', LABEL)) + style.dim(`${titles.join('')}${fitRight('p', 9)}`),
    ...rows,
    style.dim('  The smaller the better: the mean distance of forecast and drill. A range is'),
    style.dim('  taken as a lognormal law with its ends as P5 and P95. Then the drills for'),
    style.dim('  which the forecast scores better, and the p-value of the sign test.'),
  ];
}

const MOST_DRILLS = 12;

/** The latest drills, each with its metrics and where they stand in the forecast. */
export function textPlaces(score: ForecastScore, style: Style): readonly string[] {
  const names = metricsInReadingOrder(score).filter((name) => !name.startsWith('rpo.'));
  if (names.length === 0) return [];
  const whole = score.drills.filter(({ metrics }) => Object.keys(metrics).length > 0);
  const shown = [...whole].sort((a, b) => (a.began < b.began ? -1 : 1)).slice(-MOST_DRILLS);
  const titles = names.map((name) => fitRight(metricLabel(name), 9) + fitRight('place', 7));
  const left = whole.length - shown.length;
  return [
    style.bold(fitLeft('Drill', LABEL)) + style.dim(`${fitLeft('began', 11)}${titles.join('')}`),
    ...shown.map(({ name, began, metrics }) => {
      const cells = names.map((metric) =>
        Object.hasOwn(metrics, metric) ? placeCells(metrics[metric]) : ' '.repeat(16),
      );
      return `  ${fitLeft(printable(name), LABEL - 2)}${began.slice(0, 10)} ${cells.join('')}`.trimEnd();
    }),
    ...(left > 0
      ? [
          style.dim(
            `  The latest ${String(MOST_DRILLS)}; --csv and --json have the other ${String(left)}, and all steps.`,
          ),
        ]
      : []),
  ];
}

function placeCells({ seconds, isCensored, percentileLow, percentileHigh }: ScoredValue): string {
  const place = isCensored ? `>${percent(percentileLow)}` : percent((percentileLow + percentileHigh) / 2);
  return fitRight(`${isCensored ? '>' : ''}${durationText(seconds)}`, 9) + fitRight(place, 7);
}

function percent(share: number): string {
  return `${(100 * share).toFixed(share < 0.1 || share > 0.9 ? 1 : 0)}%`;
}

function subjectsOf(score: ForecastScore): readonly (readonly [string, SubjectScore])[] {
  return metricsInReadingOrder(score).map((name) => [metricLabel(name), score.metrics[name]]);
}
