import type { VariantComparison } from '../study/comparison.js';
import type { AmountDifference, CostsComparison } from '../study/costs-comparison.js';
import { letterOf } from './compared-names.js';
import { moneyText } from './money-text.js';
import { printable } from './printable.js';

/**
 * What a variant costs more or less than the baseline in a year, and what an hour of P95 of RTO costs that the one
 * saves which is sooner; undefined where their costs are not compared.
 */
export function moneyVerdict(variant: VariantComparison): string | undefined {
  const { costs } = variant;
  if (costs === null) return undefined;
  const sentences = [yearSentence(costs), hourSentence(costs, variant)];
  return sentences.filter((sentence) => sentence !== undefined).join(' ');
}

function yearSentence({ currency, upkeep, perYear }: CostsComparison): string {
  const unit = printable(currency);
  if (perYear !== null) return `${amountClause(perYear, unit)}, with the incidents that are expected.`;
  return `${amountClause({ value: upkeep, low: upkeep, high: upkeep }, unit)}, without its incidents, whose cost is not known.`;
}

function amountClause({ value, low, high }: AmountDifference, unit: string): string {
  if (value === 0) return 'It costs the same in a year';
  const isOpen = low === null || high === null || (low <= 0 && high >= 0);
  const doubt = isOpen ? ' (too close to call with so few incidents)' : '';
  return `It costs ${unit} ${moneyText(Math.abs(value))} ${value > 0 ? 'more' : 'less'} in a year${doubt}`;
}

function hourSentence({ currency, hourOfRto }: CostsComparison, variant: VariantComparison): string | undefined {
  const { upkeep, perYear } = hourOfRto.p95;
  const { value } = perYear ?? upkeep;
  const shift = variant.metrics['rto'].shifts.p95.value;
  if (value === null || shift === null) return undefined;
  const sooner = letterOf(shift < 0 ? variant.result : 0);
  const unit = printable(currency);
  const lead = `Each hour by which ${sooner} shortens the P95 of RTO`;
  if (value <= 0) return `${lead} saves ${unit} ${moneyText(-value)} a year besides.`;
  return `${lead} costs ${unit} ${moneyText(value)} a year.`;
}
