import type { DrillOverview, ListedDrill, StepCoverage } from '../evidence/drills/drill-overview.js';
import { differenceText, durationText } from '../units/duration-text.js';
import { DAY } from '../units/quantity.js';
import { YEAR } from '../units/unit-table.js';
import { printable } from './printable.js';
import { plainStyle, type Style } from './style.js';
import { fitLeft, fitRight, wrapWords } from './text-width.js';

const MOST_DRILLS = 20;
const LABEL = 27;

/**
 * What there is of drills, for the terminal: the drills, how old the last restore of everything is, which steps have been
 * measured, and the trend.
 *
 * @returns lines of at most 80 columns, each ended by a newline.
 */
export function renderDrillsText(overview: DrillOverview, style: Style = plainStyle): string {
  const sections = [
    textDrills(overview, style),
    textAge(overview, style),
    textSteps(overview, style),
    textTrend(overview),
  ];
  const lines = sections.filter((section) => section.length > 0).map((section) => section.join('\n'));
  return `${lines.join('\n\n')}\n`;
}

function textDrills({ drills }: DrillOverview, style: Style): readonly string[] {
  const left = drills.length - MOST_DRILLS;
  const titles = `${fitLeft('began', 12)}${fitLeft('kind', 15)}${fitLeft('ended', 10)}${fitRight('RTO', 8)}${fitRight('RTT', 8)}`;
  return [
    style.bold(fitLeft(`${String(drills.length)} ${drills.length === 1 ? 'drill' : 'drills'}`, LABEL)) +
      style.dim(titles),
    ...(left > 0 ? [style.dim(`  … ${String(left)} earlier ones`)] : []),
    ...drills.slice(-MOST_DRILLS).map((drill) => drillRow(drill, style)),
  ];
}

function drillRow({ name, kind, began, ended, rto, rtt }: ListedDrill, style: Style): string {
  const [opened, closed] = [rto, rtt].map((value) =>
    fitRight(value === null ? '–' : `${value.isCensored ? '>' : ''}${durationText(value.seconds)}`, 8),
  );
  const end = fitLeft(ended, 10);
  return `  ${fitLeft(printable(name), LABEL - 2)}${fitLeft(began.slice(0, 10), 12)}${fitLeft(kind, 15)}${
    ended === 'completed' ? end : style.yellow(end)
  }${opened}${closed}`;
}

function textAge(overview: DrillOverview, style: Style): readonly string[] {
  const { lastFullRestore, asOf } = overview;
  const uncounted = uncountedWords(overview);
  const doubts = uncounted === '' ? [] : wrapWords(uncounted, 80);
  if (lastFullRestore === null) return [style.red('Everything was never restored to its end.'), ...doubts];
  const { ageDays, name } = lastFullRestore;
  const age = durationText(ageDays * DAY);
  const words = `Everything was last restored ${age} before ${asOf.slice(0, 10)}, in ${printable(name)}.`;
  return [...wrapWords(words, 80).map(style.bold), ...doubts];
}

/** Of drills that are called full and were completed, those that do not count, and why. */
function uncountedWords({ drills, isAgainstRunbook }: DrillOverview): string {
  const others = drills.filter((drill) => {
    return drill.kind === 'full-restore' && drill.ended === 'completed' && !drill.isFullRestore;
  });
  if (others.length === 0) return '';
  const [first, ...rest] = others.map(({ name }) => printable(name));
  const who = rest.length === 0 ? `${first} is` : `${first} and ${String(rest.length)} more are`;
  const why = isAgainstRunbook
    ? 'not everything was restored, by the steps of the runbook.'
    : 'no step was done, or "restored" names nothing; --scenario tells which steps restore.';
  return `${who} called full-restore and not counted: ${why}`;
}

function textSteps({ steps, isAgainstRunbook }: DrillOverview, style: Style): readonly string[] {
  if (steps.length === 0) return [];
  const runbook = steps.filter(({ isInRunbook }) => isInRunbook === true);
  const measured = runbook.filter((step) => step.measured > 0).length;
  return [
    style.bold(fitLeft('Steps', LABEL)) + style.dim(`${fitRight('measured', 9)}${fitRight('broke off', 11)}  last`),
    ...steps.map((step) => stepRow(step, style)),
    ...(isAgainstRunbook
      ? [style.dim(`  ${String(measured)} of the ${String(runbook.length)} steps of the runbook have been measured.`)]
      : []),
  ];
}

function stepRow({ name, measured, censored, last, isInRunbook }: StepCoverage, style: Style): string {
  const row =
    `  ${fitLeft(printable(name), LABEL - 2)}${fitRight(String(measured), 9)}` +
    `${fitRight(censored === 0 ? '–' : String(censored), 11)}  ${last?.slice(0, 10) ?? 'never'}${
      isInRunbook === false ? '  not in the runbook' : ''
    }`;
  return measured === 0 ? style.red(row) : row;
}

/** Nothing is said of a trend that drills cannot show. */
function textTrend({ trend, drills }: DrillOverview): readonly string[] {
  if (trend === null) return [];
  const [slope, low, high] = [trend.slope, trend.low, trend.high].map((value) => differenceText(value));
  const first = drills[0].began;
  const last = drills[drills.length - 1].began;
  const span = (Date.parse(last) - Date.parse(first)) / 1000;
  // A slope per year that was seen over a day is nobody's business; what it came to over the drills is.
  const [ofSpan, from, to] = [trend.slope, trend.low, trend.high].map((value) => differenceText((value * span) / YEAR));
  const words =
    span < YEAR / 4
      ? `From the first to the last drill RTO changed by ${ofSpan} (95%: ${from} to ${to}), by the median of all pairs.`
      : `RTO changes by ${slope} per year (95%: ${low} to ${high}), by the median of all pairs.`;
  const doubt = trend.low <= 0 && trend.high >= 0 ? ' That may be chance.' : '';
  return wrapWords(`${words}${doubt}`, 80);
}
