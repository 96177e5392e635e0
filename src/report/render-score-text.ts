import type { ForecastScore } from '../evidence/drills/forecast-score.js';
import { countText } from './count-text.js';
import { printable } from './printable.js';
import { verdictSentences } from './score-words.js';
import { plainStyle, type Style } from './style.js';
import { textCoverage, textCrps, textPlaces, textStandings, textUniformity } from './text-score-tables.js';
import { wrapWords } from './text-width.js';

/**
 * How drills stand in a forecast, for the terminal: what came of each metric and step, how often the intervals held it,
 * whether its places are uniform, what the forecast is worth, the latest drills, the verdict.
 *
 * @param options.replay the command that gives the same answer again, in lines.
 * @returns lines, each ended by a newline.
 * @throws RangeError when `columns` is below 80, for which the tables are made.
 */
export function renderScoreText(
  score: ForecastScore,
  options: { readonly replay: readonly string[]; readonly columns?: number; readonly style?: Style },
): string {
  const { replay, columns = 80, style = plainStyle } = options;
  if (!(columns >= 80)) throw new RangeError(`renderScoreText: columns must be at least 80, is ${columns}`);
  const sections = [
    textHeader(score, columns, style),
    textStandings(score, style),
    textCoverage(score, style),
    textUniformity(score, style),
    textCrps(score, style),
    textPlaces(score, style),
    textWarnings(score, columns, style),
    wrapWords(printable(verdictSentences(score)), columns).map(style.bold),
    [
      ...replay.map(style.dim),
      style.dim(`drillcast ${score.tool.version}, scenario sha256 ${score.scenario.sha256.slice(0, 12)}`),
    ],
  ];
  const lines = sections.filter((section) => section.length > 0).map((section) => section.join('\n'));
  return `${lines.join('\n\n')}\n`;
}

function textHeader({ scenario, drills, incidents }: ForecastScore, columns: number, style: Style): readonly string[] {
  const days = drills.map(({ began }) => began.slice(0, 10)).sort();
  const span = days[0] === days[days.length - 1] ? `of ${days[0]}` : `from ${days[0]} to ${days[days.length - 1]}`;
  const count = `${String(drills.length)} ${drills.length === 1 ? 'drill' : 'drills'}`;
  return [
    ...wrapWords(printable(scenario.name), columns).map(style.bold),
    ...wrapWords(`${count} ${span}, held against the forecast from ${countText(incidents)} incidents.`, columns),
  ];
}

function textWarnings({ warnings, unmeasured }: ForecastScore, columns: number, style: Style): readonly string[] {
  const words = [
    ...warnings,
    ...(unmeasured.length === 0 ? [] : [`no drill measured the steps ${unmeasured.join(', ')}`]),
  ];
  return words.flatMap((warning) => wrapWords(`! ${printable(warning)}.`, columns)).map(style.yellow);
}
