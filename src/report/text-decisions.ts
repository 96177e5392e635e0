import type { AlternativeSummary, DecisionSummary, RegretSummary, Summary } from '../study/summary.js';
import { durationText } from '../units/duration-text.js';
import { moneyText } from './money-text.js';
import { printable } from './printable.js';
import { shareText } from './share-text.js';
import type { Style } from './style.js';
import { cutTo, fitLeft, fitRight, wrapWords } from './text-width.js';

/**
 * What was decided, how often each alternative would have been the best, and how often the choice is regretted; no lines
 * of a decision that left no choice in any incident.
 */
export function textDecisions({ decisions, costs }: Summary, columns: number, style: Style): readonly string[] {
  const entries = Object.entries(decisions).filter(([, decision]) => hasChoice(decision));
  if (entries.length === 0) return [];
  const shown = costs === null ? COLUMNS : PRICED_COLUMNS;
  const titles = shown.map(({ title, width }) => fitRight(title, width)).join('');
  const page = { columns, style, shown, currency: costs?.currency ?? '' };
  return [
    style.bold(fitLeft('Decisions', 25)) + style.dim(titles),
    ...entries.flatMap(([name, decision]) => decisionLines(name, decision, page)),
  ];
}

/** A column of the table: how wide it is, and what it tells of an alternative. */
interface Column {
  readonly title: string;
  readonly width: number;
  readonly cell: (alternative: AlternativeSummary) => string;
}

const COLUMNS: readonly Column[] = [
  { title: 'taken', width: 11, cell: ({ taken }) => shareText(taken) },
  { title: 'to be had', width: 11, cell: ({ available }) => shareText(available) },
  { title: 'quickest', width: 11, cell: ({ quickest }) => shareText(quickest) },
  { title: 'least loss', width: 11, cell: ({ leastLoss }) => shareText(leastLoss) },
  {
    title: 'waited',
    width: 11,
    cell: ({ meanWaited }) => (meanWaited === null || meanWaited === 0 ? '–' : durationText(meanWaited)),
  },
];

/** The same, closer together, with what is cheapest before the last. */
const PRICED_COLUMNS: readonly Column[] = [
  ...[8, 10, 9, 11].map((width, i) => ({ ...COLUMNS[i], width })),
  { title: 'cheapest', width: 9, cell: ({ cheapest }) => (cheapest === null ? '–' : shareText(cheapest)) },
  { ...COLUMNS[4], width: 8 },
];

interface Page {
  readonly columns: number;
  readonly style: Style;
  readonly shown: readonly Column[];
  readonly currency: string;
}

function hasChoice({ incidents, alternatives }: DecisionSummary): boolean {
  return incidents > 0 && alternatives.filter(({ available }) => available > 0).length > 1;
}

function decisionLines(name: string, decision: DecisionSummary, page: Page): readonly string[] {
  const { columns, style, shown, currency } = page;
  return [
    `  ${cutTo(printable(name), columns - 2)}`,
    ...decision.alternatives.map((alternative) => {
      const cells = shown.map(({ width, cell }) => fitRight(cell(alternative), width));
      return `    ${fitLeft(printable(alternative.name), 20)} ${cells.join('')}`;
    }),
    ...wrapWords(regretText(decision, currency), columns - 4).map((line) => style.dim(`    ${line}`)),
  ];
}

function regretText({ regret: { rto, rpo, cost } }: DecisionSummary, currency: string): string {
  const better = cost === null ? 'or lost less data' : 'lost less data, or cost less';
  const what = `another alternative, or the same without waiting in vain first, would have reopened the service sooner, ${better}`;
  if ([rto, rpo, cost].every((regret) => regret === null || regret.share === 0)) {
    return `Never regretted: in no incident ${what}.`;
  }
  const inMoney = cost === null ? [] : [regretted('cost', cost, (lost) => `${moneyText(lost)} ${printable(currency)}`)];
  const reasons = [regretted('time', rto, durationText), regretted('data', rpo, durationText), ...inMoney];
  return `Regretted ${reasons.join('; ')}: ${what}.`;
}

function regretted(
  what: string,
  { share, low, high, meanLost }: RegretSummary,
  amountText: (lost: number) => string,
): string {
  if (share === 0) return `never for ${what}`;
  const by = meanLost === null ? '' : `, by ${amountText(meanLost)} on average`;
  return `for ${what} in ${shareText(share)} (between ${shareText(low)} and ${shareText(high)})${by}`;
}
