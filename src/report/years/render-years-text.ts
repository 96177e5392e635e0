import type { YearsSummary } from '../../study/years/years-summary.js';
import { DAY } from '../../units/quantity.js';
import { countText } from '../count-text.js';
import { printable } from '../printable.js';
import { replayCommand } from '../replay-command.js';
import type { Played } from '../replay-command.js';
import { shareText } from '../share-text.js';
import type { Style } from '../style.js';
import { plainStyle } from '../style.js';
import type { TextOptions } from '../render-text.js';
import { textInputs } from '../text-inputs.js';
import { textReadiness } from '../text-readiness.js';
import { wrapWords } from '../text-width.js';
import { textDurability } from './text-durability.js';
import { textYearCosts } from './text-year-costs.js';
import { textYearIncidents, textYearStorage } from './text-year-counts.js';
import { textAvailability, textYearTimes } from './text-year-times.js';

/** The command that gives a study of years again: one that was interrupted, as a study of what was played. */
export function playedYears({ scenario, years, seed }: YearsSummary): Played {
  return { verb: 'years', files: [scenario.file], incidents: years, seed };
}

/**
 * The answer for the terminal: how much of a year the service is open, what a year loses, what strikes, what is kept,
 * what it costs, and the command that gives it again.
 *
 * @returns lines, each ended by a newline.
 * @throws RangeError when `columns` is below 80.
 */
export function renderYearsText(summary: YearsSummary, options: Omit<TextOptions, 'shapes'> = {}): string {
  const { columns = 80, style = plainStyle } = options;
  if (!(columns >= 80)) throw new RangeError(`renderYearsText: columns must be at least 80, is ${columns}`);
  const sections = [
    textHeader(summary, columns, style),
    textEnd(summary, columns, style),
    textUnrecoverable(summary, columns, style),
    textAvailability(summary, columns),
    textYearTimes(summary, columns, style),
    textYearIncidents(summary, columns, style),
    textYearStorage(summary, style),
    textDurability(summary, columns, style),
    textYearCosts(summary, columns, style),
    textReadiness(summary, columns, style),
    textInputs(summary, columns),
    textReplay(summary, columns, style),
  ];
  const lines = sections.filter((section) => section.length > 0).map((section) => section.join('\n'));
  return `${lines.join('\n\n')}\n`;
}

function textHeader({ scenario, years, yearSeconds, warmUpSeconds }: YearsSummary, columns: number, style: Style) {
  const [days, before] = [yearSeconds, warmUpSeconds].map((seconds) => String(Math.round(seconds / DAY)));
  return [
    ...wrapWords(printable(scenario.name), columns).map(style.bold),
    ...wrapWords(
      `${countText(years)} ${years === 1 ? 'year' : 'years'} of ${days} days played, each by itself and with the ${before} days before it.`,
      columns,
    ),
  ];
}

/** What is said first of all, so that nobody takes a part for the whole. */
function textEnd({ end, years }: YearsSummary, columns: number, style: Style): readonly string[] {
  if (end.reason === 'count') return [];
  const words =
    `!! INTERRUPTED after ${countText(years)} of ${countText(end.asked)} years. All that follows, intervals ` +
    'included, is the answer of a study of as many as were played.';
  return wrapWords(words, columns).map((line) => style.bold(style.red(line)));
}

/** One loud line, so that nobody reads past years that nothing came back from. */
function textUnrecoverable({ unrecoverable }: YearsSummary, columns: number, style: Style): readonly string[] {
  const { years, share, low, high } = unrecoverable;
  if (years === 0) return [];
  const words =
    `!! UNRECOVERABLE in ${countText(years)} ${years === 1 ? 'year' : 'years'}, ${shareText(share)} (${shareText(low)} ` +
    `to ${shareText(high)}): an incident left no usable recovery point. These years rank above all numbers below and ` +
    'have no part in their means.';
  return wrapWords(words, columns).map((line) => style.bold(style.red(line)));
}

function textReplay(summary: YearsSummary, columns: number, style: Style): readonly string[] {
  const { tool, scenario } = summary;
  return [
    ...replayCommand(playedYears(summary), columns),
    style.dim(`drillcast ${printable(tool.version)}, scenario sha256 ${printable(scenario.sha256).slice(0, 12)}`),
  ];
}
