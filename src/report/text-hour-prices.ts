import type { VariantComparison } from '../study/comparison.js';
import type { CostsComparison, HourPrice, PriceEstimate } from '../study/costs-comparison.js';
import { deviationText, durationText } from '../units/duration-text.js';
import { letterOf } from './compared-names.js';
import { signedMoneyText } from './money-text.js';
import type { Style } from './style.js';
import { AMOUNT_WIDTH, amountCell, reachCell, reachOf } from './text-amounts.js';
import { fitLeft, fitRight, wrapWords } from './text-width.js';

const PRICE_WORDS =
  'upkeep: storage and standing alone; in all: with the incidents that are expected. Below zero: whoever reopens sooner ' +
  'is cheaper too. –: RTO may be the same, or has no number.';
const LABEL_WIDTH = 36;

/** For each variant what an hour of its mean RTO and of its P95 costs a year, whichever of the two is sooner. */
export function textHourPrices(
  compared: readonly { readonly result: number; readonly costs: CostsComparison }[],
  variants: readonly VariantComparison[],
  columns: number,
  style: Style,
): readonly string[] {
  const title = 'What an hour of RTO saved costs a year';
  const titles = ['saved', 'upkeep', 'in all'].map((each) => fitRight(each, AMOUNT_WIDTH)).join('');
  const rows = compared.flatMap(({ result, costs: { hourOfRto } }) => {
    const { difference, shifts } = variants[result - 1].metrics['rto'];
    const mean = { value: difference.mean, low: difference.meanLow, high: difference.meanHigh };
    return [
      ...priceRow('mean', result, mean, hourOfRto.mean, style),
      ...priceRow('P95', result, shifts.p95, hourOfRto.p95, style),
    ];
  });
  return [
    style.bold(fitLeft(title, 2 + LABEL_WIDTH)) + style.dim(titles),
    ...rows,
    ...wrapWords(PRICE_WORDS, columns - 2).map((line) => style.dim(`  ${line}`)),
  ];
}

type Difference = Pick<PriceEstimate, 'value' | 'low' | 'high'>;

function priceRow(what: string, result: number, apart: Difference, price: HourPrice, style: Style): readonly string[] {
  const isSooner = apart.value === null || apart.value <= 0;
  const [sooner, later] = isSooner ? [result, 0] : [0, result];
  const label = fitLeft(`${letterOf(sooner)} against ${letterOf(later)}, ${what}`, LABEL_WIDTH);
  const cells = [price.upkeep, price.perYear];
  const reach = reachOf(apart);
  const saved = apart.value === null ? '–' : durationText(Math.abs(apart.value));
  const savedReach =
    reach === null || apart.value === null
      ? ''
      : deviationText({ deviation: reach, of: Math.max(Math.abs(apart.value), reach) });
  const reaches = cells.map((cell) => reachCell(cell === null ? null : reachOf(cell)));
  return [
    `  ${style.bold(label)}${fitRight(saved, AMOUNT_WIDTH)}${cells
      .map((cell) => amountCell(cell?.value ?? null, signedMoneyText))
      .join('')}`,
    style.dim(`  ${' '.repeat(LABEL_WIDTH)}${fitRight(savedReach, AMOUNT_WIDTH)}${reaches.join('')}`.trimEnd()),
  ];
}
