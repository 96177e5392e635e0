import { normalQuantile } from '../arithmetic/normal-quantile.js';
import type { Comparison } from '../study/comparison.js';
import type { AmountDifference, CostsComparison } from '../study/costs-comparison.js';
import { standingPerYear } from '../study/summarise-costs.js';
import type { CostsSummary } from '../study/summary.js';
import { letterOf, nameOf } from './compared-names.js';
import { moneyText, signedMoneyText } from './money-text.js';
import { printable } from './printable.js';
import type { Style } from './style.js';
import { AMOUNT_WIDTH, amountCell, reachCell, reachOf } from './text-amounts.js';
import { textHourPrices } from './text-hour-prices.js';
import { cutTo, fitLeft, fitRight, wrapWords } from './text-width.js';

const NAME_WIDTH = 22;
const CURRENCY_WIDTH = 9;

/**
 * What each scenario costs in a year, what the variants cost more, and the price of an hour of RTO saved; no lines when
 * no scenario has prices. Scenarios without prices, or in another currency than A, are named.
 */
export function textComparedCosts(comparison: Comparison, columns: number, style: Style): readonly string[] {
  const { results, variants } = comparison;
  if (results.every(({ costs }) => costs === null)) return [];
  const compared = variants.flatMap(({ result, costs }) => (costs === null ? [] : [{ result, costs }]));
  const currency = compared.at(0)?.costs.currency;
  const apart = apartWords(comparison).flatMap((words) => wrapWords(words, columns - 2).map((line) => `  ${line}`));
  if (currency === undefined) return [style.bold('Cost per year'), ...apart];
  const shown = [0, ...compared.map(({ result }) => result)];
  const z = normalQuantile(0.5 + comparison.confidence / 2);
  const titles = ['incidents', 'storage', 'standing', 'in all'].map((title) => fitRight(title, AMOUNT_WIDTH)).join('');
  const title = `Cost per year, ${cutTo(printable(currency), CURRENCY_WIDTH)}`;
  return [
    style.bold(fitLeft(title, 2 + NAME_WIDTH)) + style.dim(titles),
    ...shown.flatMap((result) =>
      aloneRows(`${letterOf(result)} ${nameOf(comparison, result)}`, results[result].costs as CostsSummary, z, style),
    ),
    ...compared.flatMap(({ result, costs }) => differenceRows(comparison, result, costs, style)),
    ...apart,
    '',
    ...textHourPrices(compared, variants, columns, style),
  ];
}

/** Who cannot be compared in money, and why; none when all can. */
function apartWords({ results, variants }: Comparison): readonly string[] {
  const without = results.flatMap(({ costs }, result) => (costs === null ? [letterOf(result)] : []));
  const words = without.length === 0 ? [] : [`${without.join(', ')}: no prices.`];
  const foreign = variants.flatMap(({ result, costs }) => {
    const [one, other] = [results[0].costs?.currency, results[result].costs?.currency];
    if (costs !== null || one === undefined || other === undefined) return [];
    return [`${letterOf(0)} counts in ${printable(one)}, ${letterOf(result)} in ${printable(other)}: not compared.`];
  });
  return [...words, ...foreign];
}

function aloneRows(name: string, costs: CostsSummary, z: number, style: Style): readonly string[] {
  const { incidents, storage, perYear } = costs;
  const cells = [incidents.perYear, storage.perYear, standingPerYear(costs), perYear];
  const reach = incidents.standardError === null ? null : z * incidents.standardError;
  return [
    `  ${style.bold(fitLeft(name, NAME_WIDTH))}${cells.map((cell) => amountCell(cell, moneyText)).join('')}`,
    ...reachRow([reach, null, null, reach], style),
  ];
}

function differenceRows(
  { results }: Comparison,
  result: number,
  { incidents, perYear }: CostsComparison,
  style: Style,
): readonly string[] {
  const [first, second] = [results[0].costs as CostsSummary, results[result].costs as CostsSummary];
  const cells = [
    incidents,
    certain(second.storage.perYear - first.storage.perYear),
    certain(standingPerYear(second) - standingPerYear(first)),
    perYear,
  ];
  return [
    `  ${style.bold(fitLeft(`${letterOf(result)} − ${letterOf(0)}`, NAME_WIDTH))}${cells
      .map((cell) => differenceCell(cell, style))
      .join('')}`,
    ...reachRow(
      [incidents, null, null, perYear].map((cell) => (cell === null ? null : reachOf(cell))),
      style,
    ),
  ];
}

function certain(value: number): AmountDifference {
  return { value, low: value, high: value };
}

function differenceCell(difference: AmountDifference | null, style: Style): string {
  const cell = amountCell(difference?.value ?? null, signedMoneyText);
  if (difference === null) return cell;
  if (difference.high !== null && difference.high < 0) return style.green(cell);
  return difference.low !== null && difference.low > 0 ? style.red(cell) : cell;
}

function reachRow(reaches: readonly (number | null)[], style: Style): readonly string[] {
  if (reaches.every((reach) => reach === null)) return [];
  return [style.dim(`  ${' '.repeat(NAME_WIDTH)}${reaches.map(reachCell).join('')}`.trimEnd())];
}
