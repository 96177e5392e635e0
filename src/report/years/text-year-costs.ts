import type { ExceedancePoint, YearMean, YearsSummary } from '../../study/years/years-summary.js';
import { countText } from '../count-text.js';
import { moneyText } from '../money-text.js';
import { printable } from '../printable.js';
import { shareText } from '../share-text.js';
import type { Style } from '../style.js';
import { fitLeft, fitRight, wrapWords } from '../text-width.js';

const NAME_WIDTH = 36;
const CELL_WIDTH = 14;

/** The exceedance curve is shown at these probabilities. */
const SHOWN: readonly number[] = [0.5, 0.2, 0.1, 0.05, 0.02, 0.01, 0.005, 0.001];

/** What a year costs, in parts and in all, and how likely it costs more; no lines when the scenario has no prices. */
export function textYearCosts({ costs }: YearsSummary, columns: number, style: Style): readonly string[] {
  if (costs === null) return [];
  const parts = Object.entries(costs.parts).filter(([, { mean }]) => mean !== 0);
  const points = costs.exceedance.filter(({ probability }) => SHOWN.includes(probability));
  const supported = points.filter(({ state }) => state !== 'unsupported');
  const notes = [
    ...(supported.length < points.length ? ['More years are needed for what is rarer.'] : []),
    ...(costs.unpricedYears === 0
      ? []
      : [
          `Years with an unrecoverable incident, which has no price, have no cost: ${countText(costs.unpricedYears)} of them rank above ` +
            'all amounts (unknown), and have no part in the means.',
        ]),
  ];
  return [
    style.bold(`Cost of a year, ${printable(costs.currency)}`),
    ...parts.map(([name, part]) => row(partLabel(name), part)),
    style.bold(row('in all', costs.total)),
    '',
    style.bold(fitLeft('With this probability', NAME_WIDTH + 2)) +
      style.dim(fitRight('it is more than', CELL_WIDTH + 2)),
    ...supported.map(exceedanceRow),
    ...notes.flatMap((note) => wrapWords(note, columns - 2)).map((line) => style.dim(`  ${line}`)),
  ];
}

const LABELS: Readonly<Record<string, string>> = {
  'data-loss': 'data lost',
  unrecoverable: 'unrecoverable incidents',
};

function partLabel(name: string): string {
  return LABELS[name] ?? name.replace(/^standing\./, '');
}

function row(name: string, { mean, high }: YearMean): string {
  const amount = mean === null ? 'unknown' : moneyText(mean);
  // What is paid all the time is known.
  const reach = mean === null || high === null || high === mean ? '' : `±${moneyText(high - mean)}`;
  return `  ${fitLeft(printable(name), NAME_WIDTH)}${fitRight(amount, CELL_WIDTH)}  ${reach}`.trimEnd();
}

function exceedanceRow({ probability, value, low, high }: ExceedancePoint): string {
  const amount = value === null ? 'unknown' : moneyText(value);
  const between =
    low === null ? '' : high === null ? `at least ${moneyText(low)}` : `${moneyText(low)} to ${moneyText(high)}`;
  return `  ${fitLeft(shareText(probability), NAME_WIDTH)}${fitRight(amount, CELL_WIDTH)}  ${between}`.trimEnd();
}
