import type { DecisionSummary, RegretSummary, Summary } from '../study/summary.js';
import { durationText } from '../units/duration-text.js';
import { printable } from './printable.js';
import { shareText } from './share-text.js';
import type { Style } from './style.js';
import { cutTo, fitLeft, fitRight, wrapWords } from './text-width.js';

/**
 * What was decided, how often each alternative would have been the best, and how often the choice is regretted; no lines
 * of a decision that left no choice in any incident.
 */
export function textDecisions({ decisions }: Summary, columns: number, style: Style): readonly string[] {
  const entries = Object.entries(decisions).filter(([, decision]) => hasChoice(decision));
  if (entries.length === 0) return [];
  const titles = ['taken', 'to be had', 'quickest', 'least loss', 'waited']
    .map((title) => fitRight(title, 11))
    .join('');
  return [
    style.bold(fitLeft('Decisions', 25)) + style.dim(titles),
    ...entries.flatMap(([name, decision]) => decisionLines(name, decision, columns, style)),
  ];
}

function hasChoice({ incidents, alternatives }: DecisionSummary): boolean {
  return incidents > 0 && alternatives.filter(({ available }) => available > 0).length > 1;
}

function decisionLines(name: string, decision: DecisionSummary, columns: number, style: Style): readonly string[] {
  return [
    `  ${cutTo(printable(name), columns - 2)}`,
    ...decision.alternatives.map((alternative) => {
      const { taken, available, quickest, leastLoss, meanWaited } = alternative;
      const waited = meanWaited === null || meanWaited === 0 ? '–' : durationText(meanWaited);
      const cells = [...[taken, available, quickest, leastLoss].map(shareText), waited];
      return `    ${fitLeft(printable(alternative.name), 20)} ${cells.map((text) => fitRight(text, 11)).join('')}`;
    }),
    ...wrapWords(regretText(decision), columns - 4).map((line) => style.dim(`    ${line}`)),
  ];
}

function regretText({ regret: { rto, rpo } }: DecisionSummary): string {
  const what = 'another alternative, or the same without waiting in vain first, would have reopened the service sooner';
  if (rto.share === 0 && rpo.share === 0) return `Never regretted: in no incident ${what}, or lost less data.`;
  return `Regretted ${regretted('time', rto)}; ${regretted('data', rpo)}: ${what}, or lost less data.`;
}

function regretted(what: string, { share, low, high, meanLost }: RegretSummary): string {
  if (share === 0) return `never for ${what}`;
  const by = meanLost === null ? '' : `, by ${durationText(meanLost)} on average`;
  return `for ${what} in ${shareText(share)} (between ${shareText(low)} and ${shareText(high)})${by}`;
}
